import { normalizeForReceipt } from '../normalize.ts';

/** The letters and digits of a text, in one style: what tells sentences apart when punctuation may have changed. Of a text that has none, its signs. */
export function lettersOf(text: string): string {
  const signs = normalizeForReceipt(text);
  return signs.replace(/[^\p{L}\p{N}]/gu, '') || signs;
}

/** Pairs of neighbouring letters, each as often as it stands in the text. */
export function pairsOf(letters: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < letters.length; i++) {
    const pair = letters.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** How many pairs two texts have in common; much cheaper than a comparison letter by letter, and seldom less than that finds. */
export function commonPairs(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const [pair, count] of fewer) common += Math.min(count, more.get(pair) ?? 0);
  return common;
}

/** How alike two short names are, by the pairs of letters that they share; from 0 to 1. */
export function likenessOfNames(a: string, b: string): number {
  if (a === b) return 1;
  const [pairs, others] = [pairsOf(lettersOf(a)), pairsOf(lettersOf(b))];
  const size = (all: ReadonlyMap<string, number>) => [...all.values()].reduce((sum, count) => sum + count, 0);
  return (2 * commonPairs(pairs, others)) / Math.max(1, size(pairs) + size(others));
}
