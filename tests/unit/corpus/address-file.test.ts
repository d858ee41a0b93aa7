import { describe, expect, test } from 'vitest';
import { type Addresses, formatAddresses, noAddresses, presentAddress, readAddresses } from '../../../src/corpus/address-file.ts';
import { report } from '../support/speech.ts';

const addresses: Addresses = {
  format: 2,
  present: { speeches: { harvest: '关于丰收的讲话' }, terms: { 'san-nong': '三农' } },
  renamed: { speeches: { crops: 'grain', grain: 'harvest' }, terms: { nong: 'san-nong' } },
  removed: { speeches: { sowing: { name: '关于播种的讲话', date: '2027-03-01' } }, terms: {} },
};

describe('the lock of addresses', () => {
  test('is read back as it was written', () => {
    expect(readAddresses('addresses.json', formatAddresses(addresses))).toEqual({ addresses, problems: [] });
  });

  test('is written in order', () => {
    const terms = { 'san-nong': '三农', 'an-quan-fa': '安全阀' };
    expect(Object.keys(JSON.parse(formatAddresses({ ...addresses, present: { speeches: {}, terms } })).present.terms)).toEqual(['an-quan-fa', 'san-nong']);
  });

  test('that is not there yet is empty', () => {
    expect(readAddresses('addresses.json', undefined)).toEqual({ addresses: noAddresses(), problems: [] });
  });

  test.each([
    ['cut off', '{"format": 2,', /cannot be read: .*JSON/],
    ['of the first format', '{"format": 1, "speeches": [], "terms": []}', /cannot be read: format: /],
    ['with a field too many', formatAddresses({ ...addresses, comment: { speeches: {}, terms: {} } } as Addresses), /cannot be read: Unrecognized key: "comment"/],
    ['with a day that is none', formatAddresses(addresses).replace('2027-03-01', 'March'), /cannot be read: removed\.speeches\.sowing\.date: /],
  ])('%s is a problem, and empty', (_what, text, message) => {
    const read = readAddresses('addresses.json', text);
    expect(read.addresses).toEqual(noAddresses());
    expect(report(read.problems)).toMatch(message);
  });
});

describe('where an address leads', () => {
  test.each([
    ['speeches', 'harvest', 'harvest'],
    ['speeches', 'grain', 'harvest'],
    ['speeches', 'crops', 'harvest'],
    ['speeches', 'sowing', undefined],
    ['speeches', 'constructor', undefined],
    ['terms', 'nong', 'san-nong'],
    ['terms', 'harvest', undefined],
  ] as const)('%s %s: %s', (kind, id, target) => {
    expect(presentAddress(addresses, kind, id)).toBe(target);
  });

  test('nowhere, when addresses go round in a circle', () => {
    const circle = { ...addresses, renamed: { speeches: { a: 'b', b: 'a' }, terms: {} } };
    expect(presentAddress(circle, 'speeches', 'a')).toBeUndefined();
  });
});
