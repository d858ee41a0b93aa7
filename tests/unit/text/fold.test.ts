import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch, foldPattern } from '../../../src/text/fold.ts';
import { anyUnits, runs } from '../support/property.ts';

describe('the fold of the search', () => {
  test.each([
    ['full-width letters and signs', 'ＧＤＰ，（Ａ）％', 'gdp,(a)%'],
    ['the ideographic space', '锚定　目标', '锚定 目标'],
    ['double quotation marks', '“稳”„中」「求」『进』', '"稳""中""求""进"'],
    ['single quotation marks', '‘稳’', "'稳'"],
    ['capital letters', 'PMI', 'pmi'],
    ['the first and the last full-width sign', '！～', '!~'],
  ])('folds %s', (_what, text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  test.each(['。', '、', '《', '—', '…', '六稳', 'é', 'İ'])('leaves %s as it is', (text) => {
    expect(foldForSearch(text)).toBe(text);
  });

  test('keeps the length of any string, so that offsets hold', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        expect(foldForSearch(text)).toHaveLength(text.length);
      }),
      runs(1000),
    );
  });

  test('folds each character by itself, so that a slice of the fold is the fold of the slice', () => {
    fc.assert(
      fc.property(anyUnits, fc.nat(60), (text, at) => {
        expect(foldForSearch(text).slice(at)).toBe(foldForSearch(text.slice(at)));
      }),
      runs(500),
    );
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
      }),
      runs(1000),
    );
  });
});

describe('the pattern of a text', () => {
  const matches = (text: string, other: string) => new RegExp(`^(?:${foldPattern(text)})$`).test(other);

  test('of one character is of those with the same fold', () => {
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('');
    const alike = new Map<string, string>();
    for (const character of all) alike.set(foldForSearch(character), (alike.get(foldForSearch(character)) ?? '') + character);
    for (const text of ['"', '“', "'", ' ', '　', ',', 'ａ', 'Z', '^', ']', '\\', '~', '稳', '\ud800', '\n', '\0']) {
      expect(all.match(new RegExp(foldPattern(text), 'g'))?.join('')).toBe(alike.get(foldForSearch(text)));
    }
  });

  test('is that of all texts with the same fold, and of no others', () => {
    const alike = fc.array(fc.constantFrom('甲', '，', ',', '“', '」', '"', 'Ａ', 'a', 'A', '　', ' ', '😀', '\ude00'), { maxLength: 3 }).map((some) => some.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.tuple(alike, alike), fc.tuple(anyUnits, anyUnits)), ([text, other]) => {
        expect(matches(text, other)).toBe(foldForSearch(text) === foldForSearch(other));
        expect(matches(text, foldForSearch(text))).toBe(true);
      }),
      runs(1000),
    );
  });
});
