import { decodeBlock, type Entry } from './block.ts';
import type { CatalogueLine, RecordUnit } from './build.ts';
import { ByteReader, nameOf } from './format.ts';
import { type KeyedFile, readKeyedFiles } from './keyed-list.ts';
import { type ArrayListing, catalogueSize, decodeRoot, type Listing, type Root, readArray, unsealRoot } from './root.ts';
import { type Counts, readCounts } from './summary.ts';
import type { ArrayName } from './units.ts';

/** Why the index could not be read. A search that meets this says so; it never returns fewer hits. */
export class IndexError extends Error {
  override name = 'IndexError';
  /** `missing`: the file did not come. `damaged`: it is not what its name says. */
  readonly reason: 'missing' | 'damaged';
  constructor(reason: 'missing' | 'damaged', file: string, cause?: unknown) {
    super(`${file}: ${reason === 'missing' ? 'could not be loaded' : 'is damaged'}`, { cause });
    this.reason = reason;
  }
}

/** How the files of the index are had. */
export interface Source {
  /** Bytes of a file as stored; throws when they do not come. */
  fetch(name: string): Promise<Uint8Array>;
  inflate(bytes: Uint8Array): Promise<Uint8Array>;
}

/** A summary of a range of entries. */
export interface StoredSummary {
  key: string;
  from: number;
  to: number;
  counts: Counts;
}

/** The text of a speech as the index keeps it. */
export interface StoredText {
  passages: RecordUnit[];
  heads: RecordUnit[];
}

/** Decoded files kept in memory; the oldest go first. */
const mostKept = 400;

/** Fetches, verifies, unpacks and remembers the files of one edition of the index. */
export class Store {
  readonly root: Root;
  /** Names this state of the whole index. */
  readonly edition: string;
  readonly #source: Source;
  readonly #kept = new Map<string, Promise<unknown>>();

  private constructor(source: Source, root: Root, edition: string) {
    this.#source = source;
    this.root = root;
    this.edition = edition;
  }

  /** Opens the index by its root. */
  static async open(source: Source): Promise<Store> {
    const bytes = await fetchFrom(source, 'root');
    try {
      const { edition, compressed } = unsealRoot(bytes);
      return new Store(source, decodeRoot(await source.inflate(compressed)), edition);
    } catch (cause) {
      throw new IndexError('damaged', 'root', cause);
    }
  }

  /** The listing of an array. */
  async array(array: ArrayName): Promise<ArrayListing> {
    return array === 'left' ? this.#load(this.root.left, (bytes) => readArray(new ByteReader(bytes))) : this.root.arrays[array];
  }

  /** Entries of a block. */
  block(name: string): Promise<Entry[]> {
    return this.#load(name, decodeBlock);
  }

  /** Summaries of a file, in the order of their keys. */
  summaries(name: string): Promise<StoredSummary[]> {
    return this.#load(name, (bytes) => {
      const reader = new ByteReader(bytes);
      const summaries: StoredSummary[] = [];
      while (!reader.atEnd) summaries.push({ key: reader.text(), from: reader.number(), to: reader.number(), counts: readCounts(reader) });
      return summaries;
    });
  }

  /** Files of a listing around a query: those of the pages from `first` to `last`, with the number of the first file. */
  async files(listing: Listing, pageLength: number, first: number, last: number): Promise<{ files: KeyedFile[]; base: number }> {
    if (!listing.paged) return { files: listing.files, base: 0 };
    const pages = await Promise.all(listing.files.slice(first, last + 1).map(({ name }) => this.#load(name, (bytes) => readKeyedFiles(new ByteReader(bytes)))));
    return { files: pages.flat(), base: first * pageLength };
  }

  /** The catalogue's line of a speech. */
  async line(speech: number): Promise<CatalogueLine> {
    const lines = await this.#load(this.root.catalogue[Math.floor(speech / catalogueSize)]!, (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as CatalogueLine[]);
    return lines[speech % catalogueSize]!;
  }

  /** The text of a speech. */
  async text(speech: number): Promise<StoredText> {
    const { text } = await this.line(speech);
    return this.#load(text, (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as StoredText);
  }

  #load<T>(name: string, decode: (bytes: Uint8Array) => T): Promise<T> {
    const known = this.#kept.get(name);
    if (known) return known as Promise<T>;
    const loading = this.#fetch(name, decode);
    this.#kept.set(name, loading);
    // What failed is not remembered, so that a second try asks again.
    loading.catch(() => this.#kept.delete(name));
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    return loading;
  }

  async #fetch<T>(name: string, decode: (bytes: Uint8Array) => T): Promise<T> {
    const bytes = await fetchFrom(this.#source, name);
    if (nameOf(bytes) !== name) throw new IndexError('damaged', name);
    try {
      return decode(await this.#source.inflate(bytes));
    } catch (cause) {
      throw new IndexError('damaged', name, cause);
    }
  }
}

async function fetchFrom(source: Source, name: string): Promise<Uint8Array> {
  try {
    return await source.fetch(name);
  } catch (cause) {
    throw new IndexError('missing', name, cause);
  }
}
