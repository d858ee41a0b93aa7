import { describe, expect, test } from 'vitest';
import { hrefUnder, renderBasis, renderGloss } from '../../../src/speech/render-gloss.ts';
import { elements, readMarkup, wordsOf } from '../support/markup.ts';
import { glosses } from '../support/speech.ts';

describe('addresses under a base path', () => {
  test.each([
    ['/', '/glossary/'],
    ['/tifa', '/tifa/glossary/'],
    ['/tifa/', '/tifa/glossary/'],
    ['', '/glossary/'],
  ])('%j makes %s', (base, address) => {
    expect(hrefUnder(base)('/glossary/')).toBe(address);
  });
});

describe('what a claim rests on', () => {
  test.each([
    ['seen', '有据', 'source seen'],
    ['text', '据本篇', 'from the speech'],
    ['inferred', '推断', 'inferred'],
    ['recalled', '据记忆', 'from memory'],
  ] as const)('%s is said in words of both languages', (basis, zh, en) => {
    expect([renderBasis(basis, 'zh'), renderBasis(basis, 'en')].map(({ markup }) => wordsOf(readMarkup(markup)))).toEqual([zh, en]);
  });
});

describe('a gloss', () => {
  const gloss = { ...glosses.get('feng-shou')!, gloss: { zh: '释 <义>', en: 'a & b', basis: 'seen' as const, source: 'x' } };
  const page = readMarkup(renderGloss(gloss, hrefUnder('/tifa/')).markup);

  test('links its headword to the entry', () => {
    expect(elements(page, ({ tag }) => tag === 'a').map((link) => [wordsOf(link), link.attributes['href']])).toEqual([['丰收', '/tifa/glossary/feng-shou/']]);
  });

  test('is there in both languages, as it was written', () => {
    const inLanguage = (language: string) =>
      elements(page, ({ tag, attributes }) => tag === 'p' && attributes['lang'] === language)
        .map((element) => wordsOf(element))
        .join();
    expect(inLanguage('zh-Hans')).toContain('释 <义>');
    expect(inLanguage('en')).toContain('a & b');
  });

  test('marks its pinyin as such', () => {
    expect(elements(page, ({ attributes }) => attributes['lang'] === 'zh-Latn-pinyin').map((element) => wordsOf(element))).toEqual(['pinyin of feng-shou']);
  });
});
