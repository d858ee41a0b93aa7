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

/**
 * Encodes entries `from` up to `to` in columns: shared lengths, lengths of what is new, units, offsets, characters; each
 * column compresses better by itself.
 */
export function encodeBlock({ codes, order, shared, starts, unitOf }: EntrySource, from: number, to: number, withOffsets: boolean): Uint8Array {
  const count = to - from;
  const kept = new Uint8Array(count);
  const added = new Uint8Array(count);
  const units = Array.from({ length: 4 }, () => new Uint8Array(count));
  const offsets = new ByteWriter();
  const high = new Uint8Array(count * keyLength);
  const low = new Uint8Array(count * keyLength);
  let characters = 0;
  // The first code that the entry before does not have, in a pass of its own: fetches that do not wait for one another
  // take a third of the time.
  const next = new Uint16Array(count);
  for (let i = from; i < to; i++) next[i - from] = codes[order[i]! + shared[i]!]!;
  for (let i = from; i < to; i++) {
    const position = order[i]!;
    // One code more than the suffix shares with its neighbours: this may be its terminator, but is never beyond it.
    const length = Math.min(keyLength, Math.max(shared[i]!, shared[i + 1]!) + 1);
    // A terminator here means that the key before, which sorts no later, ends with one as well.
    const same = i === from ? 0 : next[i - from] === 0 && shared[i]! < keyLength ? shared[i]! + 1 : shared[i]!;
    kept[i - from] = same;
    added[i - from] = length - same;
    for (let d = same; d < length; d++) {
      const code = codes[position + d]!;
      high[characters] = code >>> 8;
      low[characters++] = code & 0xff;
    }
    const unit = unitOf(position);
    for (let shift = 0; shift < 4; shift++) units[shift]![i - from] = (unit >>> (8 * shift)) & 0xff;
    if (withOffsets) offsets.number(position - starts[unit]!);
  }
  const block = new ByteWriter();
  block.number(count);
  for (const column of [kept, added, ...units, offsets.bytes(), high.subarray(0, characters), low.subarray(0, characters)]) {
    block.number(column.length);
    block.append(column);
  }
  return block.bytes();
}

/** Reads what `encodeBlock` wrote. */
export function decodeBlock(bytes: Uint8Array): Entry[] {
  const reader = new ByteReader(bytes);
  const count = reader.number();
  const column = () => new ByteReader(reader.take(reader.number()));
  const [shared, added] = [column(), column()];
  const units = [column(), column(), column(), column()];
  const [offsets, high, low] = [column(), column(), column()];
  const entries: Entry[] = [];
  let key = '';
  for (let i = 0; i < count; i++) {
    key = key.slice(0, shared.byte());
    for (let n = added.byte(); n > 0; n--) key += String.fromCharCode((high.byte() << 8) | low.byte());
    let unit = 0;
    for (let shift = 0; shift < 4; shift++) unit += units[shift]!.byte() * 2 ** (8 * shift);
    entries.push({ key, unit, offset: offsets.atEnd ? 0 : offsets.number() });
  }
  return entries;
}
