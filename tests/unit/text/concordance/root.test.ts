import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter, checkLength, formatVersion, seal } from '../../../../src/text/concordance/format.ts';
import { decodeRoot, encodeRoot, type Listing, type Root, readArray, sealRoot, unsealRoot, VersionError, writeArray } from '../../../../src/text/concordance/root.ts';
import { anyUnits, runs } from '../../support/property.ts';

const listing: fc.Arbitrary<Listing> = fc.record({ pageSize: fc.nat(2000), keys: fc.array(anyUnits, { maxLength: 6 }) });
const array = fc.record({ entries: fc.nat(2 ** 31), stride: fc.integer({ min: 1, max: 100_000 }), blocks: listing, summaries: listing });
const roots: fc.Arbitrary<Root> = fc.array(fc.tuple(fc.nat(300), fc.nat(20), fc.nat(100_000)), { maxLength: 10 }).chain((speeches) =>
  fc.record({
    firstUnits: fc.constant(Uint32Array.from([0, ...speeches.map((_, i) => speeches.slice(0, i + 1).reduce((sum, [passages, heads]) => sum + passages + heads, 0))])),
    passageCounts: fc.constant(Uint32Array.from(speeches, ([passages]) => passages)),
    characters: fc.constant(Uint32Array.from(speeches, ([, , characters]) => characters)),
    arrays: fc.record({ right: array, loose: array }),
    attributes: fc.array(
      fc.record({
        name: anyUnits,
        values: fc.array(anyUnits),
        ofSpeech: fc.array(fc.nat(300), { minLength: speeches.length, maxLength: speeches.length }).map((numbers) => Uint32Array.from(numbers)),
      }),
      { maxLength: 3 },
    ),
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
  const edition = Uint8Array.from({ length: checkLength }, (_, i) => 0x10 * i + 15 - i);

  test('is unsealed again, with the edition as hexadecimal digits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { edition: named, compressed } = unsealRoot(sealRoot(edition, bytes));
        expect([named, [...compressed]]).toEqual(['0f1e2d3c4b5a6978', [...bytes]]);
      }),
      runs(100),
    );
  });

  test('of another version says so', () => {
    const other = seal('root', Uint8Array.of(formatVersion + 1, ...edition, 1, 2, 3));
    expect(() => unsealRoot(other)).toThrow(VersionError);
    expect(() => unsealRoot(other)).toThrow(`the index has format ${formatVersion + 1}, this page reads ${formatVersion}`);
  });

  test('is refused when it is another file, or not whole', () => {
    const sealed = sealRoot(edition, Uint8Array.of(1, 2, 3));
    expect(() => unsealRoot(seal('left/listing', Uint8Array.of(1)))).toThrow(RangeError);
    expect(() => unsealRoot(sealed.slice(0, -1))).toThrow(RangeError);
    expect(() => unsealRoot(sealed.map((byte, i) => (i === 12 ? byte ^ 1 : byte)))).toThrow(RangeError);
  });
});
