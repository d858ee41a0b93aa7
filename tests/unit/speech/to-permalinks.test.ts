import { describe, expect, test } from 'vitest';
import { addressUnder } from '../../../src/speech/render-gloss.ts';
import { historyFile, permalinksJson, speechPermalinks } from '../../../src/speech/to-permalinks.ts';
import { receiptOf } from '../../../src/text/normalize.ts';
import { lockOf, sentences } from '../support/lock.ts';

const { a, b, c } = sentences;
const address = addressUnder('/', undefined);

describe('the permalinks of a speech', () => {
  test('are those of its text while it was never changed', () => {
    expect(speechPermalinks(lockOf([a, '# 一、形势', b]), address)).toEqual({
      state: 'live',
      title: '讲话',
      url: '/speeches/harvest/',
      revision: 1,
      history: null,
      ids: Object.fromEntries(
        [
          ['t1', '讲话'],
          ['h1', '一、形势'],
          ['p1', a],
          ['p1s1', a],
          ['p2', b],
          ['p2s1', b],
        ].map(([id, text]) => [id, { state: 'live', receipt: receiptOf(text!), url: `/speeches/harvest/#${id}` }]),
      ),
    });
    expect(historyFile(lockOf([a]), address)).toBe('');
  });

  test('are the same as JSON, whether the text was changed or not', () => {
    for (const lock of [lockOf([a, '# 一、形势', b]), lockOf([a, b, c], [`${a}|${b}`, c])]) {
      expect(permalinksJson(lock, address)).toBe(JSON.stringify(speechPermalinks(lock, address)));
    }
  });

  test('tell what became of each id', () => {
    const lock = lockOf([a, b, c], [`${a}|${b}`, c], [`${a}|${b}`]);
    const { ids, history } = speechPermalinks(lock, address);
    expect(history).toBe('/permalinks/harvest.json');
    expect(ids).toMatchObject({
      p1: { state: 'live', receipt: receiptOf(a + b) },
      p2: { state: 'merged', receipt: receiptOf(b), url: '/speeches/harvest/#p2', now: ['p1'], gone: 2 },
      p3: { state: 'removed', receipt: receiptOf(c), now: [], gone: 3 },
    });
    expect(ids['p1']).not.toHaveProperty('now');
  });

  test('are whole addresses where the site knows its own, and lie under its base path', () => {
    const { url, history, ids } = speechPermalinks(lockOf([a], [b]), addressUnder('/tifa/', 'https://example.org'));
    expect([url, history, ids['p1']!.url]).toEqual([
      'https://example.org/tifa/speeches/harvest/',
      'https://example.org/tifa/permalinks/harvest.json',
      'https://example.org/tifa/speeches/harvest/#p1',
    ]);
  });

  test('of a speech that was taken down say so', () => {
    expect(speechPermalinks(lockOf([a], []), address, '2027-03-01')).toMatchObject({ state: 'removed', withdrawn: '2027-03-01' });
  });
});
