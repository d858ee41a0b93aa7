import { type ByteReader, type ByteWriter, keyLength } from './format.ts';

/** Files in the order of the keys they hold. */
export interface KeyedFile {
  /** For blocks: what tells the first key of the file from the last one before it. For summaries: the last key. */
  key: string;
  name: string;
}

/** Writes a list of files, keys front-coded, names as raw bytes. */
export function writeKeyedFiles(writer: ByteWriter, files: readonly KeyedFile[]): void {
  writer.number(files.length);
  let previous = '';
  for (const { key, name } of files) {
    let same = 0;
    while (same < key.length && same < previous.length && key[same] === previous[same]) same++;
    writer.number(same);
    writer.text(key.slice(same));
    writeName(writer, name);
    previous = key;
  }
}

/** Reads what `writeKeyedFiles` wrote. */
export function readKeyedFiles(reader: ByteReader): KeyedFile[] {
  let key = '';
  return Array.from({ length: reader.number() }, () => {
    key = key.slice(0, reader.number()) + reader.text();
    return { key, name: readName(reader) };
  });
}

/** Writes a file's name: hexadecimal digits, two a byte. */
export function writeName(writer: ByteWriter, name: string): void {
  for (let i = 0; i < name.length; i += 2) writer.byte(Number.parseInt(name.slice(i, i + 2), 16));
}

/** Bytes of a name. */
const nameBytes = 8;

/** Reads a file's name. */
export function readName(reader: ByteReader): string {
  return Array.from({ length: nameBytes }, () => reader.byte().toString(16).padStart(2, '0')).join('');
}

/**
 * Where the query's range begins: in the last file whose key is not beyond the query. The first file if there is none. A
 * key of full length may equal the last one of the file before, so that a query equal to it begins no later than there.
 */
export function firstFileFor(files: readonly KeyedFile[], query: string): number {
  return Math.max(
    0,
    lastIndex(files, (key) => key < query || (key === query && key.length < keyLength)),
  );
}

/** The last file whose key is not beyond the query or begins with it: where the query's range ends. */
export function lastFileFor(files: readonly KeyedFile[], query: string): number {
  return Math.max(
    0,
    lastIndex(files, (key) => key <= query || key.startsWith(query)),
  );
}

/** The first file whose key is not before the query; -1 when there is none. */
export function firstFileFrom(files: readonly KeyedFile[], query: string): number {
  const before = lastIndex(files, (key) => key < query);
  return before + 1 < files.length ? before + 1 : -1;
}

/** Index of the last file that passes a test which holds for all before it. */
function lastIndex(files: readonly KeyedFile[], test: (key: string) => boolean): number {
  let lo = 0;
  let hi = files.length;
  while (lo < hi) {
    const middle = (lo + hi) >>> 1;
    if (test(files[middle]!.key)) lo = middle + 1;
    else hi = middle;
  }
  return lo - 1;
}
