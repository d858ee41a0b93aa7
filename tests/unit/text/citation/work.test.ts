import { describe, expect, test } from 'vitest';
import { chineseTitle, englishTitle, shortTitle, speechWork, termWork } from '../../../../src/text/citation/work.ts';
import { realSpeech } from '../../support/speech.ts';

const { meta } = realSpeech('district-plenum');
const titled = (lines: string[], supplied = false) => speechWork('x', { ...meta, title: { ...meta.title, lines, supplied, pinyin: undefined } }).title;

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
