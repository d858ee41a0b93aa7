import { ByteReader, ByteWriter, keyLength } from './format.ts';
import { sharedLength } from './suffixes.ts';

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

/** Where the suffixes of an array stand, for encoding. */
export interface EntrySource {
  codes: Uint16Array;
  order: Uint32Array;
  /** Unit and offset of a position. */
  place(position: number): { unit: number; offset: number };
}

/** The key of entry `i`: see `Entry.key`. */
export function keyOf({ codes, order }: Pick<EntrySource, 'codes' | 'order'>, i: number): string {
  const position = order[i]!;
  const before = i > 0 ? sharedLength(codes, order[i - 1]!, position, keyLength) : 0;
  const after = i + 1 < order.length ? sharedLength(codes, position, order[i + 1]!, keyLength) : 0;
  return readKey(codes, position, Math.min(keyLength, Math.max(before, after) + 1));
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
export function encodeBlock(source: EntrySource, from: number, to: number, withOffsets: boolean): Uint8Array {
  const shared = new ByteWriter();
  const added = new ByteWriter();
  const units = [new ByteWriter(), new ByteWriter(), new ByteWriter(), new ByteWriter()];
  const offsets = new ByteWriter();
  const characters = [new ByteWriter(), new ByteWriter()];
  let previous = '';
  for (let i = from; i < to; i++) {
    const key = keyOf(source, i);
    let same = 0;
    while (same < key.length && same < previous.length && key[same] === previous[same]) same++;
    shared.byte(same);
    added.byte(key.length - same);
    for (let d = same; d < key.length; d++) {
      characters[0]!.byte(key.charCodeAt(d) >>> 8);
      characters[1]!.byte(key.charCodeAt(d) & 0xff);
    }
    const { unit, offset } = source.place(source.order[i]!);
    units.forEach((column, shift) => column.byte((unit >>> (8 * shift)) & 0xff));
    if (withOffsets) offsets.number(offset);
    previous = key;
  }
  const block = new ByteWriter();
  block.number(to - from);
  for (const column of [shared, added, ...units, offsets, ...characters]) {
    block.number(column.length);
    for (const byte of column.bytes()) block.byte(byte);
  }
  return block.bytes();
}

/** Reads what `encodeBlock` wrote. */
export function decodeBlock(bytes: Uint8Array): Entry[] {
  const reader = new ByteReader(bytes);
  const count = reader.number();
  const column = () => {
    const length = reader.number();
    return new ByteReader(Uint8Array.from({ length }, () => reader.byte()));
  };
  const [shared, added, ...rest] = Array.from({ length: 9 }, column) as [ByteReader, ByteReader, ...ByteReader[]];
  const units = rest.slice(0, 4);
  const [offsets, high, low] = rest.slice(4) as [ByteReader, ByteReader, ByteReader];
  const entries: Entry[] = [];
  let key = '';
  for (let i = 0; i < count; i++) {
    key = key.slice(0, shared.byte());
    for (let n = added.byte(); n > 0; n--) key += String.fromCharCode((high.byte() << 8) | low.byte());
    const unit = units.reduce((value, bytes, shift) => value + bytes.byte() * 2 ** (8 * shift), 0);
    entries.push({ key, unit, offset: offsets.atEnd ? 0 : offsets.number() });
  }
  return entries;
}
