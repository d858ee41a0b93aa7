import { sha256 } from '@noble/hashes/sha2.js';

/** Version of the files; a reader refuses another. */
export const formatVersion = 4;

/**
 * Longest key, in UTF-16 units: what follows a position counts for sorting up to here. A longer query is looked up by
 * its rarest stretch of this length and verified in the text.
 */
export const keyLength = 31;

/** Gives the 32 bytes of SHA-256. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** Bytes of a hash that are kept (64 bits). */
export const checkLength = 8;

/** Seals a file: a check of all that follows, the file's name, its contents. A file that is damaged, or is another one, is noticed. */
export function seal(name: string, contents: Uint8Array, hash: Hash = sha256): Uint8Array {
  const sealed = new Uint8Array(checkLength + 1 + name.length + contents.length);
  sealed[checkLength] = name.length;
  for (let i = 0; i < name.length; i++) sealed[checkLength + 1 + i] = name.charCodeAt(i);
  sealed.set(contents, checkLength + 1 + name.length);
  sealed.set(hash(sealed.subarray(checkLength)).subarray(0, checkLength));
  return sealed;
}

/**
 * Takes the seal off.
 * @returns the contents, not copied
 * @throws RangeError when the file is not whole or is not the one of that name
 */
export function unseal(name: string, sealed: Uint8Array): Uint8Array {
  const reader = new ByteReader(sealed);
  const check = reader.take(checkLength);
  const hash = sha256(sealed.subarray(checkLength));
  if (check.some((byte, i) => byte !== hash[i])) throw new RangeError('the bytes are not those that were written');
  const found = String.fromCharCode(...reader.take(reader.byte()));
  if (found !== name) throw new RangeError(`this is ${found}`);
  return reader.rest();
}

/** The contents of a file: length of what is not compressed, that itself, what is compressed. */
export function joinContents(compressed: Uint8Array, plain: Uint8Array = new Uint8Array()): Uint8Array {
  const writer = new ByteWriter(8 + plain.length + compressed.length);
  writer.number(plain.length);
  writer.append(plain);
  writer.append(compressed);
  return writer.bytes();
}

/** Reads what `joinContents` wrote. */
export function splitContents(contents: Uint8Array): { compressed: Uint8Array; plain: Uint8Array } {
  const reader = new ByteReader(contents);
  const plain = reader.take(reader.number());
  return { plain, compressed: reader.rest() };
}

/** Writes numbers and texts into one run of bytes. */
export class ByteWriter {
  #bytes: Uint8Array;
  #length = 0;

  /** @param room bytes that are expected; more find room as well */
  constructor(room = 1024) {
    this.#bytes = new Uint8Array(Math.max(1, room));
  }

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#makeRoom(1);
    this.#bytes[this.#length++] = value;
  }

  /** Bytes as they are, without their length. */
  append(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A whole number from 0, seven bits a byte, the lowest first. */
  number(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.byte(rest);
  }

  /** A text with its length in UTF-16 units, so that lone surrogates survive. */
  text(value: string): void {
    this.number(value.length);
    for (let i = 0; i < value.length; i++) this.number(value.charCodeAt(i));
  }

  /** A copy of what was written. */
  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #makeRoom(more: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads what `ByteWriter` wrote; reading past the end is an error. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    if (this.#at >= this.#bytes.length) throw new RangeError('the data end too early');
    return this.#bytes[this.#at++]!;
  }

  /** The next bytes, not copied. */
  take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('the data end too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** All bytes that are left, not copied. */
  rest(): Uint8Array {
    return this.take(this.#bytes.length - this.#at);
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  text(): string {
    const length = this.number();
    let value = '';
    for (let i = 0; i < length; i++) value += String.fromCharCode(this.number());
    return value;
  }
}
