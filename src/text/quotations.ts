import type { AnnotatedText, Span } from './types.ts';

/** A string in quotation marks; the offsets are those of the words, without the marks. */
export interface Quotation extends Span {
  text: string;
  /** False when the text goes to its end, or to the next opening mark, without closing it. */
  closed: boolean;
}

/**
 * Every string in “…”, in order, by the reading of the notes: a slip whose conjectured reading is a quotation mark counts
 * as that mark. A quotation that is never closed goes up to the next opening mark or to the end of the text.
 */
export function findQuotations({ text, notes }: Pick<AnnotatedText, 'text' | 'notes'>): Quotation[] {
  const slips = notes.flatMap(({ start, end, corr }) => (corr === '“' || corr === '”' ? [{ start, end, mark: corr }] : []));
  const inSlip = (at: number) => slips.some(({ start, end }) => start <= at && at < end);
  const written = [...text.matchAll(/[“”]/g)].filter(({ index }) => !inSlip(index)).map(({ index, 0: mark }) => ({ start: index, end: index + 1, mark }));
  const marks = [...written, ...slips].sort((a, b) => a.start - b.start);
  return marks.flatMap(({ end: start, mark }, i) => {
    if (mark === '”') return [];
    const next = marks[i + 1];
    const end = next?.start ?? text.length;
    return [{ start, end, text: text.slice(start, end), closed: next?.mark === '”' }];
  });
}
