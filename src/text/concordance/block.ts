import { ByteReader, ByteWriter, keyLength } from './format.ts';
import type { SuffixTable } from './suffixes.ts';

/** One suffix of the index. */
export interface Entry {
  /**
   * As much of the suffix as tells it from its neighbours, and at most `keyLength` units. A suffix that ends there ends
   * with the terminator U+0000; any other goes on.
   */
  key: string;
  /** Number of its unit in the corpus. */
  unit: number;
  /** Offset in the unit, in UTF-16 units of the text that the array sorts. */
  offset: number;
}

/** A sorted array with the place of its suffixes, for encoding. */
export interface EntrySource extends SuffixTable {
  /** Start of each unit in `codes`. */
  starts: Uint32Array;
  /** Unit of a position. */
  unitOf(position: number): number;
}

/** The first `length` codes of a suffix, up to and with its terminator. */
export function readKey(codes: Uint16Array, position: number, length: number): string {
  let key = '';
  for (let d = 0; d < length; d++) {
    const code = codes[position + d]!;
    key += String.fromCharCode(code);
    if (code === 0) break;
  }
  return key;
}

/** One code more than a suffix shares with its neighbours tells it from them: this may be its terminator, but is never beyond it. */
function lengthOfKey(before: number, after: number): number {
  return Math.min(keyLength, Math.max(before, after) + 1);
}

/** A block as it is stored: what is worth compressing, and what is not. */
export interface EncodedBlock {
  packed: Uint8Array;
  plain: Uint8Array;
}

/**
 * Encodes entries `from` up to `to` in columns, each of which compresses better by itself: what each shares with the one
 * before (and what the one after the block shares with the last), units, offsets, and the characters of the keys that
 * the key before does not have. How many these are follows from what is shared. The lowest bytes of units and offsets
 * are as good as random; trying to compress them takes time and gains nothing.
 */
export function encodeBlock({ codes, order, shared, starts, unitOf }: EntrySource, from: number, to: number, withOffsets: boolean): EncodedBlock {
  const count = to - from;
  const units = new Uint32Array(count);
  const offsets = new Uint32Array(withOffsets ? count : 0);
  const high = new Uint8Array(count * keyLength);
  const low = new Uint8Array(count * keyLength);
  // The first code that the entry before does not have, in a pass of its own: fetches that do not wait for one another
  // take a third of the time, and bring the codes after it along.
  const fresh = new Uint16Array(count);
  for (let i = 0; i < count; i++) fresh[i] = codes[order[from + i]! + shared[from + i]!]!;
  let characters = 0;
  for (let i = 0; i < count; i++) {
    const position = order[from + i]!;
    const same = i === 0 ? 0 : shared[from + i]!;
    const length = lengthOfKey(shared[from + i]!, shared[from + i + 1]!);
    for (let d = same; d < length; d++) {
      const code = d === same && i > 0 ? fresh[i]! : codes[position + d]!;
      high[characters] = code >>> 8;
      low[characters++] = code & 0xff;
    }
  }
  for (let i = 0; i < count; i++) {
    const position = order[from + i]!;
    const unit = unitOf(position);
    units[i] = unit;
    if (withOffsets) offsets[i] = position - starts[unit]!;
  }
  const packed = new ByteWriter(16 + 4 * count + 2 * characters);
  packed.number(count);
  packed.append(shared.subarray(from, to + 1));
  packed.byte(withOffsets ? 1 : 0);
  writeHighBytes(packed, units);
  if (withOffsets) writeHighBytes(packed, offsets);
  packed.append(high.subarray(0, characters));
  packed.append(low.subarray(0, characters));
  const plain = new Uint8Array(withOffsets ? 2 * count : count);
  for (let i = 0; i < count; i++) plain[i] = units[i]!;
  for (let i = 0; i < offsets.length; i++) plain[count + i] = offsets[i]!;
  return { packed: packed.bytes(), plain };
}

/** All bytes of numbers but the lowest, as columns: how many there are, then the highest bytes of all, and so on down. */
function writeHighBytes(writer: ByteWriter, numbers: Uint32Array): void {
  let all = 0;
  for (let i = 0; i < numbers.length; i++) all |= numbers[i]!;
  const columns = all >>> 24 ? 3 : all >>> 16 ? 2 : all >>> 8 ? 1 : 0;
  writer.byte(columns);
  for (let n = columns; n > 0; n--) {
    const column = new Uint8Array(numbers.length);
    for (let i = 0; i < numbers.length; i++) column[i] = numbers[i]! >>> (8 * n);
    writer.append(column);
  }
}

/** Reads numbers whose lowest bytes are given. */
function readNumbers(reader: ByteReader, lowest: Uint8Array): Uint32Array {
  const numbers = Uint32Array.from(lowest);
  for (let n = reader.byte(); n > 0; n--) {
    const column = reader.take(lowest.length);
    for (let i = 0; i < column.length; i++) numbers[i]! |= column[i]! << (8 * n);
  }
  return numbers;
}

/** Reads what `encodeBlock` wrote. */
export function decodeBlock({ packed, plain }: EncodedBlock): Entry[] {
  const reader = new ByteReader(packed);
  const lowest = new ByteReader(plain);
  const count = reader.number();
  const shared = reader.take(count + 1);
  const withOffsets = reader.byte() === 1;
  const units = readNumbers(reader, lowest.take(count));
  const offsets = withOffsets ? readNumbers(reader, lowest.take(count)) : new Uint32Array(count);
  const characters = reader.rest();
  const half = characters.length / 2;
  const entries: Entry[] = [];
  let key = '';
  let at = 0;
  for (let i = 0; i < count; i++) {
    key = key.slice(0, i === 0 ? 0 : shared[i]!);
    const length = lengthOfKey(shared[i]!, shared[i + 1]!);
    if (at + length - key.length > half) throw new RangeError('the data end too early');
    while (key.length < length) key += String.fromCharCode((characters[at]! << 8) | characters[half + at++]!);
    entries.push({ key, unit: units[i]!, offset: offsets[i]! });
  }
  if (at !== half) throw new RangeError('the data do not end with the last key');
  return entries;
}
