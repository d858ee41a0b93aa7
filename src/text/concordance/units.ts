import { foldForSearch } from '../normalize.ts';

/** A speech as the index sees it: texts of its passages, then of its section heads and its title. */
export interface IndexedSpeech {
  passages: readonly string[];
  heads: readonly string[];
}

/** Punctuation, symbols and blanks: what the search “ignoring punctuation” passes over. */
const passedOver = /[\p{P}\p{S}\p{Z}\p{C}\s]/u;

/** Folded text without punctuation, symbols and blanks. */
export function looseText(text: string): string {
  return [...foldForSearch(text)].filter((character) => !passedOver.test(character)).join('');
}

/** The three orders that the index keeps. */
export type ArrayName = 'right' | 'left' | 'loose';

/** The text that an array sorts: as it reads, reversed (for the order by left context), or without punctuation. */
export function textFor(array: ArrayName, text: string): string {
  if (array === 'loose') return looseText(text);
  const folded = foldForSearch(text);
  return array === 'left' ? reversed(folded) : folded;
}

/** A text backwards, by UTF-16 unit. */
export function reversed(text: string): string {
  let result = '';
  for (let i = text.length - 1; i >= 0; i--) result += text[i];
  return result;
}

/** How the units of a corpus are numbered: speech by speech, in each the passages first, then the heads. */
export interface UnitNumbers {
  /** For each speech the number of its first unit, and after the last one the number of all units. */
  firstUnits: Uint32Array;
  /** For each speech the number of its passages; its other units are heads. */
  passageCounts: Uint32Array;
}

/** All units of a corpus as one run of codes, with where each unit begins. */
export interface UnitTable extends UnitNumbers {
  /** Units, each followed by the terminator 0. */
  codes: Uint16Array;
  /** Start of each unit in `codes`, and after the last one the length of all. */
  starts: Uint32Array;
}

/** Joins the units of all speeches. */
export function joinUnits(speeches: Iterable<IndexedSpeech>, array: ArrayName): UnitTable {
  let codes = new Uint16Array(1 << 16);
  let length = 0;
  const starts: number[] = [];
  const firstUnits: number[] = [];
  const passageCounts: number[] = [];
  for (const { passages, heads } of speeches) {
    firstUnits.push(starts.length);
    passageCounts.push(passages.length);
    for (const unit of [...passages, ...heads]) {
      const text = textFor(array, unit);
      if (length + text.length + 1 > codes.length) {
        const larger = new Uint16Array(Math.max(codes.length * 2, length + text.length + 1));
        larger.set(codes);
        codes = larger;
      }
      starts.push(length);
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code === 0) throw new Error('A text to be indexed contains the character U+0000, which cannot stand in a web page.');
        codes[length++] = code;
      }
      codes[length++] = 0;
    }
  }
  firstUnits.push(starts.length);
  starts.push(length);
  return { codes: codes.subarray(0, length), starts: Uint32Array.from(starts), firstUnits: Uint32Array.from(firstUnits), passageCounts: Uint32Array.from(passageCounts) };
}

/** Finds the unit (or speech) that holds a position (or unit): the last start that is not beyond it. */
export function lastStartAt(starts: Uint32Array, position: number): number {
  let lo = 0;
  let hi = starts.length - 1;
  while (hi - lo > 1) {
    const middle = (lo + hi) >>> 1;
    if (starts[middle]! <= position) lo = middle;
    else hi = middle;
  }
  return lo;
}
