import { describe, expect, test } from 'vitest';
import { traditionalTable } from '../../../src/pages/search/_traditional.ts';
import { simplifier } from '../../../src/text/simplified.ts';

const simplified = simplifier(traditionalTable());

describe('simplified characters', () => {
  test.each([
    ['兩個維護', '两个维护'],
    ['清白做人、乾淨做事', '清白做人、干净做事'],
    ['扭轉乾坤，朝乾夕惕，終日乾乾，乾隆年間', '扭转乾坤，朝乾夕惕，终日乾乾，乾隆年间'],
    ['👍發展𠮷乾杯乾坤', '👍发展𠮷干杯乾坤'],
    ['两个维护 GDP', '两个维护 GDP'],
  ])('of %s', (traditional, simple) => {
    expect(simplified(traditional)).toBe(simple);
  });

  test('are as many as the traditional ones', () => {
    const { from, to } = traditionalTable();
    expect([...from].length).toBe([...to].length);
    expect(simplified(from)).toHaveLength(from.length);
  });
});
