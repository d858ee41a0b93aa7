/** Fold table of the search, one UTF-16 unit to one: what is on the left is found by what is on the right. */
const searchFold: ReadonlyMap<string, string> = new Map([
  ['\u3000', ' '],
  ...['“', '”', '„', '「', '」', '『', '』'].map((quote) => [quote, '"'] as const),
  ...['‘', '’'].map((quote) => [quote, "'"] as const),
  // Full-width forms U+FF01 to U+FF5E lie 0xFEE0 above ASCII.
  ...Array.from({ length: 0x5e }, (_, i) => [String.fromCharCode(0xff01 + i), String.fromCharCode(0x21 + i).toLowerCase()] as const),
  ...Array.from({ length: 26 }, (_, i) => [String.fromCharCode(0x41 + i), String.fromCharCode(0x61 + i)] as const),
]);

/** What every UTF-16 unit becomes under the fold of the search. */
export const searchFoldTable = Uint16Array.from({ length: 0x10000 }, (_, code) => (searchFold.get(String.fromCharCode(code)) ?? String.fromCharCode(code)).charCodeAt(0));

/**
 * Folds text for searching: full-width forms to ASCII, ideographic space to blank, quotation marks to straight ones,
 * A-Z to a-z. One UTF-16 unit becomes one, so offsets into the folded text are offsets into the text.
 * @example foldForSearch('“ＧＤＰ”，') // '"gdp",'
 */
export function foldForSearch(text: string): string {
  let folded = '';
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const other = searchFoldTable[code]!;
    if (other === code) continue;
    folded += text.slice(kept, i) + String.fromCharCode(other);
    kept = i + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

/** For what the fold makes out of others: itself and these. */
const alike = new Map<string, string>();
for (const [one, made] of searchFold) alike.set(made, (alike.get(made) ?? made) + one);

/**
 * A pattern, for regular expressions without flags that bear on characters, of all texts that have the same fold as a text.
 * @example new RegExp(foldPattern('“三')) // as /["“”„「」『』＂]三/
 */
export function foldPattern(text: string): string {
  const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const patternOf = (unit: string) => (alike.has(unit) ? `[${alike.get(unit)!.split('').map(escaped).join('')}]` : escaped(unit));
  return foldForSearch(text).split('').map(patternOf).join('');
}
