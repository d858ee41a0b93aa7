import type { Keyed } from './moved.ts';
import type { Pairing } from './pairing.ts';

/** What it is worth, in letters, that two units which adjoin in one text adjoin in the other too. */
const worthOfAdjoining = 1;

/**
 * Binds equal units that stand in the same order in both texts, so that as many letters as can be stay where they are: the
 * heaviest common subsequence of each stretch between units that are bound already. Of a unit and its copy the earlier
 * one is bound, unless the later one goes with its neighbours.
 */
export function bindInOrder(pairing: Pairing, old: readonly Keyed[], now: readonly Keyed[]): void {
  for (const gap of pairing.gaps()) {
    const [olds, nows] = [old.slice(gap.old.start, gap.old.end), now.slice(gap.now.start, gap.now.end)];
    for (const [i, j] of heaviestCommon(olds, nows)) pairing.bind({ old: [gap.old.start + i], now: [gap.now.start + j] });
  }
}

/** Pairs of indices of equal units, both rising, with the most letters. */
function heaviestCommon(old: readonly Keyed[], now: readonly Keyed[]): [number, number][] {
  const pairs: [number, number][] = [];
  let start = 0;
  while (start < old.length && start < now.length && old[start]!.key === now[start]!.key) pairs.push([start, start++]);
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end)!.key === now.at(-1 - end)!.key) end++;
  const middle = heaviestMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end));
  pairs.push(...middle.map(([i, j]): [number, number] => [start + i, start + j]));
  for (let k = end; k > 0; k--) pairs.push([old.length - k, now.length - k]);
  return pairs;
}

function heaviestMiddle(old: readonly Keyed[], now: readonly Keyed[]): [number, number][] {
  const width = now.length + 1;
  const index = (i: number, j: number) => i * width + j;
  // The best of the first i and j units, and the best that ends with a pair of i and j.
  const best = new Float64Array((old.length + 1) * width);
  const paired = new Float64Array((old.length + 1) * width).fill(-Infinity);
  for (let i = 1; i <= old.length; i++) {
    for (let j = 1; j <= now.length; j++) {
      if (old[i - 1]!.key === now[j - 1]!.key)
        paired[index(i, j)] = 1 + old[i - 1]!.letters + Math.max(best[index(i - 1, j - 1)]!, paired[index(i - 1, j - 1)]! + worthOfAdjoining);
      best[index(i, j)] = Math.max(best[index(i - 1, j)]!, best[index(i, j - 1)]!, paired[index(i, j)]!);
    }
  }
  const pairs: [number, number][] = [];
  let [i, j, adjoins] = [old.length, now.length, false];
  while (i > 0 && j > 0) {
    const value = best[index(i, j)]!;
    if (!adjoins && best[index(i - 1, j)] === value) i--;
    else if (!adjoins && best[index(i, j - 1)] === value) j--;
    else {
      pairs.push([i - 1, j - 1]);
      i--;
      j--;
      adjoins = paired[index(i, j)]! + worthOfAdjoining > best[index(i, j)]!;
    }
  }
  return pairs.reverse();
}
