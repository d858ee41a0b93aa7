import { foldForSearch } from '../fold.ts';

/** A speech as the index sees it: texts of its passages, then of its section heads and its title. */
export interface IndexedSpeech {
  passages: readonly string[];
  heads: readonly string[];
}

/** Punctuation, symbols and blanks: what the search “ignoring punctuation” passes over. */
const passedOver = /[\p{P}\p{S}\p{Z}\p{C}\s]+/gu;

/** Folded text without punctuation, symbols and blanks. */
export function looseText(text: string): string {
  return foldForSearch(text).replace(passedOver, '');
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

/** Numbers the units of all speeches, and says how much room they take: each its length and a terminator. */
export function numberUnits(speeches: Iterable<IndexedSpeech>): UnitNumbers & { room: number } {
  const firstUnits = [0];
  const passageCounts: number[] = [];
  let room = 0;
  for (const { passages, heads } of speeches) {
    firstUnits.push(firstUnits.at(-1)! + passages.length + heads.length);
    passageCounts.push(passages.length);
    for (const unit of passages) room += unit.length + 1;
    for (const unit of heads) room += unit.length + 1;
  }
  return { firstUnits: Uint32Array.from(firstUnits), passageCounts: Uint32Array.from(passageCounts), room };
}

/** Joins the units of all speeches, as an array sorts them. `numberUnits` says how they are numbered, and the room that no array exceeds. */
export function joinUnits(speeches: Iterable<IndexedSpeech>, array: ArrayName, { firstUnits, passageCounts, room }: ReturnType<typeof numberUnits>): UnitTable {
  const codes = new Uint16Array(room);
  const starts = new Uint32Array(firstUnits.at(-1)! + 1);
  let length = 0;
  let units = 0;
  const add = (unit: string) => {
    starts[units++] = length;
    const text = textFor(array, unit);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0) throw new Error('A text to be indexed contains the character U+0000, which cannot stand in a web page.');
      codes[length++] = code;
    }
    codes[length++] = 0;
  };
  for (const { passages, heads } of speeches) {
    passages.forEach(add);
    heads.forEach(add);
  }
  if (units !== starts.length - 1 || length > room) throw new Error('The speeches to be indexed were not the same the second time.');
  starts[units] = length;
  return { codes: codes.subarray(0, length), starts, firstUnits, passageCounts };
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
