import { describe, expect, test } from 'vitest';
import { namedMembers, otherEnd, relationsById, relationsOf } from '../../../src/glossary/relations.ts';
import { createTermMatcher } from '../../../src/text/terms.ts';
import { smallTerm } from '../support/glossary.ts';
import { realCorpus } from '../support/speech.ts';

const term = (id: string, word: string, fields: object = {}) => smallTerm(id, { term: word, ...fields });
const members = (...items: string[]) => ({ members: { status: 'listed', basis: 'text', items: items.map((zh) => ({ zh, en: 'x' })) } });

describe('relations between entries', () => {
  test('join entries that refer to each other, each pair once, with how often', () => {
    expect(relationsOf([term('a', '甲', { related: ['b'] }), term('b', '乙', { related: ['a', 'c'] }), term('c', '丙')])).toEqual([
      { from: 'a', to: 'b', kind: 'related', weight: 2 },
      { from: 'b', to: 'c', kind: 'related', weight: 1 },
    ]);
  });

  test('prefer a member to a contrast, and a contrast to a reference', () => {
    expect(relationsOf([term('a', '甲', { related: ['b', 'c'], contrast: ['c'] }), term('b', '乙', members('抓甲', '二')), term('c', '丙', { related: ['a'] })])).toEqual([
      { from: 'b', to: 'a', kind: 'member', weight: 2 },
      { from: 'a', to: 'c', kind: 'contrast', weight: 3 },
    ]);
  });

  test('a formula is not named by its own members', () => {
    const formula = term('a', '甲', members('抓甲', '抓乙'));
    const all = [formula, term('b', '乙')];
    expect(namedMembers(formula, createTermMatcher(all))).toEqual([{ term: 'b', item: 1, start: 1, end: 2 }]);
    expect(relationsOf(all)).toEqual([{ from: 'a', to: 'b', kind: 'member', weight: 1 }]);
  });

  test('an entry without listed members names nothing by them', () => {
    expect(namedMembers(term('a', '甲', { members: { status: 'not-given' } }), createTermMatcher([]))).toEqual([]);
    expect(namedMembers(term('a', '甲'), createTermMatcher([]))).toEqual([]);
  });

  test('are found from either end', () => {
    const [relation] = relationsOf([term('a', '甲', { related: ['b'] }), term('b', '乙')]);
    const byId = relationsById([relation!]);
    expect([byId.get('a'), byId.get('b')]).toEqual([[relation], [relation]]);
    expect([otherEnd(relation!, 'a'), otherEnd(relation!, 'b')]).toEqual(['b', 'a']);
  });

  test('take in every reference of the real glossary, and no pair twice', () => {
    const terms = [...realCorpus().terms.values()];
    const relations = relationsOf(terms);
    const pairs = relations.map(({ from, to }) => [from, to].sort().join(' '));
    expect(new Set(pairs).size).toBe(pairs.length);
    const known = new Set(pairs);
    const missing = terms.flatMap(({ id, related, contrast }) => [...related, ...contrast].filter((other) => !known.has([id, other].sort().join(' '))));
    expect(missing).toEqual([]);
  });
});
