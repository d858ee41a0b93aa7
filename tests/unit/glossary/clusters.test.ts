import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clustersOf } from '../../../src/glossary/clusters.ts';
import { type Relation, relationsOf } from '../../../src/glossary/relations.ts';
import { runs } from '../support/property.ts';
import { realCorpus } from '../support/speech.ts';

const relation = (from: string, to: string, weight = 1): Relation => ({ from, to, kind: 'related', weight });
/** Every pair of these ids. */
const clique = (...ids: string[]) => ids.flatMap((a, i) => ids.slice(i + 1).map((b) => relation(a, b)));

/** The modularity of a partition (M. E. J. Newman, 2006): the share of weight within groups above what chance would give. */
function modularity(groups: readonly string[][], relations: readonly Relation[]): number {
  const total = relations.reduce((sum, { weight }) => sum + weight, 0);
  return groups.reduce((sum, group) => {
    const inside = relations.filter(({ from, to }) => group.includes(from) && group.includes(to)).reduce((all, { weight }) => all + weight, 0);
    const degree = relations.reduce((all, { from, to, weight }) => all + (group.includes(from) ? weight : 0) + (group.includes(to) ? weight : 0), 0);
    return sum + inside / total - (degree / (2 * total)) ** 2;
  }, 0);
}

describe('groups of a graph', () => {
  test('are its cliques, though a single line joins them', () => {
    const relations = [...clique('a', 'b', 'c', 'd'), ...clique('e', 'f', 'g'), relation('a', 'e')];
    expect(clustersOf(['g', 'f', 'e', 'd', 'c', 'b', 'a'], relations)).toEqual([
      ['a', 'b', 'c', 'd'],
      ['e', 'f', 'g'],
    ]);
  });

  test('are found by the weight of the lines, too', () => {
    const ring = [relation('a', 'b', 9), relation('b', 'c'), relation('c', 'd', 9), relation('d', 'a')];
    expect(clustersOf(['a', 'b', 'c', 'd'], ring)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('a node without lines is a group of its own, and no nodes make no groups', () => {
    expect(clustersOf(['b', 'a'], [])).toEqual([['a'], ['b']]);
    expect(clustersOf([], [])).toEqual([]);
  });

  test('hold every node once, never join what nothing joins, and do not depend on the order of what is given', () => {
    const ids = [...'abcdefghij'];
    const graph = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 25, selector: ([a, b]) => [a, b].sort().join('') });
    fc.assert(
      fc.property(graph, (pairs) => {
        const relations = pairs.filter(([a, b]) => a !== b).map(([a, b]) => relation(a, b));
        const groups = clustersOf(ids, relations);
        expect(groups.flat().sort()).toEqual(ids);
        const joined = (a: string, b: string) => {
          const reached = new Set([a]);
          for (const one of reached) for (const { from, to } of relations) if (from === one || to === one) reached.add(from).add(to);
          return reached.has(b);
        };
        for (const group of groups) expect(group.every((id) => joined(group[0]!, id))).toBe(true);
        expect(clustersOf(ids.toReversed(), relations)).toEqual(groups);
        if (relations.length) expect(modularity(groups, relations)).toBeGreaterThanOrEqual(modularity([ids], relations) - 1e-9);
      }),
      runs(300),
    );
  });

  test('of the real glossary are marked ones: most relations fall within a group', () => {
    const terms = [...realCorpus().terms.values()];
    const relations = relationsOf(terms);
    const groups = clustersOf(
      terms.map(({ id }) => id),
      relations,
    );
    expect(modularity(groups, relations)).toBeGreaterThan(0.6);
  });
});
