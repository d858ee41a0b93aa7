import { ByteReader, ByteWriter, formatVersion, nameOf } from './format.ts';
import { type KeyedFile, readKeyedFiles, readName, writeKeyedFiles, writeName } from './keyed-list.ts';
import type { ArrayName, UnitNumbers } from './units.ts';

/** A list of files that is in the root itself, or, when it is long, in pages of its own. */
export interface Listing {
  /** True when `files` are pages that hold the list. */
  paged: boolean;
  files: KeyedFile[];
}

/** One sorted array of the index. */
export interface ArrayListing {
  /** Number of its entries. */
  entries: number;
  /** Entries in a block. */
  blockSize: number;
  blocks: Listing;
  summaries: Listing;
}

/** The one file with a fixed name: from it everything else is found. */
export interface Root extends UnitNumbers {
  /** The arrays that every search needs. */
  arrays: Record<Exclude<ArrayName, 'left'>, ArrayListing>;
  /** The file that lists the array by left context, which only that order needs. */
  left: string;
  /** Attributes of the speeches by which hits can be narrowed: for each its values, and for each speech the number of its value. */
  attributes: { name: string; values: string[]; ofSpeech: Uint32Array }[];
  /** The catalogue of speeches, in files of `catalogueSize` each. */
  catalogue: string[];
}

/** Speeches in one file of the catalogue. */
export const catalogueSize = 64;

/** Files in one page of a long listing. */
export const pageSize = 256;

/** A listing with more files than this is divided into pages. */
export const longestListing = 1024;

/** Encodes the root. */
export function encodeRoot(root: Root): Uint8Array {
  const writer = new ByteWriter();
  const speeches = root.passageCounts.length;
  writer.number(speeches);
  for (let i = 0; i < speeches; i++) {
    writer.number(root.passageCounts[i]!);
    writer.number(root.firstUnits[i + 1]! - root.firstUnits[i]! - root.passageCounts[i]!);
  }
  writer.number(root.attributes.length);
  for (const { name, values, ofSpeech } of root.attributes) {
    writer.text(name);
    writer.number(values.length);
    for (const value of values) writer.text(value);
    for (const value of ofSpeech) writer.number(value);
  }
  writer.number(root.catalogue.length);
  for (const name of root.catalogue) writeName(writer, name);
  writeName(writer, root.left);
  writeArray(writer, root.arrays.right);
  writeArray(writer, root.arrays.loose);
  return writer.bytes();
}

/** Reads what `encodeRoot` wrote. */
export function decodeRoot(bytes: Uint8Array): Root {
  const reader = new ByteReader(bytes);
  const speeches = reader.number();
  const firstUnits = new Uint32Array(speeches + 1);
  const passageCounts = new Uint32Array(speeches);
  for (let i = 0; i < speeches; i++) {
    passageCounts[i] = reader.number();
    firstUnits[i + 1] = firstUnits[i]! + passageCounts[i]! + reader.number();
  }
  const attributes = Array.from({ length: reader.number() }, () => {
    const name = reader.text();
    const values = Array.from({ length: reader.number() }, () => reader.text());
    return { name, values, ofSpeech: Uint32Array.from({ length: speeches }, () => reader.number()) };
  });
  const catalogue = Array.from({ length: reader.number() }, () => readName(reader));
  const left = readName(reader);
  return { firstUnits, passageCounts, attributes, catalogue, left, arrays: { right: readArray(reader), loose: readArray(reader) } };
}

/** Writes the listing of an array. */
export function writeArray(writer: ByteWriter, { entries, blockSize, blocks, summaries }: ArrayListing): void {
  writer.number(entries);
  writer.number(blockSize);
  for (const { paged, files } of [blocks, summaries]) {
    writer.byte(paged ? 1 : 0);
    writeKeyedFiles(writer, files);
  }
}

/** Reads what `writeArray` wrote. */
export function readArray(reader: ByteReader): ArrayListing {
  const listing = (): Listing => ({ paged: reader.byte() === 1, files: readKeyedFiles(reader) });
  return { entries: reader.number(), blockSize: reader.number(), blocks: listing(), summaries: listing() };
}

/** Wraps the compressed root: version, name of its bytes (so that damage is noticed), the bytes. */
export function sealRoot(compressed: Uint8Array): Uint8Array {
  const writer = new ByteWriter();
  writer.byte(formatVersion);
  writeName(writer, nameOf(compressed));
  writer.append(compressed);
  return writer.bytes();
}

/** Takes the wrapping off again; the edition names this state of the whole index. */
export function unsealRoot(bytes: Uint8Array): { edition: string; compressed: Uint8Array } {
  const reader = new ByteReader(bytes);
  const version = reader.byte();
  if (version !== formatVersion) throw new RangeError(`the index has format ${version}, this page reads ${formatVersion}`);
  const edition = readName(reader);
  const compressed = reader.rest();
  if (nameOf(compressed) !== edition) throw new RangeError('the directory is damaged');
  return { edition, compressed };
}
