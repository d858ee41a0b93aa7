import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Fold table of the search, one UTF-16 unit to one: what is on the left is found by what is on the right. */
const searchFold: ReadonlyMap<string, string> = new Map([
  ['\u3000', ' '],
  ...['“', '”', '„', '「', '」', '『', '』'].map((quote) => [quote, '"'] as const),
  ...['‘', '’'].map((quote) => [quote, "'"] as const),
  // Full-width forms U+FF01 to U+FF5E lie 0xFEE0 above ASCII.
  ...Array.from({ length: 0x5e }, (_, i) => [String.fromCharCode(0xff01 + i), String.fromCharCode(0x21 + i).toLowerCase()] as const),
  ...Array.from({ length: 26 }, (_, i) => [String.fromCharCode(0x41 + i), String.fromCharCode(0x61 + i)] as const),
]);

/**
 * Folds text for searching: full-width forms to ASCII, ideographic space to blank, quotation marks to straight ones,
 * A-Z to a-z. One UTF-16 unit becomes one, so offsets into the folded text are offsets into the text.
 * @example foldForSearch('“ＧＤＰ”，') // '"gdp",'
 */
export function foldForSearch(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!;
    folded += searchFold.get(unit) ?? unit;
  }
  return folded;
}

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
