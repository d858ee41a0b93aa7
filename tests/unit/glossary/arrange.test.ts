import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, type Pair } from '../../../src/glossary/arrange.ts';
import { runs } from '../support/property.ts';

/** The sum of the distances of all pairs in an order. */
const totalLength = (order: readonly string[], pairs: readonly Pair[]) => pairs.reduce((sum, [a, b]) => sum + Math.abs(order.indexOf(a) - order.indexOf(b)), 0);

const permutations = (ids: readonly string[]): string[][] =>
  ids.length < 2 ? [[...ids]] : ids.flatMap((id) => permutations(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));

describe('an order for an arc picture', () => {
  test('puts a chain in line', () => {
    const chain: Pair[] = [
      ['c', 'a'],
      ['a', 'd'],
      ['d', 'b'],
    ];
    expect(arrange(['a', 'b', 'c', 'd'], chain)).toSatisfy((order: string[]) => ['cadb', 'bdac'].includes(order.join('')));
  });

  test('puts the centre of a star in its middle', () => {
    const star: Pair[] = [...'abde'].map((id) => ['m', id]);
    expect(arrange([...'abdem'], star).indexOf('m')).toBe(2);
  });

  test('of nothing is nothing, and of one thing that thing', () => {
    expect([arrange([], []), arrange(['a'], [])]).toEqual([[], ['a']]);
  });

  test('holds every id once, is the same each time, and is close to the best there is', () => {
    const ids = [...'abcdef'];
    const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { minLength: 3, maxLength: 9, selector: ([a, b]) => [a, b].sort().join('') });
    const lengths = { ours: 0, best: 0, given: 0 };
    fc.assert(
      fc.property(pairs, (drawn) => {
        const arcs = drawn.filter(([a, b]) => a !== b);
        const order = arrange(ids, arcs);
        expect([...order].sort()).toEqual(ids);
        expect(arrange(ids, arcs)).toEqual(order);
        lengths.ours += totalLength(order, arcs);
        lengths.given += totalLength(ids, arcs);
        lengths.best += Math.min(...permutations(ids).map((one) => totalLength(one, arcs)));
      }),
      runs(60),
    );
    expect(lengths.ours).toBeLessThanOrEqual(lengths.best * 1.1);
    expect(lengths.given).toBeGreaterThan(lengths.best * 1.2);
  });
});
