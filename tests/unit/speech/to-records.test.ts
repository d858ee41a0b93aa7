import { describe, expect, test } from 'vitest';
import { toJson } from '../../../src/speech/to-json.ts';
import { type IndexedTerm, speechRecord, termRecord } from '../../../src/speech/to-records.ts';
import { elements, readMarkup, wordsOf } from '../support/markup.ts';
import { speechOf } from '../support/speech.ts';

const speech = toJson(speechOf('同志们：\n\n## 一、丰收\n\n1 \\< 2 & 好。进。'), '/tifa/speeches/harvest/');
const page = (depth: 'full' | 'heads') => readMarkup(speechRecord(speech, depth).content.replace('<!doctype html>', ''));
const tagged = (depth: 'full' | 'heads', tag: string) => elements(page(depth), (element) => element.tag === tag);

describe('the page of a speech for the word index', () => {
  test('lies at the address of the speech', () => {
    expect(speechRecord(speech, 'full').url).toBe('/tifa/speeches/harvest/');
  });

  test('is in Chinese, so that its words are cut as Chinese', () => {
    expect(tagged('full', 'html')[0]!.attributes['lang']).toBe('zh-Hans');
  });

  test('has the title as its heading', () => {
    expect(tagged('full', 'h1').map((element) => wordsOf(element))).toEqual(['关于丰收的讲话']);
  });

  test('has each head under its id', () => {
    expect(tagged('full', 'h2').map((element) => [element.attributes['id'], wordsOf(element)])).toEqual([['h1', '一、丰收']]);
  });

  test('has each passage as a result of its own, under its id', () => {
    expect(
      tagged('full', 'p').flatMap((element) => ('id' in element.attributes ? [[element.attributes['id'], element.attributes['data-pagefind-title'], wordsOf(element)]] : [])),
    ).toEqual([
      ['p1', 'p1', '同志们：'],
      ['p2', 'p2', '1 < 2 & 好。进。'],
    ]);
  });

  test('has no passages when only heads are asked for', () => {
    expect(elements(page('heads'), ({ attributes }) => 'id' in attributes).map(({ attributes }) => attributes['id'])).toEqual(['h1']);
  });

  test('can be filtered by kind and by speech', () => {
    const [filters] = elements(page('full'), ({ attributes }) => 'data-pagefind-filter' in attributes);
    expect(filters!.attributes).toMatchObject({ 'data-kind': 'address', 'data-speech': 'harvest' });
  });

  test('is found by its English title and its short names', () => {
    for (const words of ['On the harvest', '丰收讲话', 'Harvest']) expect(wordsOf(page('full'))).toContain(words);
  });
});

describe('the record of a term for the word index', () => {
  const term: IndexedTerm = {
    id: 'liang-ge-wei-hu',
    term: '两个维护',
    pinyin: 'liǎng gè wéihù',
    kind: 'numbered-formula',
    gloss: { zh: '释义', en: 'gloss' },
    forms: ['两个维护', '“两个维护”'],
    renderings: [{ text: 'the two upholds' }, { text: 'the Two Safeguards' }],
  };
  const record = termRecord(term, '/glossary/liang-ge-wei-hu/');

  test.each(['两个维护', '“两个维护”', 'the two upholds', 'the Two Safeguards', '释义', 'gloss', 'liǎng gè wéihù', 'liang ge weihu', 'lianggeweihu'])('is found by %s', (words) => {
    expect(record.content.split(' 。 ')).toContain(words);
  });

  test('shows headword, pinyin, first rendering and glosses', () => {
    expect(record.meta).toEqual({ title: '两个维护', pinyin: 'liǎng gè wéihù', en: 'the two upholds', gloss_zh: '释义', gloss_en: 'gloss' });
  });

  test('lies at the address of the entry, and is told apart from speeches', () => {
    expect(record).toMatchObject({ url: '/glossary/liang-ge-wei-hu/', filters: { kind: ['term'] } });
  });
});
