import { ByteReader, ByteWriter, keyLength } from './format.ts';
import type { SuffixTable } from './suffixes.ts';

/**
 * Entries of the index, one for each suffix, as a search reads them: no key is put together. A key is as much of a suffix
 * as tells it from its neighbours, and at most `keyLength` units. A suffix that ends there ends with the terminator U+0000;
 * any other goes on.
 */
export interface Block {
  /** What each suffix shares with the one before, the first with that of the block before; and what the one after the block shares with the last. */
  shared: Uint8Array;
  /** Of the first key all codes, of every other those that the key before does not have, one after another. */
  codes: Uint16Array;
  /** Number of the unit of each entry in the corpus. */
  units: Uint32Array;
  /** Offset in the unit, in UTF-16 units of the text that the array sorts; 0 where the block has none. */
  offsets: Uint32Array;
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

/**
 * Reads what `encodeBlock` wrote.
 * @throws RangeError when it is not whole
 */
export function decodeBlock({ packed, plain }: EncodedBlock): Block {
  const reader = new ByteReader(packed);
  const lowest = new ByteReader(plain);
  const count = reader.number();
  const shared = reader.take(count + 1).slice();
  const withOffsets = reader.byte() === 1;
  const units = readNumbers(reader, lowest.take(count));
  const offsets = withOffsets ? readNumbers(reader, lowest.take(count)) : new Uint32Array(count);
  let length = 0;
  for (let i = 0; i < count; i++) length += lengthOfKey(shared[i]!, shared[i + 1]!) - sharedKey(shared, i);
  const codes = Uint16Array.from(reader.take(length));
  const low = reader.take(length);
  for (let i = 0; i < length; i++) codes[i] = (codes[i]! << 8) | low[i]!;
  if (!reader.atEnd) throw new RangeError('the data do not end with the last key');
  return { shared, codes, units, offsets };
}

/** What a key shares with the one before in its block. */
function sharedKey(shared: Uint8Array, i: number): number {
  return i === 0 ? 0 : shared[i]!;
}

/** Some entries of a block, by number. */
export interface BlockRange {
  /** The first of them, and the first after them. */
  from: number;
  to: number;
  /** True when the keys tell that the suffixes begin with the text. Otherwise it is one entry, whose key ends before the text does. */
  sure: boolean;
}

/**
 * Finds the entries whose suffixes begin with a text of 1 to `keyLength` units. A key that shares more with the one before
 * than that one has of the text, has as much of it; of any other only what it does not share is compared.
 */
export function findInBlock({ shared, codes, units }: Block, text: string): BlockRange {
  const found = { from: 0, to: 0, sure: true };
  let at = 0;
  // How much of the text the key has.
  let same = 0;
  for (let i = 0; i < units.length; i++) {
    const kept = sharedKey(shared, i);
    const length = lengthOfKey(shared[i]!, shared[i + 1]!);
    if (kept <= same) {
      same = kept;
      while (same < length && same < text.length && codes[at + same - kept] === text.charCodeAt(same)) same++;
    }
    at += length - kept;
    if (same === text.length || same === length) {
      if (found.to === 0) found.from = i;
      found.to = i + 1;
      found.sure = same === text.length;
    } else if (found.to > 0) break;
  }
  return found;
}
