import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movedAmong } from '../../../../src/text/permalinks/order.ts';
import { runs } from '../../support/property.ts';

describe('what has moved', () => {
  test.each([
    ['abcd', 'abcd', ''],
    ['abcd', 'acbd', 'c'],
    ['abcd', 'bcda', 'a'],
    ['abcd', 'dabc', 'd'],
    ['abcd', 'axbycd', ''],
    ['abcd', 'ad', ''],
    ['ab', 'ba', 'b'],
    ['', 'ab', ''],
  ])('%s to %s: %s', (before, after, moved) => {
    expect([...movedAmong([...before], [...after])].join('')).toBe(moved);
  });

  test('without it the rest keeps its order, and nothing less would do', () => {
    const letters = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const moved = movedAmong(before, after);
        const kept = (list: string[]) => list.filter((item) => before.includes(item) && after.includes(item) && !moved.has(item));
        expect(kept(after)).toEqual(kept(before));
        // Every larger choice of items is out of order in one of the two.
        const common = before.filter((item) => after.includes(item));
        for (let choice = 0; choice < 1 << common.length; choice++) {
          const items = common.filter((_, i) => choice & (1 << i));
          if (items.length <= kept(before).length) continue;
          expect(after.filter((item) => items.includes(item))).not.toEqual(items);
        }
      }),
      runs(60),
    );
  });
});
