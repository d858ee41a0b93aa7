import { foldForSearch } from '../fold.ts';
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
  const { loose: needle, offsets: inQuery } = looseWithOffsets(query);
  if (needle === '') return [];
  const { loose: haystack, offsets } = looseWithOffsets(text);
  // Where the first character that counts stands in each exact occurrence.
  const exact = new Set(occurrences(text, query).map(({ start }) => start + inQuery[0]!));
  const found: Occurrence[] = [];
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
    const start = offsets[at]!;
    if (!exact.has(start)) found.push({ start, end: offsets[at + needle.length - 1]! + 1 });
  }
  return found;
}

/** The loose text, and for each of its UTF-16 units the offset in the text. */
function looseWithOffsets(text: string): { loose: string; offsets: number[] } {
  let loose = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    const kept = looseText(character);
    for (let i = 0; i < kept.length; i++) offsets.push(at + i);
    loose += kept;
    at += character.length;
  }
  return { loose, offsets };
}
