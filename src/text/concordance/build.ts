import { type EntrySource, encodeBlock, readKey } from './block.ts';
import { ByteWriter, keyLength, nameOf } from './format.ts';
import { type KeyedFile, writeKeyedFiles } from './keyed-list.ts';
import { type ArrayListing, catalogueSize, encodeRoot, type Listing, longestListing, pageSize, type Root, sealRoot, writeArray } from './root.ts';
import { sharedLength, sortSuffixes } from './suffixes.ts';
import { Counter, type Counts, writeCounts } from './summary.ts';
import { type ArrayName, joinUnits, lastStartAt, numberUnits, type UnitTable } from './units.ts';

/** A passage or head for the results page. */
export interface RecordUnit {
  id: string;
  text: string;
  /** Lengths of its sentences in UTF-16 units. */
  sentences: number[];
  /** Number of its section. */
  section: number;
}

/** All that the results page needs of a speech. */
export interface SpeechRecord {
  id: string;
  title: string;
  short: { zh: string; en: string };
  date: string;
  kind: string;
  url: string;
  passages: RecordUnit[];
  heads: RecordUnit[];
  /** Names and lengths (UTF-16 units, head included) of its sections. */
  sections: { name: string; length: number }[];
}

/** A line of the catalogue: the speech without its text, and the file that has the text. */
export interface CatalogueLine extends Omit<SpeechRecord, 'passages' | 'heads'> {
  text: string;
}

/** Settings of the builder. */
export interface BuildOptions {
  /** Compresses without a header, so that equal input gives equal bytes. */
  deflate(bytes: Uint8Array): Uint8Array;
  /** Takes a file of the index, the root (named `root`) last. Equal files have equal names, and come as often as they are used. */
  write(name: string, bytes: Uint8Array): void;
  /**
   * Entries in a block.
   * @default 2048
   */
  blockSize?: number;
  /**
   * Bytes of summaries, before compression, after which a file is full.
   * @default 24_000
   */
  summarySize?: number;
}

/** What was built. */
export interface BuildReport {
  files: number;
  bytes: number;
  entries: Record<ArrayName, number>;
  summaries: Record<ArrayName, number>;
}

/**
 * Builds the exact concordance: every position of the folded text, sorted by what follows (and, in further arrays, by
 * what stands before, and by what follows when punctuation is passed over), in blocks named by the hash of their bytes.
 * Deterministic: the same speeches in the same order give the same files.
 * @param speeches gone through several times, so that not all texts need to be in memory as objects at once; a generator,
 * which can be gone through only once, will not do
 */
export function buildConcordance(speeches: Iterable<SpeechRecord>, options: BuildOptions): BuildReport {
  const report: BuildReport = { files: 0, bytes: 0, entries: { right: 0, left: 0, loose: 0 }, summaries: { right: 0, left: 0, loose: 0 } };
  const write = (bytes: Uint8Array): string => {
    const compressed = options.deflate(bytes);
    const name = nameOf(compressed);
    options.write(name, compressed);
    report.files++;
    report.bytes += compressed.length;
    return name;
  };
  const { catalogue, attributes } = writeCatalogue(speeches, write);
  const { room, ...numbers } = numberUnits(textsOf(speeches));
  if (numbers.passageCounts.length !== attributes[0]!.ofSpeech.length) throw new Error('The speeches to be indexed were not the same the second time.');
  const build = (array: ArrayName) => buildArray(joinUnits(textsOf(speeches), array, { room, ...numbers }), array, options, write, report);
  const arrays = { right: build('right'), loose: build('loose') };
  const left = new ByteWriter();
  writeArray(left, build('left'));
  const root = sealRoot(options.deflate(encodeRoot({ ...numbers, arrays, left: write(left.bytes()), attributes, catalogue })));
  options.write('root', root);
  report.files++;
  report.bytes += root.length;
  return report;
}

function* textsOf(speeches: Iterable<SpeechRecord>) {
  for (const { passages, heads } of speeches) yield { passages: passages.map(({ text }) => text), heads: heads.map(({ text }) => text) };
}

const encoder = new TextEncoder();
const json = (value: unknown) => encoder.encode(JSON.stringify(value));

/** Writes the texts and the catalogue, and takes down the attributes by which hits can be narrowed: kind of document and year. */
function writeCatalogue(speeches: Iterable<SpeechRecord>, write: (bytes: Uint8Array) => string): Pick<Root, 'catalogue' | 'attributes'> {
  const catalogue: string[] = [];
  const [kinds, years]: [string[], string[]] = [[], []];
  let lines: CatalogueLine[] = [];
  const flush = () => {
    if (lines.length) catalogue.push(write(json(lines)));
    lines = [];
  };
  for (const { passages, heads, ...line } of speeches) {
    kinds.push(line.kind);
    years.push(line.date.slice(0, 4));
    lines.push({ ...line, text: write(json({ passages, heads })) });
    if (lines.length === catalogueSize) flush();
  }
  flush();
  return { catalogue, attributes: [attribute('kind', kinds), attribute('year', years)] };
}

/** An attribute from its value for each speech. */
function attribute(name: string, ofSpeeches: readonly string[]): Root['attributes'][number] {
  const values = [...new Set(ofSpeeches)].sort();
  const numbers = new Map(values.map((value, i) => [value, i]));
  return { name, values, ofSpeech: Uint32Array.from(ofSpeeches, (value) => numbers.get(value)!) };
}

function buildArray(
  table: UnitTable,
  array: ArrayName,
  { blockSize = 2048, summarySize = 24_000 }: BuildOptions,
  write: (bytes: Uint8Array) => string,
  report: BuildReport,
): ArrayListing {
  const sorted = sortSuffixes(table.codes, keyLength);
  const { codes, order, shared } = sorted;
  const places = new Places(table);
  const source: EntrySource = { ...sorted, starts: table.starts, unitOf: (position) => places.unitOf(position) };
  report.entries[array] = order.length;
  const blocks: KeyedFile[] = [];
  for (let from = 0; from < order.length; from += blockSize) {
    const key = from > 0 ? readKey(codes, order[from]!, Math.min(keyLength, shared[from]! + 1)) : '';
    blocks.push({ key, name: write(encodeBlock(source, from, Math.min(from + blockSize, order.length), array !== 'loose')) });
  }
  const ranges = findRanges(codes, order, blockSize);
  report.summaries[array] = ranges.length;
  const summaries = writeSummaries(ranges, order, new Counter(table), places, summarySize, write);
  return { entries: order.length, blockSize, blocks: asListing(blocks, write, 'first'), summaries: asListing(summaries, write, 'last') };
}

/** Tells the unit and speech of a position quickly: a table of every 64th position, then a few steps. */
class Places {
  readonly #starts: Uint32Array;
  readonly #near: Uint32Array;
  readonly speechOf: Uint32Array;

  constructor({ codes, starts, firstUnits }: UnitTable) {
    this.#starts = starts;
    this.#near = new Uint32Array((codes.length >>> 6) + 1);
    for (let i = 0; i < this.#near.length; i++) this.#near[i] = lastStartAt(starts, i << 6);
    const units = starts.length - 1;
    this.speechOf = new Uint32Array(units);
    for (let speech = 0; speech + 1 < firstUnits.length; speech++) this.speechOf.fill(speech, firstUnits[speech]!, firstUnits[speech + 1]!);
  }

  unitOf(position: number): number {
    let unit = this.#near[position >>> 6]!;
    while (this.#starts[unit + 1]! <= position) unit++;
    return unit;
  }
}

/** A range of entries that share their beginning, with the longest beginning that they share. */
interface Range {
  key: string;
  from: number;
  to: number;
}

/**
 * Every range of entries with a common beginning that holds two or more first entries of blocks: only these can reach
 * beyond the two blocks at their ends. They are found from the first entries alone (the nodes of their tree), and for
 * each length of the beginning by binary search in the blocks at either end. Sorted by key.
 */
export function findRanges(codes: Uint16Array, order: Uint32Array, blockSize: number): Range[] {
  const count = Math.ceil(order.length / blockSize);
  const first = (block: number) => order[block * blockSize]!;
  const shared = (a: number, b: number) => sharedLength(codes, a, b, keyLength);
  const ranges: Range[] = [];
  const addNode = (i: number, j: number, parent: number, depth: number) => {
    // Entries before the first block and after the last one that still share the beginning.
    const from = (d: number) => search(i > 0 ? (i - 1) * blockSize + 1 : 0, i * blockSize, (entry) => shared(order[entry]!, first(i)) >= d);
    const end = Math.min((j + 1) * blockSize, order.length);
    const to = (d: number) => search(j * blockSize + 1, end, (entry) => shared(order[entry]!, first(j)) < d);
    let last: Range | undefined;
    for (let d = parent + 1; d <= depth; d++) {
      const range = { key: readKey(codes, first(i), d), from: from(d), to: to(d) };
      if (last && last.from === range.from && last.to === range.to) last.key = range.key;
      else {
        ranges.push(range);
        last = range;
      }
    }
  };
  // Nodes of the tree of first entries, by a stack of open intervals.
  const stack: { start: number; depth: number }[] = [{ start: 0, depth: 0 }];
  for (let block = 1; block <= count; block++) {
    const depth = block < count ? shared(first(block - 1), first(block)) : 0;
    let start = block - 1;
    while (stack.at(-1)!.depth > depth) {
      const closed = stack.pop()!;
      addNode(closed.start, block - 1, Math.max(depth, stack.at(-1)!.depth), closed.depth);
      start = closed.start;
    }
    if (stack.at(-1)!.depth < depth) stack.push({ start, depth });
  }
  return ranges.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The first number from `lo` below `hi` that passes a test which holds for all after it; `hi` if none does. */
function search(lo: number, hi: number, test: (n: number) => boolean): number {
  let [from, to] = [lo, hi];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (test(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function writeSummaries(ranges: readonly Range[], order: Uint32Array, counter: Counter, places: Places, fileSize: number, write: (bytes: Uint8Array) => string): KeyedFile[] {
  const files: KeyedFile[] = [];
  let writer = new ByteWriter();
  let count = 0;
  let last = '';
  const flush = () => {
    if (count === 0) return;
    files.push({ key: last, name: write(writer.bytes()) });
    writer = new ByteWriter();
    count = 0;
  };
  for (const { key, from, to } of ranges) {
    const counts = countRange(from, to, order, places, counter);
    writer.text(key);
    writer.number(from);
    writer.number(to);
    writeCounts(writer, counts);
    count++;
    last = key;
    if (writer.length >= fileSize) flush();
  }
  flush();
  return files;
}

function countRange(from: number, to: number, order: Uint32Array, places: Places, counter: Counter): Counts {
  for (let i = from; i < to; i++) {
    const unit = places.unitOf(order[i]!);
    counter.add(unit, places.speechOf[unit]!);
  }
  return counter.take();
}

/** Puts a long list of files into pages; a page is known by its first key (blocks) or its last (summaries). */
function asListing(files: KeyedFile[], write: (bytes: Uint8Array) => string, known: 'first' | 'last'): Listing {
  if (files.length <= longestListing) return { paged: false, files };
  const pages: KeyedFile[] = [];
  for (let i = 0; i < files.length; i += pageSize) {
    const page = files.slice(i, i + pageSize);
    const writer = new ByteWriter();
    writeKeyedFiles(writer, page);
    pages.push({ key: (known === 'first' ? page[0] : page.at(-1))!.key, name: write(writer.bytes()) });
  }
  return { paged: true, files: pages };
}
