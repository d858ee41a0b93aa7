import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter, checkLength, seal, unseal } from '../../../../src/text/concordance/format.ts';
import { anyUnits, runs } from '../../support/property.ts';

/** One thing that can be written, and how it is read. */
type Item = { kind: 'byte'; value: number } | { kind: 'number'; value: number } | { kind: 'text'; value: string } | { kind: 'bytes'; value: Uint8Array };

const items = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('byte' as const), value: fc.nat(255) }),
    fc.record({ kind: fc.constant('number' as const), value: fc.oneof(fc.nat(300), fc.maxSafeNat()) }),
    fc.record({ kind: fc.constant('text' as const), value: anyUnits }),
    fc.record({ kind: fc.constant('bytes' as const), value: fc.uint8Array({ maxLength: 2000 }) }),
  ),
);

function written(list: readonly Item[]): Uint8Array {
  const writer = new ByteWriter();
  for (const item of list) {
    if (item.kind === 'byte') writer.byte(item.value);
    else if (item.kind === 'number') writer.number(item.value);
    else if (item.kind === 'text') writer.text(item.value);
    else if (item.kind === 'bytes') writer.append(item.value);
  }
  expect(writer.bytes()).toHaveLength(writer.length);
  return writer.bytes();
}

function read(reader: ByteReader, item: Item): Item['value'] {
  if (item.kind === 'bytes') return reader.take(item.value.length);
  return item.kind === 'byte' ? reader.byte() : item.kind === 'number' ? reader.number() : reader.text();
}

describe('what is written', () => {
  test('is read back, and then there is nothing left', () => {
    fc.assert(
      fc.property(items, (list) => {
        const reader = new ByteReader(written(list));
        for (const item of list) expect(read(reader, item)).toEqual(item.value);
        expect(reader.atEnd).toBe(true);
        expect(reader.rest()).toHaveLength(0);
      }),
      runs(200),
    );
  });

  test('cannot be read when its end is missing', () => {
    fc.assert(
      fc.property(
        items.filter((list) => written(list).length > 0),
        fc.nat(),
        (list, cut) => {
          const bytes = written(list);
          const reader = new ByteReader(bytes.slice(0, cut % bytes.length));
          expect(() => list.map((item) => read(reader, item))).toThrow(RangeError);
        },
      ),
      runs(200),
    );
  });

  test('is a copy, which later writing does not change', () => {
    const writer = new ByteWriter();
    writer.byte(1);
    const bytes = writer.bytes();
    writer.byte(2);
    expect([...bytes]).toEqual([1]);
  });
});

describe('a number', () => {
  test.each([
    [0, [0]],
    [127, [0x7f]],
    [128, [0x80, 1]],
    [300, [0xac, 2]],
    [2 ** 32, [0x80, 0x80, 0x80, 0x80, 0x10]],
  ])('%i has seven bits a byte, the lowest first', (value, bytes) => {
    expect([...written([{ kind: 'number', value }])]).toEqual(bytes);
  });
});

describe('reading past the end', () => {
  const beyond: [string, (reader: ByteReader) => unknown][] = [
    ['a byte', (reader) => reader.byte()],
    ['a number', (reader) => reader.number()],
    ['a text', (reader) => reader.text()],
    ['some bytes', (reader) => reader.take(1)],
  ];
  test.each(beyond)('for %s is an error', (_what, readOn) => {
    expect(() => readOn(new ByteReader(new Uint8Array()))).toThrow('the data end too early');
  });
});

test('all that is left begins where reading stopped', () => {
  const reader = new ByteReader(Uint8Array.of(1, 2, 3));
  reader.byte();
  expect([...reader.rest()]).toEqual([2, 3]);
  expect(reader.atEnd).toBe(true);
});

describe('a sealed file', () => {
  const file = fc.record({ name: fc.stringMatching(/^[a-z]{1,9}\/[0-9]{1,9}$/), contents: fc.uint8Array({ maxLength: 300 }) });

  test('is unsealed again under its name', () => {
    fc.assert(
      fc.property(file, ({ name, contents }) => {
        expect([...unseal(name, seal(name, contents))]).toEqual([...contents]);
      }),
      runs(100),
    );
  });

  test('begins with the first bytes of the SHA-256 of all that follows, by whatever means it is computed', () => {
    const sealed = seal('right/block-1', Uint8Array.of(1, 2, 3));
    const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
    expect([...sealed.subarray(0, checkLength)]).toEqual([...hash(sealed.subarray(checkLength)).subarray(0, checkLength)]);
    expect(seal('right/block-1', Uint8Array.of(1, 2, 3), hash)).toEqual(sealed);
  });

  test('is refused with any byte damaged, too short, too long, or under another name', () => {
    const sealed = seal(
      'speech/7',
      Uint8Array.from({ length: 40 }, (_, i) => i * 7),
    );
    for (let at = 0; at < sealed.length; at++) {
      for (const difference of [1, 0x80, 0xff]) {
        const damaged = sealed.slice();
        damaged[at]! ^= difference;
        expect(() => unseal('speech/7', damaged)).toThrow(RangeError);
      }
      expect(() => unseal('speech/7', sealed.slice(0, at))).toThrow(RangeError);
    }
    expect(() => unseal('speech/7', Uint8Array.of(...sealed, 0))).toThrow(RangeError);
    expect(() => unseal('speech/8', sealed)).toThrow('this is speech/7');
  });
});
