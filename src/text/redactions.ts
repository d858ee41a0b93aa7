import type { Redaction, Span } from './types.ts';

const letter = /[A-Za-z]/;

/**
 * Finds redaction marks, the longest first. A mark made of letters counts only where no other letter adjoins it, so that
 * the X of a Latin word is left alone.
 * @param marks strings that stand for something removed, from the front matter
 * @param taken spans that `<Gap>` decides or that an editor says are no redaction
 */
export function findRedactions(text: string, marks: readonly string[], taken: readonly Span[] = []): Redaction[] {
  const longestFirst = [...marks].sort((a, b) => b.length - a.length);
  const found: Redaction[] = [];
  for (let at = 0; at < text.length; ) {
    const mark = longestFirst.find((candidate) => text.startsWith(candidate, at));
    const end = at + (mark?.length ?? 1);
    if (mark && standsAlone(text, at, end) && !taken.some((span) => span.start < end && at < span.end)) {
      found.push({ start: at, end, mark, kind: 'unspecified' });
    }
    at = end;
  }
  return found;
}

function standsAlone(text: string, start: number, end: number): boolean {
  if (!letter.test(text.slice(start, end))) return true;
  return !letter.test(text[start - 1] ?? '') && !letter.test(text[end] ?? '');
}
