import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '../../../src/text/csv.ts';
import { runs } from '../support/property.ts';

describe('a table as CSV', () => {
  test('has a byte order mark, quoted cells, and CR LF at the end of every line', () => {
    expect(csv([['term'], ['说“稳”, "wen"']])).toBe('\uFEFF"term"\r\n"说“稳”, ""wen"""\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@a', '\tx', '\rx'])('does not let %j begin a formula', (text) => {
    expect(parse(csv([[text]]), { bom: true })).toEqual([[`'${text}`]]);
  });

  test('is read back by another reader as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'稳a,"\r\n \t;|') }).filter((text) => !/^[\t\r]/.test(text));
    const row = (width: number) => fc.array(cell, { minLength: width, maxLength: width });
    const rows = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(row(width), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(rows, (written) => {
        expect(parse(csv(written), { bom: true, recordDelimiter: '\r\n' })).toEqual(written);
      }),
      runs(500),
    );
  });
});
