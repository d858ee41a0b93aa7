import { describe, expect, test } from 'vitest';
import { groupsOf, linkedGroups } from '../../../src/glossary/groups.ts';
import type { Relation } from '../../../src/glossary/relations.ts';

const relation = (from: string, to: string, weight = 1): Relation => ({ from, to, kind: 'related', weight });
const relations = [
  ...[relation('a', 'b', 2), relation('a', 'c'), relation('b', 'c')],
  ...[relation('d', 'e'), relation('d', 'f'), relation('e', 'f'), relation('d', 'g')],
  relation('c', 'g', 1),
  relation('x', 'y'),
];
const all = groupsOf([...'abcdefgxyz'], relations);

describe('the groups of the glossary', () => {
  test('hold the entries that are linked with each other, and are named after the best linked', () => {
    expect(all.groups.map(({ id, names, terms }) => [id, names, [...terms].sort().join('')]).sort()).toEqual([
      ['a', ['a', 'b'], 'abc'],
      ['d', ['d', 'e'], 'defg'],
    ]);
  });

  test('keep the relations within them, and count those between them', () => {
    expect(all.groups.find(({ id }) => id === 'a')!.relations.length).toBe(3);
    expect(all.links).toEqual([{ from: 'a', to: 'd', weight: 1 }]);
    expect(linkedGroups('d', all).map(({ group, weight }) => [group.id, weight])).toEqual([['a', 1]]);
  });

  test('leave pairs and single entries apart', () => {
    expect(all.apart).toEqual([['x', 'y'], ['z']]);
    expect([all.groupOf.get('x'), all.groupOf.get('g')?.id]).toEqual([undefined, 'd']);
  });
});
