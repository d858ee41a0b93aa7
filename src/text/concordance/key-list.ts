import { type ByteReader, type ByteWriter, keyLength } from './format.ts';

/**
 * The keys of numbered files, sorted, one a file. For blocks: what tells the first key of the file from the last one
 * before it (the first file has an empty one). For summaries: the last key of the file.
 */
export type KeyList = string[];

/** Writes keys front-coded, in columns: how much each shares with the one before, how much is new, and the new characters. */
export function writeKeys(writer: ByteWriter, keys: KeyList): void {
  const shared = keys.map((key, i) => {
    const previous = keys[i - 1] ?? '';
    let same = 0;
    while (same < key.length && same < previous.length && key[same] === previous[same]) same++;
    return same;
  });
  const added = keys.map((key, i) => key.slice(shared[i]!));
  writer.number(keys.length);
  for (const length of shared) writer.number(length);
  for (const { length } of added) writer.number(length);
  const characters = added.join('');
  for (let i = 0; i < characters.length; i++) writer.byte(characters.charCodeAt(i) >>> 8);
  for (let i = 0; i < characters.length; i++) writer.byte(characters.charCodeAt(i) & 0xff);
}

/** Reads what `writeKeys` wrote. */
export function readKeys(reader: ByteReader): KeyList {
  const numbers = (length: number) => Array.from({ length }, () => reader.number());
  const count = reader.number();
  const shared = numbers(count);
  const added = numbers(count);
  const characters = added.reduce((sum, length) => sum + length, 0);
  const high = reader.take(characters);
  const low = reader.take(characters);
  let key = '';
  let at = 0;
  return shared.map((same, i) => {
    key = key.slice(0, same);
    for (const end = at + added[i]!; at < end; at++) key += String.fromCharCode((high[at]! << 8) | low[at]!);
    return key;
  });
}

/**
 * Where the query's range begins: in the last file whose key is not beyond the query. The first file if there is none. A
 * key of full length may equal the last one of the file before, so that a query equal to it begins no later than there.
 */
export function firstFileFor(keys: KeyList, query: string): number {
  return Math.max(
    0,
    lastIndex(keys, (key) => key < query || (key === query && key.length < keyLength)),
  );
}

/** The last file whose key is not beyond the query or begins with it: where the query's range ends. */
export function lastFileFor(keys: KeyList, query: string): number {
  return Math.max(
    0,
    lastIndex(keys, (key) => key <= query || key.startsWith(query)),
  );
}

/** The first file whose key is not before the query; -1 when there is none. */
export function firstFileFrom(keys: KeyList, query: string): number {
  const before = lastIndex(keys, (key) => key < query);
  return before + 1 < keys.length ? before + 1 : -1;
}

/** Index of the last file that passes a test which holds for all before it. */
function lastIndex(keys: KeyList, test: (key: string) => boolean): number {
  let lo = 0;
  let hi = keys.length;
  while (lo < hi) {
    const middle = (lo + hi) >>> 1;
    if (test(keys[middle]!)) lo = middle + 1;
    else hi = middle;
  }
  return lo - 1;
}
