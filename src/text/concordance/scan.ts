import { foldForSearch } from '../normalize.ts';
import { looseText } from './units.ts';

/** Where something stands in a text, in UTF-16 units. */
export interface Occurrence {
  start: number;
  end: number;
}

/** Every occurrence of a query in a text, overlapping ones included; `strict` compares character for character. */
export function occurrences(text: string, query: string, strict = false): Occurrence[] {
  const [haystack, needle] = strict ? [text, query] : [foldForSearch(text), foldForSearch(query)];
  const found: Occurrence[] = [];
  if (needle === '') return found;
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) found.push({ start: at, end: at + needle.length });
  return found;
}

/**
 * Every occurrence that differs from the query in punctuation, symbols or blanks only; exact ones are left out. The span
 * runs from the first to the last character that counts.
 */
export function occurrencesIgnoringPunctuation(text: string, query: string): Occurrence[] {
  const needle = looseText(query);
  if (needle === '') return [];
  const offsets: number[] = [];
  let haystack = '';
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const kept = looseText(character);
    for (let i = 0; i < kept.length; i++) offsets.push(at + i);
    haystack += kept;
    at += character.length;
  }
  const firstKept = new Map(offsets.map((offset, i) => [offset, i]));
  const exact = new Set(
    occurrences(text, query).map(({ start, end }) => {
      let at = start;
      while (at < end && !firstKept.has(at)) at++;
      return firstKept.get(at);
    }),
  );
  const found: Occurrence[] = [];
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
    if (!exact.has(at)) found.push({ start: offsets[at]!, end: offsets[at + needle.length - 1]! + 1 });
  }
  return found;
}
