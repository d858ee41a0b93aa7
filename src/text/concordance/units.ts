import { foldForSearch, searchFoldTable } from '../fold.ts';

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

/** Codes in one piece of what is collected. */
const pieceSize = 1 << 20;

/** Takes the units of speeches one after another, folded. Two bytes a UTF-16 unit, and as much again for a moment in `table`. */
export class UnitCollector {
  readonly #pieces: Uint16Array[] = [];
  #piece = new Uint16Array(pieceSize);
  #filled = 0;
  readonly #lengths: number[] = [];
  readonly #firstUnits = [0];
  readonly #passageCounts: number[] = [];

  /** Takes the next speech. */
  add({ passages, heads }: IndexedSpeech): void {
    for (const text of passages) this.#addUnit(text);
    for (const text of heads) this.#addUnit(text);
    this.#firstUnits.push(this.#lengths.length);
    this.#passageCounts.push(passages.length);
  }

  #addUnit(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0) throw new Error('A text to be indexed contains the character U+0000, which cannot stand in a web page.');
      this.#addCode(searchFoldTable[code]!);
    }
    this.#addCode(0);
    this.#lengths.push(text.length + 1);
  }

  #addCode(code: number): void {
    if (this.#filled === pieceSize) {
      this.#pieces.push(this.#piece);
      this.#piece = new Uint16Array(pieceSize);
      this.#filled = 0;
    }
    this.#piece[this.#filled++] = code;
  }

  /** All that was taken, as it reads. */
  table(): UnitTable {
    const starts = new Uint32Array(this.#lengths.length + 1);
    this.#lengths.forEach((length, unit) => {
      starts[unit + 1] = starts[unit]! + length;
    });
    const codes = new Uint16Array(starts.at(-1)!);
    this.#pieces.forEach((piece, i) => {
      codes.set(piece, i * pieceSize);
    });
    codes.set(this.#piece.subarray(0, this.#filled), this.#pieces.length * pieceSize);
    return { codes, starts, firstUnits: Uint32Array.from(this.#firstUnits), passageCounts: Uint32Array.from(this.#passageCounts) };
  }
}

/**
 * The units as another array sorts them: backwards, or without punctuation.
 * @param codes room for the new codes, at least as much as the old ones take
 */
export function deriveTable(table: UnitTable, array: Exclude<ArrayName, 'right'>, codes: Uint16Array): UnitTable {
  const starts = new Uint32Array(table.starts.length);
  let length = 0;
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    starts[unit] = length;
    const [from, to] = [table.starts[unit]!, table.starts[unit + 1]! - 1];
    if (array === 'left') for (let i = to - 1; i >= from; i--) codes[length++] = table.codes[i]!;
    else length = copyLoosely(table.codes, from, to, codes, length);
    codes[length++] = 0;
  }
  starts[starts.length - 1] = length;
  return { ...table, codes: codes.subarray(0, length), starts };
}

/** Whether each UTF-16 unit counts when punctuation is passed over; 2 for a high surrogate, where the pair decides. */
let counting: Uint8Array | undefined;

/** Copies the codes that count when punctuation is passed over, and returns where the copy ends. */
function copyLoosely(codes: Uint16Array, from: number, to: number, into: Uint16Array, at: number): number {
  counting ??= Uint8Array.from({ length: 0x10000 }, (_, code) => ((code & 0xfc00) === 0xd800 ? 2 : looseText(String.fromCharCode(code)).length));
  let length = at;
  for (let i = from; i < to; i++) {
    const code = codes[i]!;
    const counts = counting[code]!;
    if (counts === 1) into[length++] = code;
    else if (counts === 2 && i + 1 < to && looseText(String.fromCharCode(code, codes[i + 1]!)).length === 2) {
      into[length++] = code;
      into[length++] = codes[++i]!;
    }
  }
  return length;
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
