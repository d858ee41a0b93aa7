import type { RedactionKind } from '../schemas/speech.ts';
import type { Redaction, Span } from './types.ts';

const letter = /[A-Za-z]/;

/** Strings with a mark in them that tell what the mark stands for, by kind: “X届” and “第X次” are ordinals, “X年” is a year. */
export type RedactionContexts = Readonly<Partial<Record<RedactionKind, readonly string[]>>>;

/** What stands around a mark in a context. */
interface Surroundings {
  kind: RedactionKind;
  before: string;
  mark: string;
  after: string;
}

/**
 * Makes a finder of redaction marks, the longest first. A mark made of letters counts only where no other letter adjoins
 * it, so that the X of a Latin word is left alone. Of the contexts that fit around a mark the longest says of what kind it
 * is; without one the kind is `unspecified`.
 * @param marks strings that stand for something removed, from the front matter
 * @param contexts strings that tell the kind of the marks in them, from the front matter
 * @returns a function from a text and the spans that `<Gap>` decides to the redactions of that text, offsets in UTF-16 units
 */
export function createRedactionFinder(marks: readonly string[], contexts: RedactionContexts = {}): (text: string, taken?: readonly Span[]) => Redaction[] {
  if (marks.length === 0) return () => [];
  const pattern = [...marks].sort((a, b) => b.length - a.length).map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const anyMark = new RegExp(pattern.join('|'), 'g');
  const surroundings = (Object.entries(contexts) as [RedactionKind, readonly string[]][])
    .flatMap(([kind, strings]) =>
      strings.flatMap((context) =>
        [...context.matchAll(anyMark)].map(({ 0: mark, index }) => ({ kind, before: context.slice(0, index), mark, after: context.slice(index + mark.length) })),
      ),
    )
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  return (text, taken = []) =>
    [...text.matchAll(anyMark)].flatMap(({ 0: mark, index: start }): Redaction[] => {
      const end = start + mark.length;
      const isTaken = taken.some((span) => span.start < end && start < span.end);
      if (isTaken || !standsAlone(text, start, end)) return [];
      const fitting = surroundings.find((one) => one.mark === mark && text.endsWith(one.before, start) && text.startsWith(one.after, end));
      return [{ start, end, mark, kind: fitting?.kind ?? 'unspecified' }];
    });
}

function lengthOf({ before, mark, after }: Surroundings): number {
  return before.length + mark.length + after.length;
}

function standsAlone(text: string, start: number, end: number): boolean {
  if (!letter.test(text.slice(start, end))) return true;
  return !letter.test(text[start - 1] ?? '') && !letter.test(text[end] ?? '');
}
