import { Converter } from 'opencc-js/t2cn';
import type { TraditionalTable } from '../../text/simplified.ts';

/**
 * Traditional characters and the simplified ones they become, from OpenCC's tables (with the forms of Taiwan and Hong Kong);
 * 乾 becomes 干 here, and stays where `simplifier` knows it for itself.
 */
export function traditionalTable(): TraditionalTable {
  const characters = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, i) => String.fromCharCode(0x3400 + i));
  // All at once, a line each: a call for each character takes half a second.
  const simplified = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' })(characters.join('\n')).split('\n'));
  let from = '';
  let to = '';
  for (const [i, character] of characters.entries()) {
    const simple = simplified.map((lines) => lines[i]!).find((result) => result !== character && result.length === 1);
    if (simple) {
      from += character;
      to += simple;
    }
  }
  return { from, to };
}
