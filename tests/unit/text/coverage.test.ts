import { describe, expect, test } from 'vitest';
import { explainQuotations, goesOn, memberNames, standsUnmarked } from '../../../src/text/coverage.ts';
import { frontMatter, frontMatterWith, speechOf } from '../support/speech.ts';

// The small glossary knows 丰收, 粮食安全 (also 粮安) and 三农 (also “三农”).
const members = memberNames([{ id: 'san-nong', members: ['农业', '推进“双轮”'] }]);
const explained = (body: string, front?: string) => explainQuotations(speechOf(body, front ? { front } : {}), members).map(({ text, explained: by }) => `${text}: ${by}`);

describe('a quoted string', () => {
  test('is a mention when one mention covers it', () => {
    expect(explained('\n“丰收”与“三农”。\n')).toEqual(['丰收: mention', '三农: mention']);
  });

  test('is one although punctuation stands at its ends', () => {
    expect(explained('\n“丰收。”\n')).toEqual(['丰收。: mention']);
  });

  test('holds a mention when the mention covers a part', () => {
    expect(explained('\n“丰收在望”\n')).toEqual(['丰收在望: part']);
  });

  test('is a member when a term of the speech names it, whole or in quotation marks', () => {
    expect(explained('\n三农：“农业”“双轮”“推进”。\n')).toEqual(['农业: member', '双轮: member', '推进: none']);
  });

  test('is no member of a term that the speech does not mention', () => {
    expect(explained('\n“农业”。\n')).toEqual(['农业: none']);
  });

  test('is not explained by a mention beside it', () => {
    expect(explained('\n丰收“在望”丰收\n')).toEqual(['在望: none']);
  });

  test('is found in heads and in the title of the source, not in a supplied one', () => {
    const title = frontMatterWith(3, '  lines: ["关于“丰”的讲话"]');
    expect(explained('\n## “节题”\n\n“丰收”\n', title)).toEqual(['丰: none', '节题: none', '丰收: mention']);
    expect(explained('\n“丰收”\n', title.replace('  en: On the harvest', '  en: On the harvest\n  supplied: true'))).toEqual(['丰收: mention']);
    expect(frontMatter).not.toContain('supplied');
  });
});

describe('a quotation of several paragraphs', () => {
  const open = (body: string) => {
    const speech = speechOf(body);
    return explainQuotations(speech, members).map((quotation) => [quotation.closed, goesOn(speech, quotation)]);
  };

  test('goes on when the next paragraph opens it again', () => {
    expect(open('\n他说：“一。\n\n“二。”\n')).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test('does not go on otherwise', () => {
    expect(open('\n他说：“一。\n\n二“三”。\n')[0]).toEqual([false, false]);
    expect(open('\n他说：“一，“二”\n\n“三”\n')[0]).toEqual([false, false]);
    expect(open('\n他说：“一。\n')).toEqual([[false, false]]);
  });
});

describe('words that stand unmarked', () => {
  const text = (words: string, ...mentions: [number, number][]) => ({ text: words, mentions: mentions.map(([start, end]) => ({ term: 't', start, end })) });

  test('stand somewhere without touching a mention', () => {
    expect(standsUnmarked(text('甲乙丙'), '乙丙')).toBe(true);
    expect(standsUnmarked(text('甲乙丙甲乙', [0, 1]), '甲乙')).toBe(true);
  });

  test('are not there, or touch mentions everywhere', () => {
    expect(standsUnmarked(text('甲乙'), '丙')).toBe(false);
    expect(standsUnmarked(text('甲乙丙甲乙', [0, 1], [4, 5]), '甲乙')).toBe(false);
  });

  test('may border on a mention', () => {
    expect(standsUnmarked(text('甲乙丙', [0, 1], [2, 3]), '乙')).toBe(true);
  });
});
