import { expect, test } from 'vitest';
import { recordKey } from '../../../../src/text/citation/csl-json.ts';
import { locatorWords } from '../../../../src/text/citation/locator.ts';
import { citationOf } from '../../support/citations.ts';

test.each([
  ['p12', undefined, '第12段', 'para. 12', 'par. 12'],
  ['p12s3', undefined, '第12段', 'para. 12', 'par. 12'],
  ['p12s3', 'p12s5', '第12段', 'para. 12', 'par. 12'],
  ['p12a', 'p12bs2', '第12a—12b段', 'paras. 12a–12b', 'pars. 12a–12b'],
  // The letter of a passage may be s: p12s is a passage, p12s3 a sentence of p12, p12ss3 a sentence of p12s.
  ['p12s', undefined, '第12s段', 'para. 12s', 'par. 12s'],
  ['p12ss3', undefined, '第12s段', 'para. 12s', 'par. 12s'],
  ['h2', undefined, '节题', 'section heading', 'section heading'],
  ['t1', undefined, '标题', 'title', 'title'],
])('the place %s to %s in words', (first, last, zh, en, mla) => {
  expect(locatorWords({ first, ...(last ? { last } : {}) })).toEqual({ zh, en, mla });
});

test('a sentence that has moved is located where it stands', () => {
  expect(locatorWords({ first: 'p12s3', last: 'p14s1', within: ['p13', 'p14'] })?.zh).toBe('第13—14段');
});

test('a whole work has no place', () => {
  expect(locatorWords({})).toBeUndefined();
});

test('records are named after the work and the place', () => {
  expect([citationOf('district-plenum'), citationOf('district-plenum', 'p12', 'p12'), citationOf('district-plenum', 'p2', 'p4')].map(recordKey)).toEqual([
    'district-plenum',
    'district-plenum-p12',
    'district-plenum-p2-p4',
  ]);
});
