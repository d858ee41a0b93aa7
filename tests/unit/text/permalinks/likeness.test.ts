import { describe, expect, test } from 'vitest';
import { commonPairs, lettersOf, likenessOfNames, pairsOf } from '../../../../src/text/permalinks/likeness.ts';
import { mintLock } from '../../../../src/text/permalinks/mint.ts';
import { sharedLetters } from '../../../../src/text/permalinks/shared.ts';
import { sentences, textOf } from '../../support/lock.ts';

const { a, b, c } = sentences;

describe('the letters of a text', () => {
  test.each([
    ['“稳”中 求进——ＧＤＰ 6.5%。', '稳中求进GDP65'],
    ['XX书记', 'XX书记'],
    ['……', '.'],
    ['', ''],
  ])('%s: %s', (text, letters) => {
    expect(lettersOf(text)).toBe(letters);
  });
});

test('pairs count as often as both texts have them', () => {
  expect(commonPairs(pairsOf('稳稳稳进'), pairsOf('稳稳进进'))).toBe(2);
  expect(commonPairs(pairsOf('稳'), pairsOf('稳'))).toBe(0);
});

test.each([
  ['三农', '三农', 1],
  ['三农', '“三农”', 1],
  ['稳中求进', '稳中求好', 2 / 3],
  ['三农', '安全阀', 0],
  ['好', '坏', 0],
])('%s and %s are alike: %d', (one, other, likeness) => {
  expect(likenessOfNames(one, other)).toBeCloseTo(likeness);
});

test('a text shares with another what stands there in whole sentences', () => {
  const lock = mintLock('harvest', textOf(`${a}|${b}`));
  expect(sharedLetters(lock, textOf(a, b))).toBe(1);
  expect(sharedLetters(lock, textOf(`${a}|${c}`))).toBeCloseTo(lettersOf(a).length / lettersOf(a + b).length);
  expect(sharedLetters(lock, textOf(c))).toBe(0);
  expect(sharedLetters(mintLock('harvest', textOf()), textOf(c))).toBe(0);
});
