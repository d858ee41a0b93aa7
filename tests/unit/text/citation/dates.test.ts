import { describe, expect, test } from 'vitest';
import { americanDate, apaDate, chineseDate, isoDate, mlaDate, readEdtf } from '../../../../src/text/citation/dates.ts';
import { toPlain } from '../../../../src/text/citation/rich.ts';
import { cite, type StyleName } from '../../../../src/text/citation/styles.ts';
import { citationOf } from '../../support/citations.ts';

describe('EDTF', () => {
  test.each([
    ['2020', { year: '2020', doubt: '' }],
    ['2020?', { year: '2020', doubt: '?' }],
    ['2022-01~', { year: '2022', month: '01', doubt: '~' }],
    ['2022-01-07%', { year: '2022', month: '01', day: '07', doubt: '%' }],
    ['', undefined],
    ['2022-1', undefined],
    ['20xx', undefined],
  ])('%s', (text, date) => {
    expect(readEdtf(text)).toEqual(date);
  });
});

test.each([
  ['2022', '2022', '2022', '2022', '2022', '2022年'],
  ['2022-09', '2022-09', 'September 2022', '2022, September', 'Sept. 2022', '2022年9月'],
  ['2022-01-07', '2022-01-07', 'January 7, 2022', '2022, January 7', '7 Jan. 2022', '2022年1月7日'],
])('%s in words', (text, iso, american, apa, mla, chinese) => {
  const date = readEdtf(text)!;
  expect([isoDate(date), americanDate(date), apaDate(date), mlaDate(date), chineseDate(date)]).toEqual([iso, american, apa, mla, chinese]);
});

describe('a date in each style', () => {
  const { work, ...rest } = citationOf('district-plenum', 'p12');
  test.each<[StyleName, 'zh' | 'en', string, string]>([
    ['gbt-2025', 'zh', '2022-01-07', '[EB/OL]. （2022-01-07）[2026-11-21].'],
    ['gbt-2025', 'zh', '2022%', '[EB/OL]. （[约2022?]）[2026-11-21].'],
    ['gbt-2025', 'zh', '', '[EB/OL]. [2026-11-21].'],
    ['gbt-2015', 'en', '2022-01~', '[EB/OL]. ([约2022-01])[2026-11-21].'],
    ['apa', 'en', '2022-01-07', '(2022, January 7). Tifa.'],
    ['apa', 'en', '2022-01~', '(ca. 2022, January). Tifa.'],
    ['apa', 'en', '', '(n.d.). Tifa.'],
    ['apa', 'zh', '2022-01-07', '(2022年1月7日). 提法 Tifa.'],
    ['apa', 'zh', '', '(无日期). 提法 Tifa.'],
    ['chicago', 'en', '2022-01-07', 'Tifa, January 7, 2022, para. 12, accessed'],
    ['chicago', 'en', '2022-01?', 'Tifa, [January 2022?], para. 12, accessed'],
    ['chicago', 'en', '', 'Tifa, para. 12, accessed'],
    ['chicago', 'zh', '2022%', '提法 Tifa, [约2022年?], 第12段, '],
    ['mla', 'en', '2022-01-07', ', 7 Jan. 2022, https'],
    ['mla', 'en', '2022%', ', [circa 2022?], https'],
    ['mla', 'zh', '', 'p, https'],
  ])('%s (%s): %s', (style, language, date, expected) => {
    expect(toPlain(cite({ ...rest, work: { ...work, date } }, style, language)[0]!.text)).toContain(expected);
  });

  test('running text has the year alone', () => {
    expect(toPlain(cite({ ...rest, work: { ...work, date: '2022-01-07?' } }, 'apa', 'en')[1]!.text)).toBe('(Maoding fazhan mubiao, ca. 2022, para. 12)');
  });
});
