import { Converter } from 'opencc-js/t2cn';

/**
 * Traditional characters and the simplified ones they become, as two strings of equal length, from OpenCC's tables (with
 * the forms of Taiwan and Hong Kong). One character to one; 乾 is left out, since it stands for itself in 乾坤.
 */
export function traditionalTable(): { from: string; to: string } {
  const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  let from = '';
  let to = '';
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const simple = converters.map((convert) => convert(character)).find((result) => result !== character && result.length === 1);
    if (simple && character !== '乾') {
      from += character;
      to += simple;
    }
  }
  return { from, to };
}
