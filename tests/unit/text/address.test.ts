import { describe, expect, test } from 'vitest';
import { type Cited, citedSentences, readAddress, writeAddress } from '../../../src/text/address.ts';
import { receiptOf } from '../../../src/text/normalize.ts';
import { passagesOf } from '../../../src/text/types.ts';
import { realSpeech } from '../support/speech.ts';

const path = '/speeches/district-plenum/';
const addresses: [string, Cited, string][] = [
  ['a passage', { first: 'p12' }, `${path}#p12`],
  ['a passage, pinned', { first: 'p12a', receipt: '65bsr6kx' }, `${path}?h=65bsr6kx#p12a`],
  ['a sentence, pinned', { first: 'p12s3', receipt: '65bsr6kx' }, `${path}?h=65bsr6kx#p12s3`],
  ['sentences', { first: 'p12s3', last: 'p12s5', receipt: '65bsr6kx' }, `${path}?to=p12s5&h=65bsr6kx#p12s3`],
  ['passages', { first: 'p12', last: 'p14' }, `${path}?to=p14#p12`],
  ['a passage that was put in before the first', { first: 'p0as1', last: 'p0b' }, `${path}?to=p0b#p0as1`],
  ['a head', { first: 'h2', receipt: '65bsr6kx' }, `${path}?h=65bsr6kx#h2`],
  ['the title', { first: 't1' }, `${path}#t1`],
  ['the whole speech, pinned', { receipt: '65bsr6kx' }, `${path}?h=65bsr6kx`],
  ['the whole speech', {}, path],
];

describe.each(addresses)('the address of %s', (_what, cited, address) => {
  test('is written', () => {
    expect(writeAddress(path, cited)).toBe(address);
  });

  test('is read back, with or without a text fragment', () => {
    const url = new URL(address, 'http://site');
    expect(readAddress(url.search, url.hash)).toEqual(cited);
    expect(readAddress(url.search, `${url.hash || '#'}:~:text=%E7%A8%B3`)).toEqual(cited);
  });
});

test('a range of one unit is that unit', () => {
  expect(writeAddress(path, { first: 'p12', last: 'p12' })).toBe(`${path}#p12`);
});

test.each([
  ['?h=65bsr6kl', '#p12', { first: 'p12' }],
  ['?h=65bsr6', '#p12', { first: 'p12' }],
  ['?to=h2', '#p12', { first: 'p12' }],
  ['?to=p14', '#h2', { first: 'h2' }],
  ['?to=p14', '', {}],
  ['?to=<script>', '#main', {}],
  ['', '#p0', {}],
  ['', '#p12s0', {}],
])('what is no address is passed over: %s %s', (search, hash, cited) => {
  expect(readAddress(search, hash)).toEqual(cited);
});

describe('the sentences of an address', () => {
  const passages = [
    { id: 'p1', sentences: [{ id: 'p1s1' }] },
    { id: 'p2', sentences: [{ id: 'p2s1' }, { id: 'p2s3' }, { id: 'p2s2' }] },
    { id: 'p2a', sentences: [{ id: 'p2as1' }, { id: 'p2as2' }] },
  ];
  test.each([
    [{ first: 'p2' }, ['p2s1', 'p2s3', 'p2s2']],
    [{ first: 'p2s3' }, ['p2s3']],
    [{ first: 'p2s3', last: 'p2a' }, ['p2s3', 'p2s2', 'p2as1', 'p2as2']],
    [{ first: 'p1', last: 'p2as1' }, ['p1s1', 'p2s1', 'p2s3', 'p2s2', 'p2as1']],
    [{}, ['p1s1', 'p2s1', 'p2s3', 'p2s2', 'p2as1', 'p2as2']],
  ])('%o', (cited, ids) => {
    expect(citedSentences(passages, cited)?.map(({ id }) => id)).toEqual(ids);
  });

  test.each([{ first: 'p9' }, { first: 'p2', last: 'p9' }, { first: 'p2a', last: 'p1' }, { first: 'p2s2', last: 'p2s3' }])('there are none for %o', (cited) => {
    expect(citedSentences(passages, cited)).toBeUndefined();
  });

  test('joined, they have the receipt of their passage', () => {
    const speech = realSpeech('ziyang-study-session');
    for (const { id, receipt } of passagesOf(speech)) {
      const sentences = citedSentences(passagesOf(speech), { first: id })!;
      expect(receiptOf(sentences.map(({ text }) => text).join(''))).toBe(receipt);
    }
  });
});
