import { Converter } from 'opencc-js/t2cn';
import type { TraditionalTable } from '../../text/simplified.ts';

/**
 * Traditional characters and the simplified ones they become, from OpenCC's tables (with the forms of Taiwan and Hong Kong);
 * 乾 becomes 干 here, and stays where `simplifier` knows it for itself.
 */
export function traditionalTable(): TraditionalTable {
  const converters = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  let from = '';
  let to = '';
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const simple = converters.map((convert) => convert(character)).find((result) => result !== character && result.length === 1);
    if (simple) {
      from += character;
      to += simple;
    }
  }
  return { from, to };
}
