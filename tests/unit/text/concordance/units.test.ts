import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastStartAt, looseText, reversed, textFor } from '../../../../src/text/concordance/units.ts';
import { foldForSearch } from '../../../../src/text/fold.ts';
import { anyText, anyUnits, runs } from '../../support/property.ts';
import { corpora, mixedAlphabet, tableOf } from './support.ts';

const read = (codes: Uint16Array) => String.fromCharCode(...codes);

describe('units', () => {
  const speeches = [
    { passages: ['甲乙', '丙'], heads: ['题'] },
    { passages: [], heads: [] },
    { passages: [''], heads: ['Ａ', '，'] },
  ];

  test('are joined speech by speech, passages before heads, each with a terminator', () => {
    expect(read(tableOf(speeches).codes)).toBe('甲乙\0丙\0题\0\0a\0,\0');
  });

  test('are joined backwards for the order by left context', () => {
    expect(read(tableOf(speeches, 'left').codes)).toBe('乙甲\0丙\0题\0\0a\0,\0');
  });

  test('are joined without punctuation for the search that passes it over', () => {
    expect(read(tableOf(speeches, 'loose').codes)).toBe('甲乙\0丙\0题\0\0a\0\0');
  });

  test('are numbered, and a speech may have none', () => {
    const { starts, firstUnits, passageCounts } = tableOf(speeches);
    expect([...starts]).toEqual([0, 3, 5, 7, 8, 10, 12]);
    expect([...firstUnits]).toEqual([0, 3, 3, 6]);
    expect([...passageCounts]).toEqual([2, 0, 1]);
  });

  test('of no speech are none', () => {
    const { codes, starts, firstUnits, passageCounts } = tableOf([]);
    expect([codes, starts, firstUnits, passageCounts].map((numbers) => [...numbers])).toEqual([[], [0], [0], []]);
  });

  test('with U+0000 are refused', () => {
    expect(() => tableOf([{ passages: ['甲\0乙'], heads: [] }])).toThrow('U+0000');
  });

  test('of any length are joined whole', () => {
    const long = '甲乙丙'.repeat(800_000);
    const { codes, starts } = tableOf([{ passages: ['丁', long], heads: ['戊'] }]);
    expect([codes.length, starts[3]]).toEqual([2_400_005, 2_400_005]);
    expect(read(codes.subarray(0, 3)) + read(codes.subarray(-4))).toBe('丁\0甲丙\0戊\0');
    for (let i = 0; i < long.length; i++) if (codes[i + 2] !== long.charCodeAt(i)) throw new Error(`wrong at ${i}`);
  });

  test.each(['right', 'left', 'loose'] as const)('of any corpus can be taken out again (%s)', (array) => {
    fc.assert(
      fc.property(corpora(mixedAlphabet), (some) => {
        const { codes, starts } = tableOf(some, array);
        const texts = [...starts.slice(0, -1)].map((start, i) => read(codes.slice(start, starts[i + 1]! - 1)));
        expect(texts).toEqual(some.flatMap(({ passages, heads }) => [...passages, ...heads]).map((text) => textFor(array, text)));
        expect(starts.at(-1)).toBe(codes.length);
      }),
      runs(50),
    );
  });
});

describe('the text without punctuation', () => {
  test.each([
    ['两个确立、两个维护', '两个确立两个维护'],
    ['“三农”工作。', '三农工作'],
    ['稳　中 求\n进', '稳中求进'],
    ['ＧＤＰ增长5.5%', 'gdp增长55'],
    ['一带一路→★①', '一带一路①'],
    ['𠮷😀甲', '𠮷甲'],
    ['甲\ud83d乙', '甲乙'],
    ['甲\u200b乙\0丙', '甲乙丙'],
    ['……——', ''],
  ])('of %s is %s', (text, loose) => {
    expect(looseText(text)).toBe(loose);
  });

  test('is folded, and is its own', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), (text) => {
        const loose = looseText(text);
        expect(looseText(foldForSearch(text))).toBe(loose);
        expect(looseText(loose)).toBe(loose);
      }),
      runs(300),
    );
  });

  test('of a whole is that of its characters', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), (text) => {
        expect(looseText(text)).toBe([...text].map(looseText).join(''));
      }),
      runs(300),
    );
  });

  test('is never longer than the text, nor is that of any array', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits), (text) => {
        expect(looseText(text).length).toBeLessThanOrEqual(text.length);
        expect(textFor('right', text)).toHaveLength(text.length);
        expect(textFor('left', text)).toHaveLength(text.length);
      }),
      runs(200),
    );
  });
});

describe('a text backwards', () => {
  test('is reversed unit by unit', () => {
    expect(reversed('甲😀')).toBe('\ude00\ud83d甲');
  });

  test('and backwards again is the text', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        expect(reversed(reversed(text))).toBe(text);
      }),
      runs(100),
    );
  });
});

test('the last start that is not beyond a position is that of its unit', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 1 }), (lengths) => {
      const starts = [0];
      for (const length of lengths) starts.push(starts.at(-1)! + length);
      for (let position = 0; position < starts.at(-1)!; position++) {
        expect(lastStartAt(Uint32Array.from(starts), position)).toBe(starts.findLastIndex((start) => start <= position));
      }
    }),
    runs(100),
  );
});
