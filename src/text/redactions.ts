import type { Redaction, Span } from './types.ts';

const letter = /[A-Za-z]/;

/**
 * Finds redaction marks, the longest first. A mark made of letters counts only where no other letter adjoins it, so that
 * the X of a Latin word is left alone.
 * @param marks strings that stand for something removed, from the front matter
 * @param taken spans that `<Gap>` decides or that an editor says are no redaction
 */
export function findRedactions(text: string, marks: readonly string[], taken: readonly Span[] = []): Redaction[] {
  if (marks.length === 0) return [];
  const longestFirst = [...marks].sort((a, b) => b.length - a.length).map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [...text.matchAll(new RegExp(longestFirst.join('|'), 'g'))].flatMap(({ 0: mark, index: start }): Redaction[] => {
    const end = start + mark.length;
    const isTaken = taken.some((span) => span.start < end && start < span.end);
    return standsAlone(text, start, end) && !isTaken ? [{ start, end, mark, kind: 'unspecified' }] : [];
  });
}

function standsAlone(text: string, start: number, end: number): boolean {
  if (!letter.test(text.slice(start, end))) return true;
  return !letter.test(text[start - 1] ?? '') && !letter.test(text[end] ?? '');
}
