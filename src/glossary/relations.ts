import type { Term } from '../corpus/read-glossary.ts';
import { createTermMatcher, type TermMatcher } from '../text/terms.ts';
import type { Mention } from '../text/types.ts';

/** How two entries are related. `member`: the one is named among the members of the other. */
export type RelationKind = 'member' | 'contrast' | 'related';

/** Two related entries, in whichever order the entries name each other; for `member`, `from` is the formula. */
export interface Relation {
  from: string;
  to: string;
  kind: RelationKind;
  /** How often the two name each other. */
  weight: number;
}

/** Entries named in the words of a formula’s members. */
export interface NamedMember extends Mention {
  /** Number of the member in the formula, from 0; the span is in its Chinese words. */
  item: number;
}

/** What an entry’s members name: longest matches, the entry itself left out. */
export function namedMembers({ id, members }: Pick<Term, 'id' | 'members'>, matcher: TermMatcher): NamedMember[] {
  if (members?.status !== 'listed') return [];
  return members.items.flatMap(({ zh }, item) => matcher.findMentions(zh).flatMap((mention) => (mention.term === id ? [] : [{ ...mention, item }])));
}

/** Every pair of related entries once, by the closest relation: a member before a contrast before a reference; sorted by ids. */
export function relationsOf(terms: readonly Term[]): Relation[] {
  const matcher = createTermMatcher(terms);
  const pairs = new Map<string, Relation>();
  const add = (from: string, to: string, kind: RelationKind) => {
    const pair = [from, to].sort().join(' ');
    const known = pairs.get(pair);
    if (known) known.weight++;
    else pairs.set(pair, { from, to, kind, weight: 1 });
  };
  for (const term of terms) for (const { term: to } of namedMembers(term, matcher)) add(term.id, to, 'member');
  for (const kind of ['contrast', 'related'] as const) for (const term of terms) for (const to of term[kind]) add(term.id, to, kind);
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, relation]) => relation);
}

/** For every entry, its relations. */
export function relationsById(relations: readonly Relation[]): Map<string, Relation[]> {
  const byId = new Map<string, Relation[]>();
  for (const relation of relations) {
    for (const id of [relation.from, relation.to]) {
      const known = byId.get(id);
      if (known) known.push(relation);
      else byId.set(id, [relation]);
    }
  }
  return byId;
}

/** The other end of a relation. */
export const otherEnd = ({ from, to }: Pick<Relation, 'from' | 'to'>, id: string): string => (from === id ? to : from);
