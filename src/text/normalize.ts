import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

const receiptFold: ReadonlyMap<string, string> = new Map([
  ['。', '.'],
  ['、', ','],
  ['—', '-'],
  ['–', '-'],
  ['―', '-'],
  ['…', '.'],
  ...Array.from({ length: 0x5e }, (_, i) => [String.fromCharCode(0xff01 + i), String.fromCharCode(0x21 + i)] as const),
  ...['“', '”', '„', '「', '」', '『', '』', '‘', '’', "'", '＇'].map((quote) => [quote, '"'] as const),
]);

/** What a receipt does not see as it stands: blanks, which go, and the signs of the table. */
const receiptSigns = new RegExp(`[\\s${[...receiptFold.keys()].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}]`, 'gu');

/**
 * Text as a receipt sees it: without blanks, with punctuation in one style, runs of dots and dashes as one. Every other
 * character counts, letter case included. FROZEN: receipts that were cited depend on it; test vectors pin it.
 */
export function normalizeForReceipt(text: string): string {
  return text
    .normalize('NFC')
    .replace(receiptSigns, (sign) => receiptFold.get(sign) ?? '')
    .replace(/\.{2,}/g, '.')
    .replace(/-{2,}/g, '-')
    .replace(/"{2,}/g, '"');
}

/** Crockford's base 32 in lower case: no i, l, o or u, so that it can be read out and copied. FROZEN. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** The receipt of a wording: the first 40 bits of SHA-256 over its normalised text, as 8 base-32 characters. FROZEN. */
export function receiptOf(text: string): string {
  const digest = sha256(utf8ToBytes(normalizeForReceipt(text)));
  let bits = 0n;
  for (const byte of digest.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 8 }, (_, i) => alphabet[Number((bits >> BigInt(35 - 5 * i)) & 31n)]).join('');
}
