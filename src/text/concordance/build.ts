import { sha256 as ownSha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type EntrySource, encodeBlock, readKey } from './block.ts';
import { ByteWriter, checkLength, type Hash, joinContents, keyLength, seal } from './format.ts';
import { type KeyList, writeKeys } from './key-list.ts';
import { type ArrayListing, type Attribute, encodeRoot, fileName, type Listing, namesInFile, sealRoot, writeArray } from './root.ts';
import { roomFor, type SuffixRoom, sharedLength, sortSuffixes } from './suffixes.ts';
import { Counter, type Summary, writeSummary } from './summary.ts';
import { type ArrayName, deriveTable, lastStartAt, UnitCollector, type UnitTable } from './units.ts';

/** A passage or head for the results page. */
export interface RecordUnit {
  id: string;
  text: string;
  /** Lengths of its sentences in UTF-16 units. */
  sentences: number[];
  /** Number of its section. */
  section: number;
}

/** All that the results page needs of a speech; it is stored as it is. */
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

/** What names a speech in a list. */
export type SpeechName = Pick<SpeechRecord, 'title' | 'date' | 'url'>;

/** Settings of the builder. */
export interface BuildOptions {
  /** Compresses without a header, so that equal input gives equal bytes. */
  deflate(bytes: Uint8Array): Uint8Array;
  /** Takes a file of the index; the name may have a slash. The root (named `root`) comes last. */
  write(name: string, bytes: Uint8Array): void;
  /** A faster SHA-256 than our own. */
  sha256?: Hash;
  /**
   * Entries in a block, about.
   * @default as many as `blockSizeFor` gives
   */
  blockSize?: number;
  /**
   * Bytes of summaries, before compression, after which a file is full.
   * @default 24_000
   */
  summarySize?: number;
  /**
   * Keys in a page of a list; a list longer than eight pages is divided into them.
   * @default 1024
   */
  pageSize?: number;
}

/** What was built. */
export interface BuildReport {
  /** Name of this state of the whole index, from the bytes of all its files. All but the root must be had under it. */
  edition: string;
  files: number;
  bytes: number;
  entries: Record<ArrayName, number>;
  summaries: Record<ArrayName, number>;
}

/**
 * Builds the exact concordance: every position of the folded text, sorted by what follows (and, in further arrays, by
 * what stands before, and by what follows when punctuation is passed over), in numbered blocks.
 * Deterministic: the same speeches in the same order give the same files. Memory is linear in the text: about 11 bytes a
 * UTF-16 unit.
 * @param speeches gone through once
 */
export function buildConcordance(speeches: Iterable<SpeechRecord>, options: BuildOptions): BuildReport {
  const files = new FileWriter(options);
  const { table, ...aboutSpeeches } = takeSpeeches(speeches, files);
  const room = { ...roomFor(table.codes.length), codes: new Uint16Array(table.codes.length) };
  const entries = { right: 0, left: 0, loose: 0 };
  const summaries = { right: 0, left: 0, loose: 0 };
  const build = (array: ArrayName): ArrayListing => {
    const builder = new ArrayBuilder(array === 'right' ? table : deriveTable(table, array, room.codes), array, room, files);
    const listing = builder.build(options);
    entries[array] = listing.entries;
    summaries[array] = builder.summaries;
    return listing;
  };
  const arrays = { right: build('right'), loose: build('loose') };
  const left = new ByteWriter();
  writeArray(left, build('left'));
  files.write(fileName.left, left.bytes());
  const edition = files.writeRoot(encodeRoot({ firstUnits: table.firstUnits, passageCounts: table.passageCounts, ...aboutSpeeches, arrays }));
  return { edition, files: files.count, bytes: files.bytes, entries, summaries };
}

/** A block of this size weighs about as much as the list of all blocks: the first power of two from the root of the entries down, within bounds. */
export function blockSizeFor(entries: number): number {
  return 2 ** Math.min(12, Math.max(9, Math.floor(Math.log2(Math.max(1, entries)) / 2)));
}

/** Compresses, seals and counts files, and makes the edition of their checks. */
class FileWriter {
  readonly #options: BuildOptions;
  readonly #checks = new ByteWriter();
  count = 0;
  bytes = 0;

  constructor(options: BuildOptions) {
    this.#options = options;
  }

  /** Writes a file whose contents are compressed, but for the plain ones. */
  write(name: string, packed: Uint8Array, plain?: Uint8Array): void {
    const { deflate, sha256 } = this.#options;
    const sealed = seal(name, joinContents(deflate(packed), plain), sha256);
    this.#checks.append(sealed.subarray(0, checkLength));
    this.#pass(name, sealed);
  }

  /** Writes the root, and returns the edition. */
  writeRoot(contents: Uint8Array): string {
    const { deflate, sha256 = ownSha256 } = this.#options;
    const compressed = deflate(contents);
    this.#checks.append(sha256(compressed));
    const edition = sha256(this.#checks.bytes()).subarray(0, checkLength);
    this.#pass('root', sealRoot(edition, compressed));
    return bytesToHex(edition);
  }

  #pass(name: string, bytes: Uint8Array): void {
    this.#options.write(name, bytes);
    this.count++;
    this.bytes += bytes.length;
  }
}

const encoder = new TextEncoder();
const json = (value: unknown) => encoder.encode(JSON.stringify(value));

/** Writes the speeches and their names, and takes down their units, lengths, and attributes: kind of document and year. */
function takeSpeeches(speeches: Iterable<SpeechRecord>, files: FileWriter): { table: UnitTable; characters: Uint32Array; attributes: Attribute[] } {
  const units = new UnitCollector();
  const characters: number[] = [];
  const [kinds, years]: [string[], string[]] = [[], []];
  let names: SpeechName[] = [];
  const flush = () => {
    if (names.length) files.write(fileName.names(Math.floor((kinds.length - 1) / namesInFile)), json(names));
    names = [];
  };
  for (const speech of speeches) {
    files.write(fileName.speech(kinds.length), json(speech));
    const { title, date, url, kind, passages, heads } = speech;
    units.add({ passages: passages.map(({ text }) => text), heads: heads.map(({ text }) => text) });
    characters.push(passages.reduce((sum, { text }) => sum + codePoints(text), 0));
    kinds.push(kind);
    years.push(date.slice(0, 4));
    names.push({ title, date, url });
    if (names.length === namesInFile) flush();
  }
  flush();
  return { table: units.table(), characters: Uint32Array.from(characters), attributes: [attribute('kind', kinds), attribute('year', years)] };
}

/** Number of characters, a pair of surrogates as one. */
function codePoints(text: string): number {
  let count = text.length;
  for (let i = 1; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) count--;
  return count;
}

/** An attribute from its value for each speech. */
function attribute(name: string, ofSpeeches: readonly string[]): Attribute {
  const values = [...new Set(ofSpeeches)].sort();
  const numbers = new Map(values.map((value, i) => [value, i]));
  return { name, values, ofSpeech: Uint32Array.from(ofSpeeches, (value) => numbers.get(value)!) };
}

/** Sorts one array and writes its blocks, summaries and pages. */
class ArrayBuilder {
  readonly #array: ArrayName;
  readonly #files: FileWriter;
  readonly #source: EntrySource;
  readonly #places: Places;
  readonly #counter: Counter;
  /** Number of summaries written. */
  summaries = 0;

  constructor(table: UnitTable, array: ArrayName, room: SuffixRoom, files: FileWriter) {
    const places = new Places(table);
    this.#array = array;
    this.#files = files;
    this.#places = places;
    this.#counter = new Counter(table);
    this.#source = { ...sortSuffixes(table.codes, keyLength, room), starts: table.starts, unitOf: (position) => places.unitOf(position) };
  }

  build({ blockSize = blockSizeFor(this.#source.order.length), summarySize = 24_000, pageSize = 1024 }: BuildOptions): ArrayListing {
    const { codes, order, shared } = this.#source;
    const starts = cutBlocks(shared, order.length, blockSize);
    const stride = 2 * blockSize;
    const blocks = this.#writeBlocks(starts);
    const ranges = findRanges(codes, order, starts);
    this.summaries = ranges.length;
    const summaries = this.#writeSummaries(nestRanges(ranges, blockSize), summarySize, (entry) => {
      const block = lastStartAt(starts, entry);
      return block * stride + entry - starts[block]!;
    });
    return { entries: order.length, stride, blocks: this.#list(blocks, 'blocks', pageSize), summaries: this.#list(summaries, 'summaries', pageSize) };
  }

  /** Returns for each block what tells its first key from the one before. */
  #writeBlocks(starts: Uint32Array): KeyList {
    const { codes, order, shared } = this.#source;
    return Array.from({ length: starts.length - 1 }, (_, block) => {
      const [from, to] = [starts[block]!, starts[block + 1]!];
      const { packed, plain } = encodeBlock(this.#source, from, to, this.#array !== 'loose');
      this.#files.write(fileName.block(this.#array, block), packed, plain);
      return from > 0 ? readKey(codes, order[from]!, Math.min(keyLength, shared[from]! + 1)) : '';
    });
  }

  /** Returns for each file the key of its last summary. */
  #writeSummaries(nests: readonly Range[][], fileSize: number, address: (entry: number) => number): KeyList {
    const keys: KeyList = [];
    let writer = new ByteWriter();
    nests.forEach((nest, i) => {
      for (const summary of this.#summarize(nest)) writeSummary(writer, { ...summary, from: address(summary.from), to: address(summary.to - 1) + 1 });
      if (writer.length < fileSize && i < nests.length - 1) return;
      this.#files.write(fileName.summary(this.#array, keys.length), writer.bytes());
      keys.push(nest.at(-1)!.key);
      writer = new ByteWriter();
    });
    return keys;
  }

  /** Counts ranges each of which lies within the one before: the last one whole, and of the others what they have besides. */
  #summarize(nest: readonly Range[]): Summary[] {
    const innermost = nest.length - 1;
    const summaries: Summary[] = [];
    for (let i = innermost; i >= 0; i--) {
      const { key, from, to } = nest[i]!;
      const within = nest[i + 1] ?? { from: to, to };
      this.#count(from, within.from);
      this.#count(within.to, to);
      summaries.push({ key, from, to, onTop: i < innermost, counts: i > 0 ? this.#counter.step() : this.#counter.take() });
    }
    return summaries.reverse();
  }

  #count(from: number, to: number): void {
    const { order } = this.#source;
    for (let i = from; i < to; i++) {
      const unit = this.#places.unitOf(order[i]!);
      this.#counter.add(unit, this.#places.speechOf[unit]!);
    }
  }

  /**
   * Puts many keys into pages; a page is known by its first key (blocks) or its last (summaries). A page of blocks also has
   * the first two keys of the next: whether a range that goes on there ends in its first block, or reaches beyond two
   * blocks and has a summary, is told without that page.
   */
  #list(keys: KeyList, of: 'blocks' | 'summaries', pageSize: number): Listing {
    if (keys.length <= 8 * pageSize) return { keys, pageSize: 0 };
    const ofPages: KeyList = [];
    for (let i = 0; i < keys.length; i += pageSize) {
      const page = keys.slice(i, i + pageSize + (of === 'blocks' ? 2 : 0));
      const writer = new ByteWriter();
      writeKeys(writer, page);
      this.#files.write(fileName.page(this.#array, of, ofPages.length), writer.bytes());
      ofPages.push(of === 'blocks' ? page[0]! : page.at(-1)!);
    }
    return { keys: ofPages, pageSize };
  }
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

/**
 * Where blocks begin, and after the last one the number of all entries. A block ends where neighbours share least, within
 * a quarter of its size and as near to it as may be, so that few characters tell one block from the next.
 */
export function cutBlocks(shared: Uint8Array, entries: number, blockSize: number): Uint32Array {
  const leeway = blockSize >>> 2;
  const starts = [0];
  for (let start = 0; entries - start > blockSize + leeway; ) {
    const aim = start + blockSize;
    start = aim;
    for (let off = 1; off <= leeway; off++) {
      if (shared[aim - off]! < shared[start]!) start = aim - off;
      if (shared[aim + off]! < shared[start]!) start = aim + off;
    }
    starts.push(start);
  }
  if (entries > 0) starts.push(entries);
  return Uint32Array.from(starts);
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
 * @param starts where blocks begin, as `cutBlocks` gives it
 */
export function findRanges(codes: Uint16Array, order: Uint32Array, starts: Uint32Array): Range[] {
  const count = starts.length - 1;
  const first = (block: number) => order[starts[block]!]!;
  const shared = (a: number, b: number) => sharedLength(codes, a, b, keyLength);
  const ranges: Range[] = [];
  const addNode = (i: number, j: number, parent: number, depth: number) => {
    // Entries before the first block and after the last one that still share the beginning.
    const from = (d: number) => search(i > 0 ? starts[i - 1]! + 1 : 0, starts[i]!, (entry) => shared(order[entry]!, first(i)) >= d);
    const to = (d: number) => search(starts[j]! + 1, starts[j + 1]!, (entry) => shared(order[entry]!, first(j)) < d);
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

/**
 * Groups neighbours each of which lies within the one before, and of which the first has at most `most` entries besides the
 * last. Where a text repeats long stretches their beginnings have nearly the same entries; in groups, each takes little room.
 */
export function nestRanges(ranges: readonly Range[], most: number): Range[][] {
  const nests: Range[][] = [];
  for (const range of ranges) {
    const nest = nests.at(-1);
    const [outer, inner] = [nest?.[0], nest?.at(-1)];
    const fits = outer && inner && range.from >= inner.from && range.to <= inner.to && outer.to - outer.from - (range.to - range.from) <= most;
    if (fits) nest!.push(range);
    else nests.push([range]);
  }
  return nests;
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
