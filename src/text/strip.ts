/** A dispersion strip: base lines for the sections and a tick for each hit, all in percent of the strip's width. */
export interface StripGeometry {
  segments: { x1: number; x2: number }[];
  ticks: number[];
}

/** Width of the gap that marks a section break, in percent. */
const gap = 0.4;

/**
 * Lays out a strip to scale.
 * @param lengths lengths of the sections in UTF-16 units
 * @param offsets offsets of the hits from the beginning of the text, in the same units
 */
export function stripGeometry(lengths: readonly number[], offsets: readonly number[]): StripGeometry {
  const total = lengths.reduce((sum, length) => sum + length, 0) || 1;
  const percent = (offset: number) => Math.round((offset / total) * 10000) / 100;
  let start = 0;
  const segments = lengths.map((length, i) => {
    const x1 = percent(start) + (i > 0 ? gap / 2 : 0);
    start += length;
    const x2 = percent(start) - (i < lengths.length - 1 ? gap / 2 : 0);
    return { x1, x2: Math.max(x1, x2) };
  });
  return { segments, ticks: [...new Set(offsets.map(percent))] };
}
