import type { ByteReader, ByteWriter } from './format.ts';
import type { UnitNumbers } from './units.ts';

/** How often something stands in one speech. */
export interface SpeechCount {
  /** Number of the speech in the corpus. */
  speech: number;
  occurrences: number;
  /** Passages that contain it. */
  passages: number;
  /** Occurrences in the title and the section heads, which are no passages. */
  inHeads: number;
}

/** How often something stands in the whole corpus, speech by speech, in the order of the corpus. */
export type Counts = SpeechCount[];

/** Counts entries of an index range, which come in the order of their keys, not of the text. One counter serves many ranges. */
export class Counter {
  readonly #units: UnitNumbers;
  readonly #occurrences: Uint32Array;
  readonly #passages: Uint32Array;
  readonly #inHeads: Uint32Array;
  /** Round in which a unit was counted last. */
  readonly #seen: Uint32Array;
  #round = 1;
  /** Speeches that were counted in this round, and their number. */
  readonly #touched: Uint32Array;
  #touchedCount = 0;

  constructor(units: UnitNumbers) {
    const speeches = units.passageCounts.length;
    this.#units = units;
    this.#occurrences = new Uint32Array(speeches);
    this.#passages = new Uint32Array(speeches);
    this.#inHeads = new Uint32Array(speeches);
    this.#seen = new Uint32Array(units.firstUnits[speeches]!);
    this.#touched = new Uint32Array(speeches);
  }

  /** Counts one occurrence in a unit of a speech. */
  add(unit: number, speech: number): void {
    if (this.#occurrences[speech] === 0 && this.#inHeads[speech] === 0) this.#touched[this.#touchedCount++] = speech;
    if (unit - this.#units.firstUnits[speech]! >= this.#units.passageCounts[speech]!) {
      this.#inHeads[speech]!++;
      return;
    }
    this.#occurrences[speech]!++;
    if (this.#seen[unit] !== this.#round) {
      this.#seen[unit] = this.#round;
      this.#passages[speech]!++;
    }
  }

  /** The counts since the last call. */
  take(): Counts {
    const touched = this.#touched.subarray(0, this.#touchedCount).sort();
    const counts = Array.from(touched, (speech) => ({ speech, occurrences: this.#occurrences[speech]!, passages: this.#passages[speech]!, inHeads: this.#inHeads[speech]! }));
    for (const speech of touched) this.#occurrences[speech] = this.#passages[speech] = this.#inHeads[speech] = 0;
    this.#touchedCount = 0;
    this.#round++;
    return counts;
  }
}

/** Writes counts: gaps between speeches, and for each its numbers. */
export function writeCounts(writer: ByteWriter, counts: Counts): void {
  writer.number(counts.length);
  let previous = -1;
  for (const { speech, occurrences, passages, inHeads } of counts) {
    writer.number(speech - previous - 1);
    writer.number(occurrences);
    writer.number(passages);
    writer.number(inHeads);
    previous = speech;
  }
}

/** Reads what `writeCounts` wrote. */
export function readCounts(reader: ByteReader): Counts {
  let speech = -1;
  return Array.from({ length: reader.number() }, () => {
    speech += reader.number() + 1;
    return { speech, occurrences: reader.number(), passages: reader.number(), inHeads: reader.number() };
  });
}

/** Sums over all speeches. */
export function totals(counts: Counts): { occurrences: number; passages: number; speeches: number; inHeads: number } {
  const sum = { occurrences: 0, passages: 0, speeches: 0, inHeads: 0 };
  for (const { occurrences, passages, inHeads } of counts) {
    sum.occurrences += occurrences;
    sum.passages += passages;
    sum.inHeads += inHeads;
    if (occurrences > 0) sum.speeches++;
  }
  return sum;
}
