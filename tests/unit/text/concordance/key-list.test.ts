import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '../../../../src/text/concordance/format.ts';
import { firstFileFor, firstFileFrom, lastFileFor, readKeys, writeKeys } from '../../../../src/text/concordance/key-list.ts';
import { anyUnits, runs } from '../../support/property.ts';
import { words } from './support.ts';

describe('a list of keys', () => {
  test('that is written is read back', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyUnits, words(['a', 'b'], 31))), (keys) => {
        const writer = new ByteWriter();
        writeKeys(writer, keys.sort());
        const reader = new ByteReader(writer.bytes());
        expect(readKeys(reader)).toEqual(keys);
        expect(reader.atEnd).toBe(true);
      }),
      runs(200),
    );
  });
});

describe('where the range of a query lies', () => {
  const files = ['', 'b', 'bb', 'c\0', 'd'];

  test.each([
    ['a', 0, 0],
    ['b', 1, 2],
    ['ba', 1, 1],
    ['bb', 2, 2],
    ['bc', 2, 2],
    ['c', 2, 3],
    ['ca', 3, 3],
    ['e', 4, 4],
  ])('%s: files %i to %i', (query, first, last) => {
    expect([firstFileFor(files, query), lastFileFor(files, query)]).toEqual([first, last]);
  });

  test.each([31, 30])('a file that begins amid equal keys has a full one, and the query may begin before it (%i units)', (length) => {
    const key = 'a'.repeat(length);
    const equal = ['', 'a', key, key, key];
    expect([firstFileFor(equal, key), lastFileFor(equal, key)]).toEqual([length === 31 ? 1 : 4, 4]);
  });

  /** Sorted keys of entries, some of them equal at full length, and in how many files they are. */
  const entries = fc.array(words(['a', 'b'], 40), { minLength: 1, maxLength: 40 }).map((texts) => texts.map((text) => `${text}\0`.slice(0, 31)).sort());

  test('no entry that begins with the query is in another file', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 8 }), fc.nat(), fc.integer({ min: 1, max: 31 }), (keys, size, pick, length) => {
        const files = keys
          .filter((_, i) => i % size === 0)
          .map((key, file) => {
            const before = file === 0 ? undefined : keys[file * size - 1]!;
            let shared = 0;
            while (before !== undefined && shared < key.length && key[shared] === before[shared] && key[shared] !== '\0') shared++;
            return before === undefined ? '' : key.slice(0, shared + 1);
          });
        const query = keys[pick % keys.length]!.replace('\0', 'b').slice(0, length);
        const holding = keys.flatMap((key, i) => (key.startsWith(query) ? [Math.floor(i / size)] : []));
        const [first, last] = [firstFileFor(files, query), lastFileFor(files, query)];
        for (const file of holding) expect(file >= first && file <= last).toBe(true);
        // Between the two, every file begins inside the range: it is these ranges that have summaries.
        for (let file = first + 1; file < last; file++) expect(keys[file * size]!.startsWith(query)).toBe(true);
      }),
      runs(500),
    );
  });
});

describe('the first file from a query on', () => {
  const files = ['b', 'bb', 'd'];
  test.each([
    ['a', 0],
    ['b', 0],
    ['ba', 1],
    ['c', 2],
    ['d', 2],
    ['e', -1],
  ])('%s: %i', (query, file) => {
    expect(firstFileFrom(files, query)).toBe(file);
  });

  test('of no files is none', () => {
    expect(firstFileFrom([], 'a')).toBe(-1);
  });
});
