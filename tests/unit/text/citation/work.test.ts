import { describe, expect, test } from 'vitest';
import { toPlain } from '../../../../src/text/citation/rich.ts';
import { cite, type StyleName, styleNames } from '../../../../src/text/citation/styles.ts';
import { chineseTitle, englishTitle, shortTitle, speechWork, termWork } from '../../../../src/text/citation/work.ts';
import { citationOf } from '../../support/citations.ts';
import { realSpeech } from '../../support/speech.ts';

const { meta } = realSpeech('district-plenum');
const titled = (lines: string[], supplied = false) => speechWork('x', { ...meta, title: { ...meta.title, lines, supplied, pinyin: undefined } }).title;

describe('a title without a translation', () => {
  const cited = (supplied: boolean) => {
    const lines = ['锚定发展目标', '——讲话'];
    const work = speechWork('x', { ...meta, title: { ...meta.title, lines, supplied, pinyin: undefined, en: lines.join(' ') } });
    return { ...citationOf('district-plenum', 'p12'), work };
  };
  const inEnglish = (supplied: boolean) => (Object.keys(styleNames) as StyleName[]).map((style) => toPlain(cite(cited(supplied), style, 'en')[0]!.text));

  test('stands as it is, once', () => {
    for (const text of inEnglish(false)) expect(text.split('锚定发展目标')).toHaveLength(2);
    expect(inEnglish(false)[2]).toContain('锚定发展目标——讲话 [Speech]. (ca. 2020). Tifa.');
    expect(inEnglish(false)[3]).toContain('“锚定发展目标——讲话,” speech, Tifa, [2020?]');
    expect(inEnglish(false)[4]).toContain('“锚定发展目标——讲话.” Tifa, edition');
  });

  test('and supplied, is described in its own language', () => {
    expect(inEnglish(true)[2]).toContain('[锚定发展目标]. (ca. 2020). Tifa.');
  });
});

describe('the title of a speech', () => {
  test.each([
    [['锚定发展目标   矢志克难攻坚', '奋力推动发展', '——在区委全会上的讲话'], '锚定发展目标 矢志克难攻坚 奋力推动发展——在区委全会上的讲话'],
    [['锚定　目标 '], '锚定 目标'],
    [['目标', '—— 在全会上', '——的讲话'], '目标——在全会上 的讲话'],
  ])('%j is set on one line, its subtitle after a dash', (lines, title) => {
    expect(chineseTitle(titled(lines))).toBe(title);
  });

  test('stands in square brackets when the editors supplied it', () => {
    expect(chineseTitle(titled(['发言'], true))).toBe('[发言]');
    expect(shortTitle(titled(['发言'], true), 'zh')).toBe('[发言]');
  });

  test('has a capital after the colon of its translation', () => {
    expect(englishTitle({ ...titled(['目标']), en: 'On the goals: pressing ahead. A speech: énergie' })).toBe('On the goals: Pressing ahead. A speech: Énergie');
  });

  test('is shortened to its first stop', () => {
    const { title } = speechWork('x', meta);
    expect([shortTitle(title, 'zh'), shortTitle(title, 'en')]).toEqual(['锚定发展目标', 'Maoding fazhan mubiao']);
    expect(shortTitle(titled(['锚定目标 克难攻坚']), 'en')).toBe('锚定目标 克难攻坚');
  });
});

test('an entry is named by its term, romanised without tones, with the day of its last revision', () => {
  expect(termWork({ id: 'lv-se', term: '绿色', pinyin: 'lǜsè', renderings: [{ text: 'green', basis: 'recalled' }], revised: '2026-11-21' })).toMatchObject({
    kind: 'term',
    title: { main: '绿色', pinyin: 'Lüse', en: 'green' },
    date: '2026-11-21',
  });
});
