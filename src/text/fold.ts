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
