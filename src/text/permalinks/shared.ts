import { lettersOf } from './likeness.ts';
import type { Lock, TextUnits } from './lock.ts';

/** Which share of the letters of a locked text stands, in whole sentences, in another text; from 0 to 1. */
export function sharedLetters(lock: Lock, text: TextUnits): number {
  const known = new Set(text.passages.flat().map(lettersOf));
  let [shared, total] = [0, 0];
  for (const sentence of lock.passages.flatMap(({ sentences }) => sentences)) {
    const letters = lettersOf(sentence.text);
    total += letters.length;
    if (known.has(letters)) shared += letters.length;
  }
  return total === 0 ? 0 : shared / total;
}
