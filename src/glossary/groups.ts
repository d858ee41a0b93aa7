import { arrange } from './arrange.ts';
import { clustersOf } from './clusters.ts';
import { otherEnd, type Relation } from './relations.ts';

/** Entries that are linked more among themselves than with others. */
export interface TermGroup {
  /** The best linked entry; the group is known by it. */
  id: string;
  /** The two best linked entries, which stand for the group where it is named. */
  names: string[];
  /** All entries, related ones near each other. */
  terms: string[];
  /** The relations within the group. */
  relations: Relation[];
}

/** How strongly two groups are linked. */
export interface GroupLink {
  from: string;
  to: string;
  /** How often entries of the one and of the other name each other. */
  weight: number;
}

/** The whole glossary in groups. */
export interface TermGroups {
  /** Groups of three entries and more, linked ones near each other. */
  groups: TermGroup[];
  links: GroupLink[];
  /** Entries with one relation or none: pairs, then single ones. */
  apart: string[][];
  /** The group of an entry, for those that have one. */
  groupOf: Map<string, TermGroup>;
}

/** The fewest entries that are drawn as a group. */
const smallest = 3;

/** Parts the glossary into groups. */
export function groupsOf(ids: readonly string[], relations: readonly Relation[]): TermGroups {
  const clusters = clustersOf(ids, relations);
  const groups = clusters.filter(({ length }) => length >= smallest).map((terms) => describeGroup(terms, relations));
  const groupOf = new Map(groups.flatMap((group) => group.terms.map((id) => [id, group])));
  const links = linksBetween(relations, groupOf);
  const order = arrange(
    groups.map(({ id }) => id),
    links.map(({ from, to }) => [from, to]),
  );
  const byId = new Map(groups.map((group) => [group.id, group]));
  return { groups: order.map((id) => byId.get(id)!), links, apart: clusters.filter(({ length }) => length < smallest), groupOf };
}

function describeGroup(ids: readonly string[], all: readonly Relation[]): TermGroup {
  const members = new Set(ids);
  const relations = all.filter(({ from, to }) => members.has(from) && members.has(to));
  const weight = (id: string) => relations.reduce((sum, relation) => (relation.from === id || relation.to === id ? sum + relation.weight : sum), 0);
  const weights = new Map(ids.map((id) => [id, weight(id)]));
  const names = [...ids].sort((a, b) => weights.get(b)! - weights.get(a)! || (a < b ? -1 : 1)).slice(0, 2);
  const terms = arrange(
    ids,
    relations.map(({ from, to }) => [from, to]),
  );
  return { id: names[0]!, names, terms, relations };
}

function linksBetween(relations: readonly Relation[], groupOf: ReadonlyMap<string, TermGroup>): GroupLink[] {
  const links = new Map<string, GroupLink>();
  for (const relation of relations) {
    const [a, b] = [groupOf.get(relation.from), groupOf.get(relation.to)];
    if (!a || !b || a === b) continue;
    const [from, to] = [a.id, b.id].sort() as [string, string];
    const known = links.get(`${from} ${to}`);
    if (known) known.weight += relation.weight;
    else links.set(`${from} ${to}`, { from, to, weight: relation.weight });
  }
  return [...links.values()];
}

/** The groups that a group is linked with, the most strongly linked first. */
export function linkedGroups(id: string, { links, groups }: TermGroups): { group: TermGroup; weight: number }[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  return links
    .filter(({ from, to }) => from === id || to === id)
    .map((link) => ({ group: byId.get(otherEnd(link, id))!, weight: link.weight }))
    .sort((a, b) => b.weight - a.weight || (a.group.id < b.group.id ? -1 : 1));
}
