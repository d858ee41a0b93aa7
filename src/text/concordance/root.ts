import { bytesToHex } from '@noble/hashes/utils.js';
import { ByteReader, ByteWriter, checkLength, formatVersion, seal, unseal } from './format.ts';
import { type KeyList, readKeys, writeKeys } from './key-list.ts';
import type { ArrayName, UnitNumbers } from './units.ts';

/** The keys of an array's blocks or summaries. */
export interface Listing {
  /** The keys, or, when they are many, those of the pages that hold them. */
  keys: KeyList;
  /** Keys in a page; 0 when there are no pages. */
  pageSize: number;
}

/** One sorted array of the index. */
export interface ArrayListing {
  /** Number of its entries. */
  entries: number;
  /** More than any block has entries: the entry `i` of block `b` has the address `b * stride + i`. */
  stride: number;
  blocks: Listing;
  summaries: Listing;
}

/** What narrows hits: its values, and for each speech the number of its value. */
export interface Attribute {
  name: string;
  values: string[];
  ofSpeech: Uint32Array;
}

/** The directory of the index: from it everything else is found. */
export interface Root extends UnitNumbers {
  /** Characters (code points) in the passages of each speech. */
  characters: Uint32Array;
  attributes: Attribute[];
  /** The arrays that every search needs; that by left context, which only its order needs, is listed in a file of its own. */
  arrays: Record<Exclude<ArrayName, 'left'>, ArrayListing>;
}

/** Speeches in one file of names. */
export const namesInFile = 64;

/** Names of the files of an edition. */
export const fileName = {
  block: (array: ArrayName, number: number) => `${array}/block-${number}`,
  summary: (array: ArrayName, number: number) => `${array}/summary-${number}`,
  page: (array: ArrayName, of: 'blocks' | 'summaries', number: number) => `${array}/${of}-${number}`,
  speech: (number: number) => `speech/${number}`,
  names: (number: number) => `names/${number}`,
  left: 'left/listing',
};

/** Encodes the root. */
export function encodeRoot(root: Root): Uint8Array {
  const writer = new ByteWriter();
  const speeches = root.passageCounts.length;
  writer.number(speeches);
  for (const count of root.passageCounts) writer.number(count);
  for (let i = 0; i < speeches; i++) writer.number(root.firstUnits[i + 1]! - root.firstUnits[i]! - root.passageCounts[i]!);
  for (const count of root.characters) writer.number(count);
  writer.number(root.attributes.length);
  for (const { name, values, ofSpeech } of root.attributes) {
    writer.text(name);
    writer.number(values.length);
    for (const value of values) writer.text(value);
    for (const value of ofSpeech) writer.number(value);
  }
  writeArray(writer, root.arrays.right);
  writeArray(writer, root.arrays.loose);
  return writer.bytes();
}

/** Reads what `encodeRoot` wrote. */
export function decodeRoot(bytes: Uint8Array): Root {
  const reader = new ByteReader(bytes);
  const speeches = reader.number();
  const numbers = () => Uint32Array.from({ length: speeches }, () => reader.number());
  const passageCounts = numbers();
  const firstUnits = new Uint32Array(speeches + 1);
  for (let i = 0; i < speeches; i++) firstUnits[i + 1] = firstUnits[i]! + passageCounts[i]! + reader.number();
  const characters = numbers();
  const attributes = Array.from({ length: reader.number() }, () => {
    const name = reader.text();
    const values = Array.from({ length: reader.number() }, () => reader.text());
    return { name, values, ofSpeech: numbers() };
  });
  return { firstUnits, passageCounts, characters, attributes, arrays: { right: readArray(reader), loose: readArray(reader) } };
}

/** Writes the listing of an array. */
export function writeArray(writer: ByteWriter, { entries, stride, blocks, summaries }: ArrayListing): void {
  writer.number(entries);
  writer.number(stride);
  for (const { pageSize, keys } of [blocks, summaries]) {
    writer.number(pageSize);
    writeKeys(writer, keys);
  }
}

/** Reads what `writeArray` wrote. */
export function readArray(reader: ByteReader): ArrayListing {
  const listing = (): Listing => ({ pageSize: reader.number(), keys: readKeys(reader) });
  return { entries: reader.number(), stride: reader.number(), blocks: listing(), summaries: listing() };
}

/** The root was written by another version of the builder than the reader belongs to. */
export class VersionError extends Error {
  override name = 'VersionError';
}

/** The root as a file: version of the format, edition of the index, the compressed root. */
export function sealRoot(edition: Uint8Array, compressed: Uint8Array): Uint8Array {
  const writer = new ByteWriter();
  writer.byte(formatVersion);
  writer.append(edition);
  writer.append(compressed);
  return seal('root', writer.bytes());
}

/**
 * Takes the root out of its file again. The edition names this state of the whole index.
 * @throws RangeError when the file is not whole
 * @throws VersionError when it has another format
 */
export function unsealRoot(sealed: Uint8Array): { edition: string; compressed: Uint8Array } {
  const reader = new ByteReader(unseal('root', sealed));
  const version = reader.byte();
  if (version !== formatVersion) throw new VersionError(`the index has format ${version}, this page reads ${formatVersion}`);
  return { edition: bytesToHex(reader.take(checkLength)), compressed: reader.rest() };
}
