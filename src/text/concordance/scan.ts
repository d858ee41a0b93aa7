import { foldForSearch, foldPattern } from '../fold.ts';
import { looseText } from './units.ts';

/** Where something stands in a text, in UTF-16 units. */
export interface Occurrence {
  start: number;
  end: number;
}

/** Every occurrence of a query in a text, overlapping ones included; `strict` compares character for character. */
export function occurrences(text: string, query: string, strict = false): Occurrence[] {
  return finder(query, strict)(text);
}

/** What `occurrences` gives, for many texts. */
export function finder(query: string, strict = false): (text: string) => Occurrence[] {
  if (query === '') return () => [];
  const next = strict ? (text: string, from: number) => text.indexOf(query, from) : underFold(query);
  return (text) => {
    const found: Occurrence[] = [];
    for (let at = next(text, 0); at !== -1; at = next(text, at + 1)) found.push({ start: at, end: at + query.length });
    return found;
  };
}

/** Units of a query that are put into a pattern; regular expressions have limits. */
const patternLength = 32;

/** As `indexOf`, under the fold of the search: a pattern finds where the query may stand, and the fold decides. So next to nothing of a text is folded. */
function underFold(query: string): (text: string, from: number) => number {
  const folded = foldForSearch(query);
  const pattern = new RegExp(foldPattern(query.slice(0, patternLength)), 'g');
  return (text, from) => {
    pattern.lastIndex = from;
    for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
      if (foldForSearch(text.slice(hit.index, hit.index + query.length)) === folded) return hit.index;
      pattern.lastIndex = hit.index + 1;
    }
    return -1;
  };
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
