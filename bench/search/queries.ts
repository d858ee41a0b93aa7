import { mulberry32, pick } from '../build/random.ts';
import { seedClauses } from './corpus.ts';
import type { Reference } from './reference.ts';

/** The kinds of query. */
export const queryKinds = ['slogans', 'pieces', 'characters', 'absent'] as const;
export type QueryKind = (typeof queryKinds)[number];

/** A query and its kind. */
export interface Query {
  kind: QueryKind;
  text: string;
}

/** How many of each kind are asked; there are only so many slogans in the seeds. */
const counts = { pieces: 150, characters: 60, absent: 60 };

/**
 * Queries for a corpus: what stands in quotation marks in the seeds, pieces of 1 to 30 characters from anywhere, single
 * characters, and pieces with one character changed that stand nowhere. In an order that mixes the kinds.
 */
export function queriesFor(reference: Reference, seed: number): Query[] {
  const random = mulberry32(seed);
  const clauses = seedClauses();
  const characters = [...new Set(clauses.join(''))];
  const usable = (text: string) => text.trim() === text && text !== '' && !/[\0\ud800-\udfff]/.test(text);
  const some = (count: number, make: () => string) => {
    const made = new Set<string>();
    while (made.size < count) {
      const text = make();
      if (usable(text)) made.add(text);
    }
    return [...made];
  };
  const piece = () => reference.piece(random, 1 + Math.floor(random() * 30));
  const absent = () => {
    const from = reference.piece(random, 2 + Math.floor(random() * 9));
    const at = Math.floor(random() * from.length);
    const changed = from.slice(0, at) + pick(random, characters) + from.slice(at + 1);
    return reference.scan(changed).size === 0 ? changed : '';
  };
  const texts: Record<QueryKind, string[]> = {
    slogans: [...new Set(clauses.flatMap((clause) => [...clause.matchAll(/“([^”]+)”/g)].map(([, words]) => words!)))].filter(usable),
    pieces: some(counts.pieces, piece),
    characters: some(counts.characters, () => pick(random, characters)),
    absent: some(counts.absent, absent),
  };
  const queries = queryKinds.flatMap((kind) => texts[kind].map((text) => ({ kind, text })));
  return queries
    .map((query) => ({ query, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ query }) => query);
}
