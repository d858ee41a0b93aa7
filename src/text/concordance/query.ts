import { foldForSearch } from '../fold.ts';
import { type Block, findInBlock } from './block.ts';
import type { RecordUnit, SpeechRecord } from './build.ts';
import { keyLength } from './format.ts';
import { firstFileFor, firstFileFrom, lastFileFor } from './key-list.ts';
import { finder, type Occurrence } from './scan.ts';
import { IndexError, type Source, Store } from './store.ts';
import { Counter, type Counts, countsOf } from './summary.ts';
import { type ArrayName, lastStartAt, looseText, reversed, textFor } from './units.ts';

/** A hit with all that a concordance line needs. */
export interface Hit extends Occurrence {
  /** Number of its speech in the corpus, and the speech. */
  speech: number;
  record: SpeechRecord;
  unit: RecordUnit;
  inHead: boolean;
}

/** What a search found: exact counts, and what is needed to list the hits. */
export interface Found {
  /** The query as it was typed, and folded. */
  query: string;
  folded: string;
  /** Counts of every speech that has it, in the order of the corpus. */
  counts: Counts;
}

/** A query of which not all candidates can be verified within bounds. */
export class TooCommonError extends Error {
  override name = 'TooCommonError';
  /** Speeches that would have to be read. */
  readonly speeches: number;
  constructor(speeches: number) {
    super(`${speeches} speeches would have to be read to verify this`);
    this.speeches = speeches;
  }
}

/** Speeches that a verification may read. */
export const mostVerified = 200;

/** The entries of an array that begin with a text, from one address up to another: their units, or, where they reach over many blocks, their counts. */
type Range = { from: number; to: number } & ({ units: number[] } | { counts: Counts });

const nothing: Range = { units: [], from: 0, to: 0 };

/** True for what no text contains: nothing at all, and the terminator of the index. */
function cannotStand(text: string): boolean {
  return text === '' || text.includes('\0');
}

/** The exact concordance of a corpus. */
export class Concordance {
  readonly store: Store;
  readonly #counter: Counter;

  constructor(store: Store) {
    this.store = store;
    this.#counter = new Counter(store.root);
  }

  /** Opens the index that a source has. */
  static async open(source: Source): Promise<Concordance> {
    return new Concordance(await Store.open(source));
  }

  /** Number of speeches in the corpus. */
  get speeches(): number {
    return this.store.root.passageCounts.length;
  }

  /**
   * Finds every occurrence of a text, under the fold of the search (or, `strict`, character for character).
   * @throws IndexError when a file does not come or is damaged
   * @throws TooCommonError when a query longer than a key, or a strict one, has too many candidates to verify
   */
  async find(query: string, { strict = false } = {}): Promise<Found> {
    const folded = foldForSearch(query);
    const counts = await this.#countsOf('right', folded);
    const verify = strict && counts.length > 0 && needsStrictCheck(query);
    return {
      query,
      folded,
      counts: verify
        ? await this.#countByReading(
            counts.map(({ speech }) => speech),
            finder(query, true),
          )
        : counts,
    };
  }

  /**
   * Finds every occurrence that differs from the query in punctuation, symbols or blanks; exact ones, under the fold of
   * the search, are left out. `passages` counts those that hold an occurrence of either kind: which of them hold one of
   * these only the text tells.
   * @throws as `find` does
   */
  async findIgnoringPunctuation({ query, folded }: Found): Promise<Found> {
    const [all, exact] = await Promise.all([this.#countsOf('loose', looseText(query)), this.#countsOf('right', folded)]);
    const known = new Map(exact.map((count) => [count.speech, count]));
    const counts = all
      .map((count) => ({
        ...count,
        occurrences: count.occurrences - (known.get(count.speech)?.occurrences ?? 0),
        inHeads: count.inHeads - (known.get(count.speech)?.inHeads ?? 0),
      }))
      .filter(({ occurrences, inHeads }) => occurrences > 0 || inHeads > 0);
    return { query, folded, counts };
  }

  /** Hits of the speeches from the list, in the order of the text, heads after passages. */
  async read(speeches: readonly number[], find: (text: string) => Occurrence[]): Promise<{ record: SpeechRecord; hits: Hit[] }[]> {
    return Promise.all(
      speeches.map(async (speech) => {
        const record = await this.store.speech(speech);
        const inUnits = (units: RecordUnit[], inHead: boolean) => units.flatMap((unit) => find(unit.text).map((occurrence) => ({ ...occurrence, speech, record, unit, inHead })));
        return { record, hits: [...inUnits(record.passages, false), ...inUnits(record.heads, true)] };
      }),
    );
  }

  /**
   * Hits in passages, in the order of what follows or what stands before, from a place in the array. The order looks at
   * `keyLength` UTF-16 units, the hit's own among them; equal ones stand in the order of the text (by left context, those
   * of one passage in the reverse).
   * @param page.from where to go on, as the page before says; 0 at first
   * @param page.size most hits
   * @returns up to `size` hits (fewer, or none, also where a filter passes over many) and where to go on, or undefined at the end
   */
  async sorted(
    query: string,
    order: 'right' | 'left',
    { from, size }: { from: number; size: number },
    { strict = false, wanted = () => true }: { strict?: boolean; wanted?: (speech: number) => boolean } = {},
  ): Promise<{ hits: Hit[]; next: number | undefined }> {
    const folded = foldForSearch(query);
    const key = order === 'left' ? reversed(folded) : folded;
    const range = cannotStand(folded) ? nothing : await this.#range(order, key.slice(0, keyLength));
    const { stride } = await this.store.array(order);
    const hits: Hit[] = [];
    let at = Math.max(range.from, from);
    // A narrow filter over a common word may pass over many entries; a page reads a bounded number of blocks.
    for (let blocks = 0; at < range.to && hits.length < size && blocks < 8; blocks++) {
      const block = Math.floor(at / stride);
      const base = block * stride;
      const entries = await this.store.block(order, block);
      const past = base + entries.units.length;
      const end = Math.min(range.to, past);
      while (at < end && hits.length < size) {
        // As many as are still wanted, so that their texts are fetched side by side.
        const length = Math.min(end - at, size - hits.length);
        const read = await Promise.all(Array.from({ length }, (_, i) => this.#hitOf(order, entries, at - base + i, folded, wanted)));
        for (const hit of read) if (hit && (!strict || hit.unit.text.startsWith(query, hit.start))) hits.push(hit);
        at += length;
      }
      if (at === past) at = base + stride;
    }
    return { hits, next: at < range.to ? at : undefined };
  }

  async #hitOf(order: 'right' | 'left', { units, offsets }: Block, i: number, folded: string, wanted: (speech: number) => boolean): Promise<Hit | undefined> {
    const { firstUnits, passageCounts } = this.store.root;
    const [unit, offset] = [units[i]!, offsets[i]!];
    const speech = lastStartAt(firstUnits, unit);
    const number = unit - firstUnits[speech]!;
    if (number >= passageCounts[speech]! || !wanted(speech)) return undefined;
    const record = await this.store.speech(speech);
    const passage = record.passages[number]!;
    const start = order === 'left' ? passage.text.length - offset - folded.length : offset;
    // Longer than a key, and different beyond it.
    if (start < 0 || foldForSearch(passage.text.slice(start, start + folded.length)) !== folded) return undefined;
    return { start, end: start + folded.length, speech, record, unit: passage, inHead: false };
  }

  /** Counts of a text, already folded for the array. */
  async #countsOf(array: ArrayName, text: string): Promise<Counts> {
    if (cannotStand(text)) return [];
    if (text.length > keyLength) return this.#countsOfLong(array, text);
    const range = await this.#range(array, text);
    return 'units' in range ? this.#count(range.units) : range.counts;
  }

  /** A text longer than a key: its rarest stretch names the candidates, and their text decides. */
  async #countsOfLong(array: ArrayName, text: string): Promise<Counts> {
    const stretches = stretchesOf(text);
    const ranges = await Promise.all(stretches.map((at) => this.#range(array, text.slice(at, at + keyLength))));
    const speechesOf = (range: Range) =>
      'units' in range ? [...new Set(range.units.map((unit) => lastStartAt(this.store.root.firstUnits, unit)))].sort((a, b) => a - b) : range.counts.map(({ speech }) => speech);
    const find = finder(text, true);
    const candidates = ranges.map(speechesOf).sort((a, b) => a.length - b.length)[0]!;
    return this.#countByReading(candidates, (unit) => find(textFor(array, unit)));
  }

  async #countByReading(speeches: readonly number[], find: (text: string) => Occurrence[]): Promise<Counts> {
    if (speeches.length > mostVerified) throw new TooCommonError(speeches.length);
    const counts = await Promise.all(
      speeches.map(async (speech) => {
        const { passages, heads } = await this.store.speech(speech);
        const inPassages = passages.map(({ text }) => find(text).length);
        return {
          speech,
          occurrences: inPassages.reduce((sum, n) => sum + n, 0),
          passages: inPassages.filter((n) => n > 0).length,
          inHeads: heads.reduce((sum, { text }) => sum + find(text).length, 0),
        };
      }),
    );
    return counts.filter(({ occurrences, inHeads }) => occurrences > 0 || inHeads > 0);
  }

  #count(units: readonly number[]): Counts {
    for (const unit of units) this.#counter.add(unit, lastStartAt(this.store.root.firstUnits, unit));
    return this.#counter.take();
  }

  /** The range of entries that begin with a text of at most `keyLength` units. */
  async #range(array: ArrayName, text: string): Promise<Range> {
    const { blocks, stride, entries } = await this.store.array(array);
    if (entries === 0) return nothing;
    const [firstPage, lastPage] = blocks.pageSize ? [firstFileFor(blocks.keys, text), lastFileFor(blocks.keys, text)] : [0, 0];
    if (lastPage - firstPage >= 2) return this.#summary(array, text);
    const { keys, base } = await this.store.keys(array, 'blocks', blocks, firstPage);
    const [first, last] = [base + firstFileFor(keys, text), base + lastFileFor(keys, text)];
    if (last - first >= 2) return this.#summary(array, text);
    const parts = await Promise.all((first === last ? [first] : [first, last]).map((number) => this.#rangeInBlock(array, number, number * stride, text)));
    const found = parts.filter(({ units }) => units.length > 0);
    return found.length === 0 ? nothing : { units: found.flatMap(({ units }) => [...units]), from: found[0]!.from, to: found.at(-1)!.to };
  }

  async #rangeInBlock(array: ArrayName, number: number, base: number, text: string): Promise<{ units: Uint32Array; from: number; to: number }> {
    const block = await this.store.block(array, number);
    const { from, to, sure } = findInBlock(block, text);
    // A key that was cut where it differs from its neighbours, when the text goes on beyond it, is the only candidate: its unit decides.
    const begins = sure || (await this.#beginsWith(array, block, from, text));
    return { units: begins ? block.units.subarray(from, to) : new Uint32Array(), from: base + from, to: base + to };
  }

  /** True when the suffix of an entry begins with a text, by what its unit says. */
  async #beginsWith(array: ArrayName, { units, offsets }: Block, i: number, text: string): Promise<boolean> {
    const { firstUnits, passageCounts } = this.store.root;
    const [unit, offset] = [units[i]!, offsets[i]!];
    const speech = lastStartAt(firstUnits, unit);
    const number = unit - firstUnits[speech]!;
    const { passages, heads } = await this.store.speech(speech);
    const whole = textFor(array, (number < passageCounts[speech]! ? passages[number] : heads[number - passageCounts[speech]!])!.text);
    return array === 'loose' ? whole.includes(text) : whole.startsWith(text, offset);
  }

  /** The stored summary of a range that reaches over more than two blocks: that of the shortest key beginning with the text. */
  async #summary(array: ArrayName, text: string): Promise<Range> {
    const { summaries } = await this.store.array(array);
    const page = summaries.pageSize ? firstFileFrom(summaries.keys, text) : 0;
    const { keys, base } = await this.store.keys(array, 'summaries', summaries, page);
    const number = base + firstFileFrom(keys, text);
    const inFile = await this.store.summaries(array, number);
    const found = inFile.findIndex(({ key }) => key >= text);
    if (!inFile[found]?.key.startsWith(text)) throw new IndexError('damaged', `summary of “${text}”`);
    const { from, to } = inFile[found];
    return { from, to, counts: countsOf(inFile, found) };
  }
}

/** Characters that the fold changes, or makes out of others: only these need a strict check. */
function needsStrictCheck(query: string): boolean {
  return /[\u0020-\u007e\uff01-\uff5e\u3000“”„‘’「」『』]/.test(query);
}

/** Where the stretches of a long text begin that are looked up: at its beginning, its end, and between. */
function stretchesOf(text: string): number[] {
  const last = text.length - keyLength;
  const steps = Math.min(5, Math.ceil(last / keyLength));
  return [...new Set(Array.from({ length: steps + 1 }, (_, i) => Math.round((last * i) / steps)))];
}
