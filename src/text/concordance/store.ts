import { type Block, decodeBlock } from './block.ts';
import type { SpeechName, SpeechRecord } from './build.ts';
import { ByteReader, splitContents, unseal } from './format.ts';
import { type KeyList, readKeys } from './key-list.ts';
import { type ArrayListing, decodeRoot, fileName, type Listing, namesInFile, type Root, readArray, unsealRoot, VersionError } from './root.ts';
import { readSummaries, type Summary } from './summary.ts';
import type { ArrayName } from './units.ts';

/**
 * Why the index could not be read. A search that meets this says so; it never returns fewer hits. `missing`: a file did
 * not come. `damaged`: it is not what was written. `outdated`: the site has been published anew since the index was opened, or
 * since the page was loaded.
 */
export type FaultReason = 'missing' | 'damaged' | 'outdated';

const faults: Readonly<Record<FaultReason, string>> = { missing: 'could not be loaded', damaged: 'is damaged', outdated: 'is of another edition' };

/** The index could not be read. */
export class IndexError extends Error {
  override name = 'IndexError';
  readonly reason: FaultReason;
  constructor(reason: FaultReason, file: string, cause?: unknown) {
    super(`${file}: ${faults[reason]}`, { cause });
    this.reason = reason;
  }
}

/** How the files of the index are had. Both `root` and `file` throw when the bytes do not come. */
export interface Source {
  /** The one file with a fixed address, as it is now. */
  root(): Promise<Uint8Array>;
  /** A file of an edition; it never changes. `anew` passes over what a cache may have of it, since that was damaged. */
  file(edition: string, name: string, anew: boolean): Promise<Uint8Array>;
  inflate(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Decoded files kept in memory; what was not used for longest goes first. A block takes 0.01 to 0.08 MB, a speech some 0.03. */
const mostKept = 240;

const parse = <T>(bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as T;

/** Fetches, verifies, unpacks and remembers the files of one edition of the index. */
export class Store {
  readonly root: Root;
  /** Names this state of the whole index. */
  readonly edition: string;
  readonly #source: Source;
  readonly #kept = new Map<string, Promise<unknown>>();
  /** Files that came, and could not be read. */
  readonly #damaged = new Set<string>();

  private constructor(source: Source, root: Root, edition: string) {
    this.#source = source;
    this.root = root;
    this.edition = edition;
  }

  /**
   * Opens the index by its root.
   * @throws IndexError
   */
  static async open(source: Source): Promise<Store> {
    const bytes = await fetching('root', () => source.root());
    return reading('root', async () => {
      const { edition, compressed } = unsealRoot(bytes);
      return new Store(source, decodeRoot(await source.inflate(compressed)), edition);
    });
  }

  /** The listing of an array. */
  async array(array: ArrayName): Promise<ArrayListing> {
    return array === 'left' ? this.#load(fileName.left, (bytes) => readArray(new ByteReader(bytes))) : this.root.arrays[array];
  }

  /** A block of entries. */
  block(array: ArrayName, number: number): Promise<Block> {
    return this.#load(fileName.block(array, number), (packed, plain) => decodeBlock({ packed, plain }));
  }

  /** Summaries of a file, in the order of their keys. */
  summaries(array: ArrayName, number: number): Promise<Summary[]> {
    return this.#load(fileName.summary(array, number), (bytes) => readSummaries(new ByteReader(bytes)));
  }

  /** Keys of a page of a listing, or, when it has no pages, all; with the number of the first key. */
  async keys(array: ArrayName, of: 'blocks' | 'summaries', { pageSize, keys }: Listing, page: number): Promise<{ keys: KeyList; base: number }> {
    if (pageSize === 0) return { keys, base: 0 };
    return { keys: await this.#load(fileName.page(array, of, page), (bytes) => readKeys(new ByteReader(bytes))), base: page * pageSize };
  }

  /** A speech with its text. */
  speech(speech: number): Promise<SpeechRecord> {
    return this.#load(fileName.speech(speech), parse<SpeechRecord>);
  }

  /** What names a speech. */
  async name(speech: number): Promise<SpeechName> {
    const names = await this.#load(fileName.names(Math.floor(speech / namesInFile)), parse<SpeechName[]>);
    return names[speech % namesInFile]!;
  }

  #load<T>(name: string, decode: (packed: Uint8Array, plain: Uint8Array) => T): Promise<T> {
    const known = this.#kept.get(name);
    const loading = known ? (known as Promise<T>) : this.#fetch(name, decode);
    // What was used last stands last.
    this.#kept.delete(name);
    this.#kept.set(name, loading);
    if (known) return loading;
    // What failed is not remembered, so that a second try asks again.
    loading.catch(() => this.#kept.delete(name));
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    return loading;
  }

  async #fetch<T>(name: string, decode: (packed: Uint8Array, plain: Uint8Array) => T): Promise<T> {
    const bytes = await fetching(name, () => this.#source.file(this.edition, name, this.#damaged.has(name)));
    this.#damaged.add(name);
    const decoded = await reading(name, async () => {
      const { compressed, plain } = splitContents(unseal(name, bytes));
      return decode(await this.#source.inflate(compressed), plain);
    });
    this.#damaged.delete(name);
    return decoded;
  }
}

async function fetching(name: string, fetch: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await fetch();
  } catch (cause) {
    throw new IndexError('missing', name, cause);
  }
}

async function reading<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new IndexError(cause instanceof VersionError ? 'outdated' : 'damaged', name, cause);
  }
}
