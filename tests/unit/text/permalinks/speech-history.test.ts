import { expect, test } from 'vitest';
import { receiptOf } from '../../../../src/text/normalize.ts';
import { speechHistory } from '../../../../src/text/permalinks/speech-history.ts';
import { lockOf, sentences } from '../../support/lock.ts';

const { a, b: c, c: b } = sentences;
const a2 = a.replace('春', '秋');

test('the history of a speech has every wording, every order and where words went', () => {
  const lock = lockOf([a, `${b}|${c}`], [a2, `${b}|${c}`], [a2, b]);
  expect(speechHistory(lock, '/speeches/harvest/')).toEqual({
    format: 1,
    speech: 'harvest',
    url: '/speeches/harvest/',
    revision: 3,
    revisions: [
      { revision: 2, date: '2027-01-01', into: {} },
      { revision: 3, date: '2027-01-02', into: { p2s2: [] } },
    ],
    ids: {
      t1: { state: 'live', now: ['t1'], wordings: [{ receipt: receiptOf('讲话'), text: '讲话', from: 1 }] },
      p1: {
        state: 'live',
        now: ['p1'],
        wordings: [
          { receipt: receiptOf(a), from: 1, until: 1 },
          { receipt: receiptOf(a2), from: 2 },
        ],
      },
      p1s1: {
        state: 'live',
        now: ['p1s1'],
        wordings: [
          { receipt: receiptOf(a), text: a, from: 1, until: 1 },
          { receipt: receiptOf(a2), text: a2, from: 2 },
        ],
      },
      p2: {
        state: 'live',
        now: ['p2'],
        wordings: [
          { receipt: receiptOf(b + c), from: 1, until: 2 },
          { receipt: receiptOf(b), from: 3 },
        ],
      },
      p2s1: { state: 'live', now: ['p2s1'], wordings: [{ receipt: receiptOf(b), text: b, from: 1 }] },
      p2s2: { state: 'removed', now: [], gone: 3, wordings: [{ receipt: receiptOf(c), text: c, from: 1, until: 2 }] },
    },
    orders: [
      {
        from: 1,
        until: 2,
        passages: [
          { id: 'p1', sentences: ['p1s1'] },
          { id: 'p2', sentences: ['p2s1', 'p2s2'] },
        ],
      },
      {
        from: 3,
        passages: [
          { id: 'p1', sentences: ['p1s1'] },
          { id: 'p2', sentences: ['p2s1'] },
        ],
      },
    ],
  });
  expect(speechHistory(lock, '/', '2027-03-01')).toMatchObject({ withdrawn: '2027-03-01' });
});
