import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter, nameOf } from '../../../../src/text/concordance/format.ts';
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

describe('the name of a file', () => {
  test('is the beginning of its hash', () => {
    expect(nameOf(new Uint8Array())).toBe('e3b0c44298fc1c14');
  });

  test('changes with any byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, difference) => {
        const damaged = bytes.slice();
        damaged[at % bytes.length]! ^= difference;
        expect(nameOf(damaged)).not.toBe(nameOf(bytes));
      }),
      runs(200),
    );
  });
});
