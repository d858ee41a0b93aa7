import { describe, expect, test } from 'vitest';
import { receiptOf } from '../../../../src/text/normalize.ts';
import type { Lock } from '../../../../src/text/permalinks/lock.ts';
import { brokenPromises } from '../../../../src/text/permalinks/promises.ts';
import { lockOf, sentences } from '../../support/lock.ts';

const { a, b, c, d } = sentences;
const old = lockOf(['# 一、形势', a, `${b}|${c}`], ['# 一、形势', a, c]);
const next = lockOf(['# 一、形势', a, `${b}|${c}`], ['# 一、形势', a, c], ['# 一、形势', a, c, d]);
const unit = (id: string, text: string) => ({ id, receipt: receiptOf(text), text });
const broken = (change: (lock: Lock) => void) => {
  const copy = structuredClone(next);
  change(copy);
  return brokenPromises(old, copy);
};

describe('the promises of a lock', () => {
  test('are kept by the lock that follows it, and by itself', () => {
    expect([brokenPromises(old, next), brokenPromises(old, old), brokenPromises(undefined, next)]).toEqual([[], [], []]);
  });

  test.each<[string, (lock: Lock) => void, RegExp]>([
    ['an id that is missing', (lock) => void lock.passages[0]!.sentences.shift(), /p1s1 is missing/],
    ['an id of an earlier text that is missing', (lock) => void lock.passages.shift(), /p1 has no wording/],
    ['a removed id that is missing', (lock) => void lock.history.shift(), /p2s1 is missing/],
    ['an id that is used again', (lock) => void lock.passages[2]!.sentences.push(unit('p2s1', d)), /p2s1 is used again/],
    ['an id that stands twice', (lock) => void lock.passages[2]!.sentences.push(unit('p1s1', a)), /p1s1 stands twice/],
    ['a wording that is missing', (lock) => Object.assign(lock.history[0]!.wordings[0]!, unit('p2s1', d)), /the wording \S+ of p2s1 is missing/],
    ['a receipt of other words', (lock) => Object.assign(lock.passages[0]!.sentences[0]!, { text: d }), /the receipt of p1s1 is not that of its wording/],
    ['a passage with the receipt of other words', (lock) => Object.assign(lock.passages[0]!, { receipt: receiptOf(d) }), /the receipt of p1 is not that of its wording/],
    ['a head before nothing', (lock) => Object.assign(lock.heads[0]!, { before: 'p9' }), /h1 stands before p9, which is not there/],
    ['revisions out of order', (lock) => Object.assign(lock.history[0]!, { revision: 7 }), /revision 7 is out of order/],
    ['words that went to an unknown id', (lock) => Object.assign(lock.history[1]!.into, { p1: ['p77'] }), /p77 was never given out/],
    ['whereabouts of an earlier revision that are others', (lock) => Object.assign(lock.history[0]!.into, { p2s1: ['p1s1'] }), /the history of revision 2 is not what it was/],
    ['a revision that goes back', (lock) => Object.assign(lock, { revision: 1 }), /revision 2 is followed by 1/],
  ])('%s', (_what, change, message) => {
    expect(broken(change).join('\n')).toMatch(message);
  });
});
