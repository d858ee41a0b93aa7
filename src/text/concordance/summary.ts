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

  /** The counts since the last call of this or `take`: what they add to those before. A passage that counted before does not count again. */
  step(): Counts {
    const touched = this.#touched.subarray(0, this.#touchedCount).sort();
    const counts = Array.from(touched, (speech) => ({ speech, occurrences: this.#occurrences[speech]!, passages: this.#passages[speech]!, inHeads: this.#inHeads[speech]! }));
    for (const speech of touched) this.#occurrences[speech] = this.#passages[speech] = this.#inHeads[speech] = 0;
    this.#touchedCount = 0;
    return counts;
  }

  /** The counts since the last call of this or `step`; what comes after counts anew. */
  take(): Counts {
    this.#round++;
    return this.step();
  }
}

/** Two lists of counts as one. */
export function addCounts(a: Counts, b: Counts): Counts {
  const sum: Counts = [];
  let at = 0;
  for (const count of b) {
    while (at < a.length && a[at]!.speech < count.speech) sum.push(a[at++]!);
    if (a[at]?.speech !== count.speech) sum.push(count);
    else {
      const { speech, occurrences, passages, inHeads } = a[at++]!;
      sum.push({ speech, occurrences: occurrences + count.occurrences, passages: passages + count.passages, inHeads: inHeads + count.inHeads });
    }
  }
  while (at < a.length) sum.push(a[at++]!);
  return sum;
}

/** A stored summary of a range of entries that share their beginning. */
export interface Summary {
  /** The longest beginning that they share. */
  key: string;
  /** Addresses of the first entry and after the last one. */
  from: number;
  to: number;
  /** True when `counts` come on top of those of the next summary, whose range lies within this one. */
  onTop: boolean;
  counts: Counts;
}

/** Writes a summary. */
export function writeSummary(writer: ByteWriter, { key, from, to, onTop, counts }: Summary): void {
  writer.text(key);
  writer.number(from);
  writer.number(to);
  writer.byte(onTop ? 1 : 0);
  writeCounts(writer, counts);
}

/**
 * Reads all summaries of a file, in the order of their keys.
 * @throws RangeError when the last one comes on top of another
 */
export function readSummaries(reader: ByteReader): Summary[] {
  const summaries: Summary[] = [];
  while (!reader.atEnd) summaries.push({ key: reader.text(), from: reader.number(), to: reader.number(), onTop: reader.byte() === 1, counts: readCounts(reader) });
  if (summaries.at(-1)?.onTop) throw new RangeError('the data end too early');
  return summaries;
}

/** All counts of a summary: its own, and those of the summaries that they come on top of. */
export function countsOf(summaries: readonly Summary[], number: number): Counts {
  let last = number;
  while (summaries[last]!.onTop) last++;
  let counts = summaries[last]!.counts;
  while (last-- > number) counts = addCounts(counts, summaries[last]!.counts);
  return counts;
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
