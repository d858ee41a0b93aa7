import { pinyin } from 'pinyin-pro';
import { toneless } from '../../../src/text/pinyin.ts';

/** A Chinese character with the reading our pinyin gives it and the one the library gives it in this context. */
export interface Reading {
  character: string;
  ours: string;
  library: string;
}

/**
 * Sets our pinyin beside pinyin-pro’s, character by character; blanks, capitals, punctuation and what is not Chinese do not count.
 * Ours is cut into syllables by what each character can be read as at all, with or without its tone.
 * @returns nothing when our pinyin is no reading of these characters
 */
export function readings(term: string, written: string): Reading[] | undefined {
  const letters = written.toLowerCase().replace(/[\s\p{P}\d]/gu, '');
  const characters = [...term].filter((one) => /[\p{Script=Han}a-z]/iu.test(one));
  const inContext = pinyin(term, { type: 'array', nonZh: 'removed', toneSandhi: false });
  let number = 0;
  const expected = characters.map((one) => (/\p{Script=Han}/u.test(one) ? inContext[number++]! : one.toLowerCase()));
  const cut = (i: number, at: number): string[] | undefined => {
    if (i === characters.length) return at === letters.length ? [] : undefined;
    for (const reading of readingsOf(characters[i]!, expected[i]!)) {
      const rest = letters.startsWith(reading, at) ? cut(i + 1, at + reading.length) : undefined;
      if (rest) return [reading, ...rest];
    }
    return undefined;
  };
  return cut(0, 0)?.map((ours, i) => ({ character: characters[i]!, ours, library: expected[i]! }));
}

function readingsOf(character: string, expected: string): string[] {
  if (!/\p{Script=Han}/u.test(character)) return [expected];
  const all = [expected, ...pinyin(character, { multiple: true, type: 'array' })];
  return [...new Set([...all, ...all.map(toneless)])];
}
