import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter, formatVersion, nameOf } from '../../../../src/text/concordance/format.ts';
import { decodeRoot, encodeRoot, type Listing, type Root, readArray, sealRoot, unsealRoot, writeArray } from '../../../../src/text/concordance/root.ts';
import { anyUnits, runs } from '../../support/property.ts';

const name = fc.nat().map((n) => nameOf(Uint8Array.of(n & 0xff, (n >> 8) & 0xff)));
const files = fc.array(fc.record({ key: anyUnits, name }), { maxLength: 6 });
const listing: fc.Arbitrary<Listing> = fc.record({ paged: fc.boolean(), files });
const array = fc.record({ entries: fc.nat(2 ** 31), blockSize: fc.integer({ min: 1, max: 100_000 }), blocks: listing, summaries: listing });
const roots: fc.Arbitrary<Root> = fc.array(fc.tuple(fc.nat(300), fc.nat(20)), { maxLength: 10 }).chain((speeches) =>
  fc.record({
    firstUnits: fc.constant(Uint32Array.from([0, ...speeches.map((_, i) => speeches.slice(0, i + 1).reduce((sum, [passages, heads]) => sum + passages + heads, 0))])),
    passageCounts: fc.constant(Uint32Array.from(speeches, ([passages]) => passages)),
    arrays: fc.record({ right: array, loose: array }),
    left: name,
    attributes: fc.array(
      fc.record({
        name: anyUnits,
        values: fc.array(anyUnits),
        ofSpeech: fc.array(fc.nat(300), { minLength: speeches.length, maxLength: speeches.length }).map((numbers) => Uint32Array.from(numbers)),
      }),
      { maxLength: 3 },
    ),
    catalogue: fc.array(name, { maxLength: 4 }),
  }),
);

describe('the root', () => {
  test('that is encoded is decoded again', () => {
    fc.assert(
      fc.property(roots, (root) => {
        expect(decodeRoot(encodeRoot(root))).toEqual(root);
      }),
      runs(100),
    );
  });

  test('cannot be decoded when its end is missing', () => {
    fc.assert(
      fc.property(roots, fc.nat(), (root, cut) => {
        const bytes = encodeRoot(root);
        expect(() => decodeRoot(bytes.slice(0, cut % bytes.length))).toThrow(RangeError);
      }),
      runs(100),
    );
  });

  test('the listing of an array, in a file of its own, is read back', () => {
    fc.assert(
      fc.property(array, (one) => {
        const writer = new ByteWriter();
        writeArray(writer, one);
        expect(readArray(new ByteReader(writer.bytes()))).toEqual(one);
      }),
      runs(100),
    );
  });
});

describe('the sealed root', () => {
  const compressed = fc.uint8Array({ minLength: 1, maxLength: 300 });

  test('is unsealed again, and its edition is the name of its bytes', () => {
    fc.assert(
      fc.property(compressed, (bytes) => {
        const { edition, compressed } = unsealRoot(sealRoot(bytes));
        expect([edition, [...compressed]]).toEqual([nameOf(bytes), [...bytes]]);
      }),
      runs(100),
    );
  });

  test('of another version says so', () => {
    const sealed = sealRoot(Uint8Array.of(1, 2, 3));
    sealed[0] = formatVersion + 1;
    expect(() => unsealRoot(sealed)).toThrow(`the index has format ${formatVersion + 1}, this page reads ${formatVersion}`);
  });

  test('is refused with any byte damaged', () => {
    const sealed = sealRoot(Uint8Array.from({ length: 40 }, (_, i) => i * 7));
    for (let at = 0; at < sealed.length; at++) {
      for (const difference of [1, 0x80, 0xff]) {
        const damaged = sealed.slice();
        damaged[at]! ^= difference;
        expect(() => unsealRoot(damaged)).toThrow(RangeError);
      }
    }
  });

  test('is refused when it is too short or too long', () => {
    const sealed = sealRoot(Uint8Array.from({ length: 40 }, (_, i) => i * 7));
    for (let length = 0; length < sealed.length; length++) expect(() => unsealRoot(sealed.slice(0, length))).toThrow(RangeError);
    expect(() => unsealRoot(Uint8Array.of(...sealed, 0))).toThrow('the directory is damaged');
  });
});
