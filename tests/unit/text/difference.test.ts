import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, type Run, sameLength } from '../../../src/text/difference.ts';
import { runs } from '../support/property.ts';

/** A comparison as it is written: what went in [-…], what came in [+…]. */
const show = (run: readonly Run[]) => run.map(({ kind, text }) => (kind === 'same' ? text : `[${kind === 'gone' ? '-' : '+'}${text}]`)).join('');

describe('the difference of two texts', () => {
  test.each([
    ['三家企业', '四家企业', '[-三][+四]家企业'],
    ['稳中求进', '稳中求进', '稳中求进'],
    ['', '稳', '[+稳]'],
    ['稳', '', '[-稳]'],
    ['', '', ''],
    ['稳中求进', '坚持稳中求进', '[+坚持]稳中求进'],
    ['稳中求进工作总基调', '稳中求进总基调', '稳中求进[-工作]总基调'],
    ['𠮷祥', '吉祥', '[-𠮷][+吉]祥'],
    ['要突出城建提升、增强承载。', '要突出规划引领、优化布局。', '要突出[-城建提升、增强承载][+规划引领、优化布局]。'],
  ])('%s to %s: %s', (before, after, shown) => {
    expect(show(difference(before, after))).toBe(shown);
  });

  const text = fc.oneof(fc.string({ unit: fc.constantFrom(...'稳中求进好'), maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 20 }));

  test('gives both texts back, and never two runs of a kind in a row', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = difference(before, after);
        const joined = (leftOut: Run['kind']) =>
          found
            .filter(({ kind }) => kind !== leftOut)
            .map((run) => run.text)
            .join('');
        expect([joined('come'), joined('gone')]).toEqual([before, after]);
        expect(found.every(({ kind, text }, i) => text !== '' && kind !== found[i - 1]?.kind)).toBe(true);
      }),
      runs(1000),
    );
  });

  test('of texts of which one lies in the other only adds', () => {
    fc.assert(
      fc.property(text, text, text, (start, middle, end) => {
        expect(sameLength(difference(start + end, start + middle + end))).toBe((start + end).length);
      }),
      runs(300),
    );
  });

  test('of long texts that have nothing in common is the two of them', () => {
    const found = difference('稳'.repeat(4000), '进'.repeat(4000));
    expect(found.map(({ kind, text }) => [kind, text.length])).toEqual([
      ['gone', 4000],
      ['come', 4000],
    ]);
  });
});
