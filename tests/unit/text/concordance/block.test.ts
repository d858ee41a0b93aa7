import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBlock, type EntrySource, encodeBlock, readKey } from '../../../../src/text/concordance/block.ts';
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

/** All entries of an array, by way of blocks of a size. */
function entriesOf(source: EntrySource, blockSize: number, withOffsets = true) {
  const { length } = source.order;
  return Array.from({ length: Math.ceil(length / blockSize) }, (_, i) =>
    decodeBlock(encodeBlock(source, i * blockSize, Math.min((i + 1) * blockSize, length), withOffsets)),
  ).flat();
}

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
    expect(decodeBlock(encodeBlock(sourceFrom([]), 0, 0, true))).toEqual([]);
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

describe('large numbers', () => {
  test('of units come back', () => {
    const codes = Uint16Array.of(1, 2, 0);
    const source = { ...sortSuffixes(codes, keyLength), starts: new Uint32Array(), unitOf: (position: number) => [0xf1_02_03_04, 0xff_ff_ff][position]! };
    expect(decodeBlock(encodeBlock(source, 0, 2, false)).map(({ unit }) => unit)).toEqual([0xf1_02_03_04, 0xff_ff_ff]);
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
