import { describe, expect, test } from 'vitest';
import type { Source } from '../../../src/schemas/source.ts';
import { issuedOn, languageOf, reference, referenceHtml, referenceText } from '../../../src/text/reference.ts';
import { realCorpus } from '../support/speech.ts';

const source = (fields: Partial<Source>): Source => ({ type: 'article-journal', title: '题名', language: 'zh', ...fields });

describe('a Chinese reference', () => {
  test.each<[string, Partial<Source>, string]>([
    ['a title alone', {}, '《题名》。'],
    [
      'author, periodical and date',
      { author: [{ literal: '新华社' }], 'container-title': '浙江在线', issued: { 'date-parts': [[2011, 3, 13]] } },
      '新华社：《题名》，浙江在线，2011-03-13。',
    ],
    [
      'family name first, without a blank',
      {
        author: [
          { family: '郭', given: '朝先' },
          { family: '左', given: '立国' },
        ],
      },
      '郭朝先、左立国：《题名》。',
    ],
    ['a foreign author in the order of his language', { author: [{ family: 'Engels', given: 'Friedrich' }] }, 'Friedrich Engels：《题名》。'],
    [
      'volume, issue and page',
      { 'container-title': '刊', volume: '3', issue: '2', page: '15', issued: { 'date-parts': [[2024]] } },
      '《题名》，《刊》，第3卷，第2期，2024，第15页。',
    ],
    ['a volume that is written out', { 'container-title': '毛泽东选集', volume: '第二卷' }, '《题名》，《毛泽东选集》，第二卷。'],
    ['a periodical with its place', { 'container-title': '文汇报（香港）' }, '《题名》，《文汇报》（香港）。'],
    ['a site, which gets no title marks', { type: 'webpage', 'container-title': '中国习观' }, '《题名》，中国习观。'],
    ['a title within the title', { title: '论《共产党人》发刊词' }, '《论〈共产党人〉发刊词》。'],
    ['a title supplied by the editors', { title: '（题名未记录）' }, '（题名未记录）。'],
    ['a publisher that is the periodical is named once', { 'container-title': '新华网', publisher: '新华网' }, '《题名》，新华网。'],
    ['an approximate date', { issued: { 'date-parts': [[1747]], circa: true } }, '《题名》，ca. 1747。'],
    ['traditional characters', { language: 'zh-Hant', title: '題名', 'container-title': '明報' }, '《題名》，《明報》。'],
  ])('with %s', (_name, fields, expected) => {
    expect(referenceText(source(fields))).toBe(expected);
  });
});

describe('a reference in other languages', () => {
  test('sets the title of an article in quotation marks and its periodical in italics', () => {
    const article = source({
      language: 'en',
      title: 'Danger',
      author: [{ family: 'Mair', given: 'Victor H.' }],
      'container-title': 'Pinyin.info',
      issue: '7',
      issued: { 'date-parts': [[2005]] },
    });
    expect(referenceText(article)).toBe('Victor H. Mair. “Danger”. Pinyin.info, no. 7. 2005.');
    expect(reference(article).filter(({ as }) => as)).toEqual([
      { text: 'Pinyin.info', as: 'italic' },
      { text: '2005', as: 'date' },
    ]);
  });

  test('sets the title of a book in italics', () => {
    const book = source({ type: 'book', language: 'en', title: 'Compact City', publisher: 'Freeman', issued: { 'date-parts': [[1973]] } });
    expect(reference(book)[0]).toEqual({ text: 'Compact City', as: 'italic' });
    expect(referenceText(book)).toBe('Compact City. Freeman, 1973.');
  });

  test('leaves a supplied title bare', () => {
    expect(referenceText(source({ language: 'en', title: '(Report; title not recorded)' }))).toBe('(Report; title not recorded).');
  });
});

describe('a reference on a page', () => {
  test('has its italics and its date as elements, and its words escaped', () => {
    const book = source({ type: 'book', language: 'en', title: 'Bread & Roses', issued: { 'date-parts': [[1973]] } });
    expect(referenceHtml(book).markup).toBe('<i>Bread &amp; Roses</i>. <span class="date">1973</span>.');
  });

  test.each([
    ['zh', 'zh-Hans'],
    ['zh-Hant', 'zh-Hant'],
    ['ja', 'ja'],
  ])('of a source in %s is marked as %s', (language, lang) => {
    expect(languageOf({ language })).toBe(lang);
  });
});

test('the date is given as far as it is known', () => {
  expect([[2018], [2018, 5], [2018, 5, 1]].map((parts) => issuedOn({ issued: { 'date-parts': [parts] } }))).toEqual(['2018', '2018-05', '2018-05-01']);
  expect(issuedOn({})).toBeUndefined();
});

test('every record of the bibliography makes a reference that ends in one full stop and names its title', () => {
  for (const [id, record] of realCorpus().sources) {
    const text = referenceText(record);
    expect(text, id).toMatch(/[^.。][.。]$/u);
    expect(text.replaceAll('〈', '《').replaceAll('〉', '》'), id).toContain(record.title);
  }
});
