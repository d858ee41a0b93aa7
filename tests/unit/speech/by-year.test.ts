import { describe, expect, test } from 'vitest';
import { groupByYear } from '../../../src/speech/by-year.ts';
import type { SpeechSummary } from '../../../src/speech/summary.ts';

const speech = (title: string, edtf: string) => ({ title, meta: { date: { edtf } } }) as unknown as Pick<SpeechSummary, 'title' | 'meta'>;

describe('speeches by year', () => {
  test('the newest year first, what is undated last, in each by pinyin of the title', () => {
    const groups = groupByYear([speech('中', '2020?'), speech('安', '2020'), speech('丙', ''), speech('乙', '2022~'), speech('甲', '2019-12-31')]);
    expect(groups.map(({ year, speeches }) => [year, speeches.map(({ title }) => title).join('')])).toEqual([
      ['2022', '乙'],
      ['2020', '安中'],
      ['2019', '甲'],
      [undefined, '丙'],
    ]);
  });

  test('of nothing are nothing', () => {
    expect(groupByYear([])).toEqual([]);
  });
});
