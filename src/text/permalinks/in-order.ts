import type { Keyed } from './moved.ts';
import type { Pairing } from './pairing.ts';

/**
 * What it is worth, in letters, that two units which adjoin in one text adjoin in the other too: in a passage, or across its
 * end. What stands before a stretch and after it is bound already, and counts.
 */
const [worthInPassage, worthAcross] = [1, 0.5];
/** What it is worth that a unit begins a passage in both texts, and what it is worth that it ends one. */
const worthOfEnd = 0.5;

/**
 * Binds equal units that stand in the same order in both texts, so that what stays where it is be worth most: the
 * heaviest common subsequence of each stretch between units that are bound already. Of a unit and its copy the earlier
 * one is bound, unless the later one goes with its neighbours.
 */
export function bindInOrder(pairing: Pairing, old: readonly Keyed[], now: readonly Keyed[]): void {
  for (const gap of pairing.gaps()) {
    const [olds, nows] = [old.slice(gap.old.start, gap.old.end), now.slice(gap.now.start, gap.now.end)];
    for (const [i, j] of heaviestCommon(olds, nows)) pairing.bind({ old: [gap.old.start + i], now: [gap.now.start + j] });
  }
}

/** Pairs of indices of equal units, both rising, worth most. */
function heaviestCommon(old: readonly Keyed[], now: readonly Keyed[]): [number, number][] {
  const start = equalPassages(old, now, 'ends');
  const end = equalPassages(old.slice(start).reverse(), now.slice(start).reverse(), 'starts');
  const middle = heaviestMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return [
    ...Array.from({ length: start }, (_, k): [number, number] => [k, k]),
    ...middle.map(([i, j]): [number, number] => [start + i, start + j]),
    ...Array.from({ length: end }, (_, k): [number, number] => [old.length - end + k, now.length - end + k]),
  ];
}

/**
 * How many units at the beginning are equal, as whole passages: a few equal sentences may also begin a copy that was put in
 * before the passage itself.
 * @param limit where a passage is complete: at the `starts` of a unit when they are read backwards
 */
function equalPassages(old: readonly Keyed[], now: readonly Keyed[], limit: 'starts' | 'ends'): number {
  let complete = 0;
  for (let i = 0; i < old.length && i < now.length; i++) {
    const [one, other] = [old[i]!, now[i]!];
    if (one.key !== other.key || one.starts !== other.starts || one.ends !== other.ends) break;
    if (one[limit]) complete = i + 1;
  }
  return complete;
}

/** The same by dynamic programming, for what is not equal at the ends. */
function heaviestMiddle(old: readonly Keyed[], now: readonly Keyed[]): [number, number][] {
  const width = now.length + 1;
  const index = (i: number, j: number) => i * width + j;
  // The best of the first i and j units, and the best that ends with a pair of i and j.
  const best = new Float64Array((old.length + 1) * width);
  const paired = new Float64Array((old.length + 1) * width).fill(-Infinity);
  // The units before both stretches are a pair.
  paired[0] = 0;
  for (let i = 1; i <= old.length; i++) {
    for (let j = 1; j <= now.length; j++) {
      const [one, other] = [old[i - 1]!, now[j - 1]!];
      if (one.key === other.key) paired[index(i, j)] = worthOfPair(one, other) + Math.max(best[index(i - 1, j - 1)]!, paired[index(i - 1, j - 1)]! + worthOfAdjoining(one, other));
      best[index(i, j)] = Math.max(best[index(i - 1, j)]!, best[index(i, j - 1)]!, paired[index(i, j)]!);
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [old.length, now.length];
  let adjoins = paired[index(i, j)]! + worthOfAdjoiningEnd(old.at(-1), now.at(-1)) > best[index(i, j)]!;
  while (i > 0 && j > 0) {
    const value = best[index(i, j)]!;
    if (!adjoins && best[index(i - 1, j)] === value) i--;
    else if (!adjoins && best[index(i, j - 1)] === value) j--;
    else {
      pairs.push([i - 1, j - 1]);
      i--;
      j--;
      adjoins = paired[index(i, j)]! + worthOfAdjoining(old[i]!, now[j]!) > best[index(i, j)]!;
    }
  }
  return pairs.reverse();
}

/** What two units that are equal are worth as a pair, in letters. */
function worthOfPair(old: Keyed, now: Keyed): number {
  return old.worth + worthOfEnd * (Number(old.starts && now.starts) + Number(old.ends && now.ends));
}

/** What it is worth that the units before two that are paired are a pair, too. */
function worthOfAdjoining(old: Keyed, now: Keyed): number {
  if (old.starts !== now.starts) return 0;
  return old.starts ? worthAcross : worthInPassage;
}

/** What it is worth that the last units of two stretches are a pair, beside what stands after them. */
function worthOfAdjoiningEnd(old: Keyed | undefined, now: Keyed | undefined): number {
  if (!old || !now || old.ends !== now.ends) return 0;
  return old.ends ? worthAcross : worthInPassage;
}
