import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedLength, sortSuffixes } from '../../../../src/text/concordance/suffixes.ts';
import { runs } from '../../support/property.ts';
import { words } from './support.ts';

const textOf = (units: readonly string[]) => units.map((unit) => `${unit}\0`).join('');
const joined = (units: readonly string[]) => Uint16Array.from(textOf(units).split(''), (unit) => unit.charCodeAt(0));

/** The key of a suffix: its first codes, or, if it ends sooner, all of them with the terminator. */
function keyAt(units: readonly string[], position: number, keyLength: number): string {
  const text = textOf(units);
  return text.slice(position, Math.min(position + keyLength, text.indexOf('\0', position) + 1));
}

/** Sorts by comparing whole keys. */
function sortedNaively(units: readonly string[], keyLength: number): { position: number; key: string }[] {
  return textOf(units)
    .split('')
    .map((_, position) => ({ position, key: keyAt(units, position, keyLength) }))
    .filter(({ key }) => key !== '\0')
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.position - b.position));
}

const order = (units: readonly string[], keyLength = 31) => [...sortSuffixes(joined(units), keyLength).order];
const units = fc.array(words(['a', 'b'], 60), { maxLength: 8 });
const anyUnits = fc.array(words(['a', 'b', '\u0001', '\ud83d', '\ude00', '\uffff'], 40), { maxLength: 8 });

describe('the suffixes of a text', () => {
  test('stand in the order of what follows', () => {
    expect(order(['banana'])).toEqual([5, 3, 1, 0, 4, 2]);
  });

  test('end with their unit, and the end sorts first', () => {
    expect(order(['a', 'ab', 'a'])).toEqual([0, 5, 2, 3]);
  });

  test('that are equal stand in the order of the text', () => {
    expect(order(['aa', 'aa'])).toEqual([1, 4, 0, 3]);
  });

  test('that differ only beyond the key stand in the order of the text', () => {
    expect(order(['aac', 'aab'], 2)).toEqual([0, 4, 5, 1, 6, 2]);
  });

  test('of no text are none', () => {
    const { order, shared } = sortSuffixes(joined([]), 31);
    expect([order.length, [...shared]]).toEqual([0, [0]]);
  });

  test('of empty units are none', () => {
    expect(order(['', '', ''])).toEqual([]);
  });

  test('of a long run of one character need no deep recursion', () => {
    const { order, shared } = sortSuffixes(joined(['a'.repeat(50_000)]), 31);
    expect([...order.slice(0, 3), order.at(-1)]).toEqual([49_999, 49_998, 49_997, 49_969]);
    expect(shared.at(-2)).toBe(31);
  });
});

describe('for any text', () => {
  test.each([1, 2, 5, 31])('the order is that of a plain sort, with keys of length %i', (keyLength) => {
    fc.assert(
      fc.property(fc.oneof(units, anyUnits), (some) => {
        expect(order(some, keyLength)).toEqual(sortedNaively(some, keyLength).map(({ position }) => position));
      }),
      runs(60),
    );
  });

  test.each([1, 5, 31])('neighbours share what is noted, with keys of length %i', (keyLength) => {
    fc.assert(
      fc.property(fc.oneof(units, anyUnits), (some) => {
        const keys = sortedNaively(some, keyLength).map(({ key }) => key.replace('\0', ''));
        const shared = keys.map((key, i) => {
          let same = 0;
          while (i > 0 && same < key.length && key[same] === keys[i - 1]![same]) same++;
          return same;
        });
        expect([...sortSuffixes(joined(some), keyLength).shared]).toEqual([...shared, 0]);
      }),
      runs(60),
    );
  });
});

describe('what two suffixes share', () => {
  test.each([
    ['nothing', ['ab', 'b'], 0, 3, 0],
    ['a beginning', ['abc', 'abd'], 0, 4, 2],
    ['all but the terminator', ['ab', 'ab'], 0, 3, 2],
    ['a whole suffix, where the other goes on', ['ab', 'abc'], 0, 3, 2],
    ['at most the length of a key', ['abcdefgh', 'abcdefgh'], 0, 9, 5],
  ])('is %s', (_what, some, a, b, length) => {
    expect(sharedLength(joined(some), a, b, 5)).toBe(length);
  });
});
