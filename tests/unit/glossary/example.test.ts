import { describe, expect, test } from 'vitest';
import { exampleOf, longestExample } from '../../../src/glossary/example.ts';
import { mentionLines } from '../../../src/speech/summary.ts';
import { speechOf } from '../support/speech.ts';

const mentionsOf = (body: string) =>
  mentionLines(speechOf(body))
    .filter(({ term }) => term === 'feng-shou')
    .map((line) => ({ ...line, speech: 'harvest' }));
const exampleIn = (body: string) => exampleOf(mentionsOf(body));
const long = '要抓好各项工作，'.repeat(20);

describe('the example of a term', () => {
  test('is the sentence of its first mention, with its permalink', () => {
    expect(exampleIn('同志们：\n\n好。在XX，丰收在望。好。')).toEqual({
      left: '在XX，',
      hit: '丰收',
      right: '在望。',
      speech: 'harvest',
      passage: 'p2',
      path: expect.stringMatching(/^\/speeches\/harvest\/\?h=[0-9a-z]{8}#p2s2$/),
    });
  });

  test('is not taken from a section head', () => {
    expect(exampleIn('## 一、丰收之年\n\n丰收在望。')).toMatchObject({ passage: 'p1' });
    expect(exampleIn('## 一、丰收之年\n\n好。')).toBeUndefined();
  });

  test('is a later sentence when the first would have to be cut', () => {
    expect(exampleIn(`${long}丰收。\n\n丰收在望。`)).toMatchObject({ path: expect.stringMatching(/#p2s1$/) });
  });

  test('is cut between clauses, with ellipses, when every sentence is too long', () => {
    expect(long.length).toBeGreaterThan(longestExample);
    expect(exampleIn(`${long}推进丰收，${long}好。`)).toMatchObject({
      left: `……${'要抓好各项工作，'.repeat(4)}推进`,
      right: `，${'要抓好各项工作，'.repeat(3)}要抓好各项工作……`,
    });
  });

  test('is cut in the middle of a clause that is longer than the window', () => {
    const clause = '抓'.repeat(100);
    expect(exampleIn(`${clause}丰收${clause}。`)).toMatchObject({ left: `……${'抓'.repeat(40)}`, right: `${'抓'.repeat(40)}……` });
  });

  test('is missing for a term without mentions', () => {
    expect(exampleOf([])).toBeUndefined();
  });
});
