/**
 * A page that is the same for every speech but in a few places is rendered once, with a hole in each of them, and then
 * filled as bytes: a render for each page was a fifth of a build of 1,000 speeches.
 */

/**
 * What stands in a frame where something is to be filled in: survives as text, in an attribute and in an address.
 * @param name lower-case letters, digits and hyphens
 */
export function hole(name: string): string {
  return `tifa-hole_${name}_`;
}

/** A frame as what stands between its holes, and the names of the holes (`names[i]` comes after `texts[i]`). */
export interface Frame {
  texts: Uint8Array[];
  names: string[];
}

/** Takes a frame apart at its holes. */
export function readFrame(markup: string): Frame {
  const pieces = markup.split(/tifa-hole_([a-z0-9-]+)_/);
  const encoder = new TextEncoder();
  return { texts: pieces.filter((_, i) => i % 2 === 0).map((text) => encoder.encode(text)), names: pieces.filter((_, i) => i % 2 === 1) };
}

/**
 * A frame with its holes filled, piece by piece, as UTF-8.
 * @param fill what goes into a hole; it is asked once for each, in their order
 */
export function* fillFrame({ texts, names }: Frame, fill: (name: string) => Uint8Array): Generator<Uint8Array> {
  for (let i = 0; i < texts.length; i++) {
    yield texts[i]!;
    if (i < names.length) yield fill(names[i]!);
  }
}
