import { describe, expect, test } from 'vitest';
import { createToneSearch } from '../../../src/text/tone.ts';

const search = createToneSearch({ zh: ['伟大', '荒谬'], en: ['brilliant*', 'so-called', 'mere', 'cliché*'] });
const words = (text: string, language: 'zh' | 'en') => search(text, language).map(({ word }) => word);

describe('words of praise and polemic', () => {
  test('are found with their places', () => {
    expect(search('这是伟大的。', 'zh')).toEqual([{ word: '伟大', at: 2 }]);
    expect(search('A Brilliantly put so-called plan.', 'en')).toEqual([
      { word: 'Brilliantly', at: 2 },
      { word: 'so-called', at: 18 },
    ]);
  });

  test('are found by whole words in English, with any ending after an asterisk only', () => {
    expect(words('merely a merest mere', 'en')).toEqual(['mere']);
    expect(words('unbrilliant brilliance', 'en')).toEqual([]);
    expect(words('brilliants, cliché.', 'en')).toEqual(['brilliants', 'cliché']);
  });

  test.each([
    ['“伟大”', 'zh'],
    ['‘伟大’', 'zh'],
    ['《伟大的事业》', 'zh'],
    ['「伟大」', 'zh'],
    ['the “brilliant” plan', 'en'],
    ['the *brilliant* plan', 'en'],
    ['`brilliant`', 'en'],
  ] as const)('are passed over where others speak: %s', (text, language) => {
    expect(words(text, language)).toEqual([]);
  });

  test('are found after a quotation, at their own place, and in a quotation that is never closed', () => {
    expect(search('“伟大”并不伟大', 'zh')).toEqual([{ word: '伟大', at: 6 }]);
    expect(words('“伟大', 'zh')).toEqual(['伟大']);
  });

  test('an apostrophe opens no quotation', () => {
    expect(words('the district’s brilliant plan and the city’s', 'en')).toEqual(['brilliant']);
  });

  test('are looked for in their own language only, and an empty list finds nothing', () => {
    expect(words('伟大', 'en')).toEqual([]);
    expect(createToneSearch({ zh: [], en: [] })('伟大 brilliant', 'en')).toEqual([]);
  });
});
