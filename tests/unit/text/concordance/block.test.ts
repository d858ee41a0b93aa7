import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, decodeBlock, type EntrySource, encodeBlock, findInBlock, readKey } from '../../../../src/text/concordance/block.ts';
import { keyLength } from '../../../../src/text/concordance/format.ts';
import { sortSuffixes } from '../../../../src/text/concordance/suffixes.ts';
import { lastStartAt } from '../../../../src/text/concordance/units.ts';
import { runs } from '../../support/property.ts';
import { tableOf, words } from './support.ts';

/** The sorted array of some passages. */
function sourceFrom(passages: readonly string[]): EntrySource {
  const { codes, starts } = tableOf([{ passages, heads: [] }]);
  return { ...sortSuffixes(codes, keyLength), starts, unitOf: (position) => lastStartAt(starts, position) };
}

/** An array by way of blocks of a size. */
function blocksOf(source: EntrySource, blockSize: number, withOffsets = true): Block[] {
  const { length } = source.order;
  return Array.from({ length: Math.ceil(length / blockSize) }, (_, i) => decodeBlock(encodeBlock(source, i * blockSize, Math.min((i + 1) * blockSize, length), withOffsets)));
}

/** The entries of a block with their keys put together: each has one code more than it shares with either neighbour. */
function listed({ shared, codes, units, offsets }: Block): { key: string; unit: number; offset: number }[] {
  let key = '';
  let at = 0;
  return Array.from(units, (unit, i) => {
    key = i === 0 ? '' : key.slice(0, shared[i]);
    const end = at + Math.min(keyLength, Math.max(shared[i]!, shared[i + 1]!) + 1) - key.length;
    key += String.fromCharCode(...codes.subarray(at, end));
    at = end;
    return { key, unit, offset: offsets[i]! };
  });
}

/** All entries of an array, by way of blocks of a size. */
const entriesOf = (source: EntrySource, blockSize: number, withOffsets = true) => blocksOf(source, blockSize, withOffsets).flatMap(listed);

const passages = fc.array(words(['a', 'b', 'c', '甲', '\uffff'], 80), { maxLength: 8 });
const sizes = fc.constantFrom(1, 2, 4, 16, 1000);

describe('a block', () => {
  test('holds of each suffix what tells it from its neighbours, its unit and its offset', () => {
    expect(entriesOf(sourceFrom(['banana', 'ab']), 8)).toEqual([
      { key: 'a\0', unit: 0, offset: 5 },
      { key: 'ab', unit: 1, offset: 0 },
      { key: 'ana\0', unit: 0, offset: 3 },
      { key: 'anan', unit: 0, offset: 1 },
      { key: 'b\0', unit: 1, offset: 1 },
      { key: 'ba', unit: 0, offset: 0 },
      { key: 'na\0', unit: 0, offset: 4 },
      { key: 'nan', unit: 0, offset: 2 },
    ]);
  });

  test('may leave offsets out', () => {
    expect(entriesOf(sourceFrom(['ab']), 8, false)).toEqual([
      { key: 'a', unit: 0, offset: 0 },
      { key: 'b', unit: 0, offset: 0 },
    ]);
  });

  test('holds the terminator of equal suffixes', () => {
    expect(entriesOf(sourceFrom(['ab', 'ab']), 8).map(({ key }) => key)).toEqual(['ab\0', 'ab\0', 'b\0', 'b\0']);
  });

  test('holds no more than a full key of long equal suffixes', () => {
    const [first, second] = entriesOf(sourceFrom(['a'.repeat(40)]), 8).slice(-2);
    expect([first?.key, second?.key]).toEqual(['a'.repeat(31), 'a'.repeat(31)]);
  });

  test('may be empty', () => {
    expect(listed(decodeBlock(encodeBlock(sourceFrom([]), 0, 0, true)))).toEqual([]);
  });
});

describe('any block', () => {
  test('gives back where its suffixes stand, however the array is cut', () => {
    fc.assert(
      fc.property(passages, sizes, (some, size) => {
        const source = sourceFrom(some);
        const found = entriesOf(source, size);
        expect(found.map(({ unit, offset }) => source.starts[unit]! + offset)).toEqual([...source.order]);
        expect(found.filter(({ key, unit, offset }) => !`${some[unit]!.slice(offset)}\0`.startsWith(key))).toEqual([]);
        expect(entriesOf(source, size, false)).toEqual(found.map((entry) => ({ ...entry, offset: 0 })));
      }),
      runs(80),
    );
  });

  test('has keys that differ from those of other suffixes nearby, and are no longer than that takes', () => {
    fc.assert(
      fc.property(passages, sizes, (some, size) => {
        const found = entriesOf(sourceFrom(some), size);
        const whole = found.map(({ unit, offset }) => `${some[unit]!.slice(offset)}\0`.slice(0, keyLength));
        const wrong = found.filter(({ key }, i) => {
          if (whole[i] === whole[i - 1] || whole[i] === whole[i + 1]) return key !== whole[i];
          const neighbourBeginsWith = (start: string) => [whole[i - 1], whole[i + 1]].some((neighbour) => neighbour?.startsWith(start));
          return neighbourBeginsWith(key) || (key.length > 1 && !neighbourBeginsWith(key.slice(0, -1)));
        });
        expect(wrong).toEqual([]);
      }),
      runs(80),
    );
  });

  test('cannot be read when its end is missing', () => {
    fc.assert(
      fc.property(
        passages.filter((some) => some.join('') !== ''),
        fc.nat(),
        (some, cut) => {
          const source = sourceFrom(some);
          const { packed, plain } = encodeBlock(source, 0, source.order.length, true);
          expect(() => decodeBlock({ packed: packed.slice(0, cut % packed.length), plain })).toThrow(RangeError);
          expect(() => decodeBlock({ packed, plain: plain.slice(0, cut % plain.length) })).toThrow(RangeError);
        },
      ),
      runs(100),
    );
  });
});

describe('what begins with a text', () => {
  const [block] = blocksOf(sourceFrom(['banana', 'ab', 'ab']), 100);

  test.each([
    ['told by the keys', 'a', { from: 0, to: 5, sure: true }],
    ['at the end of the block', 'na', { from: 8, to: 10, sure: true }],
    ['in one entry', 'ana\0', { from: 3, to: 4, sure: true }],
    ['that goes on beyond a key', 'banana', { from: 7, to: 8, sure: false }],
  ])('is found, %s', (_what, text, range) => {
    expect(findInBlock(block!, text)).toEqual(range);
  });

  test.each(['A', 'ac', 'c', 'nb'])('is not found where nothing does: %j', (text) => {
    expect(findInBlock(block!, text)).toMatchObject({ from: 0, to: 0 });
  });

  test('is what the keys say, in any block', () => {
    fc.assert(
      fc.property(passages, sizes, fc.array(words(['a', 'b', 'c', '甲', '\uffff'], keyLength), { maxLength: 5 }), fc.nat(), (some, size, others, seed) => {
        const source = sourceFrom(some);
        const parts = some.map((text, i) => text.slice((seed * (i + 1)) % (text.length + 1)).slice(0, 1 + ((seed + i) % keyLength)));
        for (const block of blocksOf(source, size)) {
          const keys = listed(block).map(({ key }) => key);
          for (const text of [...parts, ...others].filter((text) => text !== '')) {
            const { from, to, sure } = findInBlock(block, text);
            const found = keys.flatMap((key, i) => (key.startsWith(text) || text.startsWith(key) ? [i] : []));
            expect(Array.from({ length: to - from }, (_, i) => from + i)).toEqual(found);
            expect(sure).toBe(found.every((i) => keys[i]!.startsWith(text)));
          }
        }
      }),
      runs(200),
    );
  });
});

describe('large numbers', () => {
  test('of units come back', () => {
    const codes = Uint16Array.of(1, 2, 0);
    const source = { ...sortSuffixes(codes, keyLength), starts: new Uint32Array(), unitOf: (position: number) => [0xf1_02_03_04, 0xff_ff_ff][position]! };
    expect([...decodeBlock(encodeBlock(source, 0, 2, false)).units]).toEqual([0xf1_02_03_04, 0xff_ff_ff]);
  });

  test('of offsets come back', () => {
    const text = `${'乙'.repeat(20_000)}甲`;
    expect(entriesOf(sourceFrom([text]), 4096)[20_000]).toEqual({ key: '甲', unit: 0, offset: 20_000 });
  });
});

describe('the key of a position', () => {
  const codes = Uint16Array.of(97, 98, 0, 99, 0);
  test.each([
    [0, 1, 'a'],
    [0, 3, 'ab\0'],
    [0, 31, 'ab\0'],
    [3, 31, 'c\0'],
    [0, 0, ''],
  ])('%i, %i codes long', (position, length, key) => {
    expect(readKey(codes, position, length)).toBe(key);
  });
});
