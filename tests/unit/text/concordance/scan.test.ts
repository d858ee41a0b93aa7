import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrences, occurrencesIgnoringPunctuation } from '../../../../src/text/concordance/scan.ts';
import { foldForSearch } from '../../../../src/text/fold.ts';
import { runs } from '../../support/property.ts';
import { mixedAlphabet, offsetsOf, scanLoosely, words } from './support.ts';

const cases = fc.oneof(
  fc.tuple(words(['甲', '乙', '，'], 40), words(['甲', '乙', '，'], 6)),
  fc.tuple(words(mixedAlphabet, 40), words(mixedAlphabet, 5)),
  fc.tuple(words(['甲', '，', ','], 120), words(['甲', '，', ','], 50)),
);

describe('occurrences', () => {
  test('that overlap are all found', () => {
    expect(occurrences('甲乙甲乙甲', '甲乙甲')).toEqual([
      { start: 0, end: 3 },
      { start: 2, end: 5 },
    ]);
  });

  test('are found under the fold', () => {
    expect(occurrences('“三农”，ＧＤＰ', '"三农",gdp')).toEqual([{ start: 0, end: 8 }]);
  });

  test('strictly, are found character for character', () => {
    expect(occurrences('GDP gdp ＧＤＰ', 'gdp', true)).toEqual([{ start: 4, end: 7 }]);
  });

  test('of nothing are none', () => {
    expect(occurrences('甲', '')).toEqual([]);
    expect(occurrences('', '甲')).toEqual([]);
  });

  test('of a text longer than the one searched are none', () => {
    expect(occurrences('甲', '甲甲')).toEqual([]);
  });

  test('are found of a query as long as a speech, and differ where only its end does', () => {
    const long = '“ＧＤＰ”增长，稳中求进。'.repeat(1000);
    expect(occurrences(`甲${foldForSearch(long)}乙`, `${long}乙`)).toEqual([{ start: 1, end: long.length + 2 }]);
    expect(occurrences(`甲${foldForSearch(long)}乙`, `${long}丙`)).toEqual([]);
  });

  test('are those found by looking at each place', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ([text, query], strict) => {
        const [a, b] = strict ? [text, query] : [foldForSearch(text), foldForSearch(query)];
        expect(occurrences(text, query, strict)).toEqual(offsetsOf(a, b).map((start) => ({ start, end: start + query.length })));
      }),
      runs(500),
    );
  });
});

describe('occurrences ignoring punctuation', () => {
  const found = (text: string, query: string) => occurrencesIgnoringPunctuation(text, query).map(({ start, end }) => text.slice(start, end));

  test('run from the first to the last character that counts', () => {
    expect(found('做到“两个确立、两个维护”。', '两个确立两个维护')).toEqual(['两个确立、两个维护']);
  });

  test('are found by a query with punctuation of its own', () => {
    expect(found('两个确立，两个维护', '“两个确立”、“两个维护”')).toEqual(['两个确立，两个维护']);
  });

  test('pass over blanks and symbols', () => {
    expect(found('稳 中　求→进', '稳中求进')).toEqual(['稳 中　求→进']);
  });

  test('leave exact ones out', () => {
    expect(found('稳中求进，稳中、求进', '稳中求进')).toEqual(['稳中、求进']);
    expect(found('稳中求进', '稳中求进')).toEqual([]);
  });

  test('leave out what is exact under the fold', () => {
    expect(found('“三农”', '"三农"')).toEqual([]);
  });

  test('count a text without the punctuation of the query', () => {
    expect(found('稳中求进', '稳中求进。')).toEqual(['稳中求进']);
  });

  test('that overlap are all found', () => {
    expect(found('甲，甲，甲', '甲甲')).toEqual(['甲，甲', '甲，甲']);
  });

  test('of punctuation alone are none', () => {
    expect(found('甲，乙', '，')).toEqual([]);
    expect(found('甲，乙', '')).toEqual([]);
  });

  test('leave out what is exact when the query begins with half a character', () => {
    expect(found('𠮷甲', '\udfb7甲')).toEqual([]);
    expect(found('𠮷甲', '甲\ud842')).toEqual(['甲']);
  });

  test('take characters outside the basic plane whole', () => {
    expect(found('甲，𠮷😀乙', '甲𠮷乙')).toEqual(['甲，𠮷😀乙']);
  });

  test('are those found by a plain scan', () => {
    fc.assert(
      fc.property(cases, ([text, query]) => {
        expect(occurrencesIgnoringPunctuation(text, query)).toEqual(scanLoosely(text, query));
      }),
      runs(1000),
    );
  });
});
