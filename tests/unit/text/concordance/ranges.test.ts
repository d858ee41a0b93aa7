import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutBlocks, findRanges, nestRanges } from '../../../../src/text/concordance/build.ts';
import { keyLength } from '../../../../src/text/concordance/format.ts';
import { sortSuffixes } from '../../../../src/text/concordance/suffixes.ts';
import { runs } from '../../support/property.ts';
import { tableOf, words } from './support.ts';

/** What `findRanges` finds in some passages, and the keys of all entries in their order. */
function rangesOf(passages: readonly string[], blockSize: number) {
  const { codes } = tableOf([{ passages, heads: [] }]);
  const { order, shared } = sortSuffixes(codes, keyLength);
  const starts = cutBlocks(shared, order.length, blockSize);
  const text = String.fromCharCode(...codes);
  return {
    starts,
    ranges: findRanges(codes, order, starts),
    keys: [...order].map((position) => text.slice(position, Math.min(position + keyLength, text.indexOf('\0', position)))),
  };
}

/** Every string that some entries begin with, and its range, as long as that holds two first entries of blocks. */
function rangesByScanning(keys: readonly string[], starts: Uint32Array): Map<string, { from: number; to: number }> {
  const found = new Map<string, { from: number; to: number }>();
  for (const [i, key] of keys.entries()) {
    for (let length = 1; length <= key.length; length++) {
      const start = key.slice(0, length);
      found.set(start, { from: found.get(start)?.from ?? i, to: i + 1 });
    }
  }
  const firsts = ({ from, to }: { from: number; to: number }) => starts.subarray(0, -1).filter((start) => start >= from && start < to).length;
  return new Map([...found].filter(([, range]) => firsts(range) >= 2));
}

describe('the ranges that get a summary', () => {
  test('are those that hold two first entries of blocks', () => {
    // a, a, ab, ab, b, b in blocks of two: only “a” begins the first entries of two blocks.
    expect(rangesOf(['ab', 'ab', 'a', 'a'], 2).ranges).toEqual([{ key: 'a', from: 0, to: 4 }]);
  });

  test('have the longest key, where strings share a range', () => {
    expect(rangesOf(['abc', 'abc', 'abc', 'abc'], 2).ranges).toEqual([
      { key: 'abc', from: 0, to: 4 },
      { key: 'bc', from: 4, to: 8 },
      { key: 'c', from: 8, to: 12 },
    ]);
  });

  test('have keys of full length at most', () => {
    expect(rangesOf(['a'.repeat(60)], 2).ranges.at(-1)).toEqual({ key: 'a'.repeat(31), from: 30, to: 60 });
  });

  test('are none where there are no entries', () => {
    expect(rangesOf([], 2).ranges).toEqual([]);
    expect(rangesOf(['', ''], 2).ranges).toEqual([]);
  });

  test('are none where all entries are in one block', () => {
    expect(rangesOf(['aaaa'], 16).ranges).toEqual([]);
  });
});

describe('for any text', () => {
  const cases = [fc.array(words(['a', 'b', 'c'], 50), { maxLength: 6 }), fc.constantFrom(1, 2, 3, 4, 16)] as const;

  test('every string with such a range has exactly that one', () => {
    fc.assert(
      fc.property(...cases, (passages, blockSize) => {
        const { ranges, keys, starts } = rangesOf(passages, blockSize);
        const wanted = [...rangesByScanning(keys, starts)];
        const found = wanted.map(([start]) => {
          // As a query finds it: the first key from the string on begins with it.
          const { key, from, to } = ranges.find(({ key }) => key >= start)!;
          return [key.slice(0, start.length), { from, to }];
        });
        expect(found).toEqual(wanted);
        expect(new Set(ranges.map(({ from, to }) => `${from}-${to}`)).size).toBe(ranges.length);
      }),
      runs(80),
    );
  });

  test('there are no others, each has its longest key, and they are sorted', () => {
    fc.assert(
      fc.property(...cases, (passages, blockSize) => {
        const { ranges, keys, starts } = rangesOf(passages, blockSize);
        const longest = new Map<string, string>();
        for (const [start, { from, to }] of rangesByScanning(keys, starts)) {
          if (start.length > (longest.get(`${from}-${to}`)?.length ?? 0)) longest.set(`${from}-${to}`, start);
        }
        expect(ranges.map(({ key }) => key)).toEqual([...longest.values()].sort());
      }),
      runs(80),
    );
  });
});

describe('where blocks are cut', () => {
  test('neighbours share least, within a quarter of the size', () => {
    const shared = Uint8Array.from({ length: 41 }, (_, i) => [4, 3, 5][i % 3]!);
    shared[14] = 2;
    shared[0] = shared[40] = 0;
    expect([...cutBlocks(shared, 40, 16)]).toEqual([0, 14, 31, 40]);
  });

  test('every entry is in one block, and no block has twice its size', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(31)), fc.integer({ min: 1, max: 40 }), (lengths, blockSize) => {
        const starts = cutBlocks(Uint8Array.of(0, ...lengths.slice(1), 0), lengths.length, blockSize);
        expect([starts[0], starts.at(-1)]).toEqual([0, lengths.length]);
        starts.forEach((start, i) => {
          if (i === 0) return;
          expect(start).toBeGreaterThan(starts[i - 1]!);
          expect(start - starts[i - 1]!).toBeLessThan(2 * blockSize);
        });
      }),
      runs(200),
    );
  });
});

describe('nests of ranges', () => {
  const range = (key: string, from: number, to: number) => ({ key, from, to });

  test('hold ranges each within the one before', () => {
    const [a, ab, abc, b] = [range('a', 0, 10), range('ab', 2, 10), range('abc', 2, 9), range('b', 10, 12)];
    expect(nestRanges([a, ab, abc, b], 3)).toEqual([[a, ab, abc], [b]]);
  });

  test('end where the first has more than so many entries besides', () => {
    const [a, ab, abc, abd] = [range('a', 0, 10), range('ab', 2, 10), range('abc', 2, 6), range('abd', 6, 10)];
    expect(nestRanges([a, ab, abc, abd], 5)).toEqual([[a, ab], [abc], [abd]]);
  });

  test('hold all ranges in their order, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(words(['a', 'b'], 30), { maxLength: 8 }), fc.constantFrom(1, 2, 4), fc.nat(20), (passages, blockSize, most) => {
        const { ranges } = rangesOf(passages, blockSize);
        const nests = nestRanges(ranges, most);
        expect(nests.flat()).toEqual(ranges);
        for (const nest of nests) {
          nest.slice(1).forEach(({ from, to }, i) => {
            expect(from >= nest[i]!.from && to <= nest[i]!.to).toBe(true);
          });
          const [first, last] = [nest[0]!, nest.at(-1)!];
          expect(first.to - first.from - (last.to - last.from)).toBeLessThanOrEqual(most);
        }
      }),
      runs(100),
    );
  });
});
