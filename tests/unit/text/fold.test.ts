import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch } from '../../../src/text/fold.ts';
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
