import { describe, expect, test } from 'vitest';
import { readAddresses, readLock } from '../../../src/corpus/read-lock.ts';
import { mintIds } from '../../../src/text/permalinks.ts';
import { report } from '../support/speech.ts';

const lock = mintIds('harvest', undefined, { title: '讲话', heads: ['一、形势'], passages: [['稳。', '进。']] });
const reported = (text: string) => report(readLock('harvest.json', text).problems);
const changed = (change: (lock: Record<string, unknown>) => void) => {
  const copy = JSON.parse(JSON.stringify(lock)) as Record<string, unknown>;
  change(copy);
  return JSON.stringify(copy);
};

describe('the lock of a speech', () => {
  test('is read back as it was written', () => {
    expect(readLock('harvest.json', JSON.stringify(lock, null, 1))).toEqual({ lock, problems: [] });
  });

  test('that is no JSON is a problem', () => {
    expect(reported('{"format": 1,')).toMatch(
      /^harvest\.json:1:1 {2}The lock file cannot be read: .*JSON.*\n {4}Restore it from version control; it is written only by npm run permalinks\.$/,
    );
  });

  test('of another format is a problem', () => {
    expect(reported(changed((copy) => Object.assign(copy, { format: 2 })))).toMatchInlineSnapshot(`
      "harvest.json:1:1  The lock file cannot be read: format: Invalid input: expected 1
          Restore it from version control; it is written only by npm run permalinks."
    `);
  });

  test('with a field too many is a problem', () => {
    expect(reported(changed((copy) => Object.assign(copy, { comment: 'x' })))).toMatchInlineSnapshot(`
      "harvest.json:1:1  The lock file cannot be read: Unrecognized key: "comment"
          Restore it from version control; it is written only by npm run permalinks."
    `);
  });

  test('with a receipt that is none is a problem', () => {
    expect(reported(changed((copy) => Object.assign(copy['title'] as object, { receipt: 'ilou0000' })))).toMatchInlineSnapshot(`
      "harvest.json:1:1  The lock file cannot be read: title.receipt: Invalid string: must match pattern /^[0-9a-hjkmnp-tv-z]{8}$/
          Restore it from version control; it is written only by npm run permalinks."
    `);
  });

  test('with a problem is no lock', () => {
    expect(readLock('harvest.json', '{}').lock).toBeUndefined();
  });
});

describe('the lock of addresses', () => {
  const addresses = { format: 1, speeches: ['harvest'], terms: ['san-nong'] };

  test('is read back as it was written', () => {
    expect(readAddresses('addresses.json', JSON.stringify(addresses))).toEqual({ addresses, problems: [] });
  });

  test('that is not there yet is empty', () => {
    expect(readAddresses('addresses.json', undefined)).toEqual({ addresses: { format: 1, speeches: [], terms: [] }, problems: [] });
  });

  test('that cannot be read is a problem, and empty', () => {
    const { addresses: read, problems } = readAddresses('addresses.json', '{"format": 1}');
    expect(read.speeches).toEqual([]);
    expect(report(problems)).toMatchInlineSnapshot(`
      "addresses.json:1:1  The lock file cannot be read: speeches: Invalid input: expected array, received undefined
          Restore it from version control; it is written only by npm run permalinks."
    `);
  });
});
