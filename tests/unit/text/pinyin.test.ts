import { describe, expect, test } from 'vitest';
import { sortKey, toneless } from '../../../src/text/pinyin.ts';

describe('pinyin without tones', () => {
  test.each([
    ['liǎng gè wéihù', 'liang ge weihu'],
    ['Zhōngguó', 'Zhongguo'],
    ['lǜ', 'lu'],
    ['nǚ', 'nu'],
    ['wǔ wèi yītǐ', 'wu wei yiti'],
    ['PMI', 'PMI'],
  ])('%s becomes %s', (pinyin, plain) => {
    expect(toneless(pinyin)).toBe(plain);
  });
});

describe('the order of the glossary', () => {
  test('looks at letters and digits only', () => {
    expect(sortKey('Xī’ān, dì-19 jiè')).toBe('xiandi19jie');
  });

  test('ignores tones and capitals', () => {
    expect(sortKey('Ān')).toBe(sortKey('àn'));
  });
});
