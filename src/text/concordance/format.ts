import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Version of the files; a reader refuses another. */
export const formatVersion = 1;

/**
 * Longest key, in UTF-16 units: what follows a position counts for sorting up to here. A longer query is looked up by
 * its rarest stretch of this length and verified in the text.
 */
export const keyLength = 31;

/** Characters of the hash in a file's name (64 bits). */
const nameLength = 16;

/** The name of a file, from its bytes. */
export function nameOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes)).slice(0, nameLength);
}

/** Writes numbers and texts into one run of bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

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
