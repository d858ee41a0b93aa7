import { difference } from '../difference.ts';
import { standsInCopy } from './copies.ts';
import { commonPairs, pairsOf } from './likeness.ts';
import type { Compared, Fit, Group, Pairing } from './pairing.ts';

/** Units that may belong together, and how alike they are. */
interface Candidate extends Group {
  likeness: number;
}

/** So many sentences at most become one, or one becomes so many; and so many become as many others. */
const [mostForOne, mostForMany] = [6, 3];
/** How alike two runs have to be that fit on no side, on one, on both. */
const leastLikeness = [0.9, 0.62, 0.55] as const;
/** By so much a candidate has to be better than any that contends for the same units. */
const margin = 0.12;
/** What a neighbour that fits is worth beside likeness, and what it costs to take several units for several. */
const [worthOfNeighbour, costOfMany] = [0.1, 0.06];
/** So much of a sentence has to be found again; of each piece of a split or merger more. */
const [leastKept, leastKeptOfPiece] = [0.5, 0.6];
/** A run that fits nowhere has to have so many letters. */
const longEnoughAlone = 12;
/** A sentence that stands whole in a longer one counts as this alike, if it has so many letters. */
const [likenessOfContained, longEnoughContained] = [0.7, 6];
/** Units are compared letter by letter only if they share this much of their pairs of letters. */
const leastShared = 0.3;

/**
 * Binds what was reworded, split or merged: the most alike runs first, and only those that no other contends for; none in a
 * copy of its passage. Short of
 * certainty nothing is bound; an id that leads nowhere is better than one that leads astray.
 */
export function bindAlikeRuns(pairing: Pairing, old: readonly Compared[], now: readonly Compared[]): void {
  let candidates = findCandidates(pairing, old, now);
  for (;;) {
    candidates = candidates.filter((group) => group.old.every((i) => pairing.isFree('old', i)) && group.now.every((j) => pairing.isFree('now', j)));
    const ranked = candidates.filter((candidate) => !standsInCopy(pairing, candidate, old, now)).map((candidate) => rank(candidate, pairing.fit(candidate.old, candidate.now)));
    ranked.sort((a, b) => b.rank - a.rank || a.candidate.now[0]! - b.candidate.now[0]! || a.candidate.old[0]! - b.candidate.old[0]!);
    const best = ranked.find(({ candidate, sides, rank }) => {
      if (candidate.likeness < leastLikeness[sides]) return false;
      if (sides === 0 && candidate.old.reduce((sum, i) => sum + old[i]!.letters.length, 0) < longEnoughAlone) return false;
      return ranked.every((other) => other.rank <= rank - margin || !contend(candidate, other.candidate));
    });
    if (!best) return;
    pairing.bind({ old: best.candidate.old, now: best.candidate.now });
  }
}

function rank(candidate: Candidate, { sides, weight }: Fit) {
  const many = candidate.old.length > 1 && candidate.now.length > 1;
  return { candidate, sides, rank: candidate.likeness + worthOfNeighbour * weight - (many ? costOfMany : 0) };
}

/** True when two candidates want a unit in common, and neither lies within the other. */
function contend(a: Group, b: Group): boolean {
  const meet = (one: readonly number[], other: readonly number[]) => one.some((index) => other.includes(index));
  const within = (one: readonly number[], other: readonly number[]) => one.every((index) => other.includes(index));
  if (a === b || (!meet(a.old, b.old) && !meet(a.now, b.now))) return false;
  return !(within(a.old, b.old) && within(a.now, b.now)) && !(within(b.old, a.old) && within(b.now, a.now));
}

function findCandidates(pairing: Pairing, old: readonly Compared[], now: readonly Compared[]): Candidate[] {
  const links = findLinks(pairing, old, now);
  const linked = (i: number, j: number) => links.get(i)?.has(j) ?? false;
  const candidates = new Map<string, Candidate | undefined>();
  for (const [i, partners] of links) {
    for (const j of partners) {
      for (const window of windowsAround(i, j, pairing, old, now)) {
        // Between the pieces something may have been put in or taken out.
        const group = {
          old: window.old.filter((one) => window.now.some((other) => linked(one, other))),
          now: window.now.filter((other) => window.old.some((one) => linked(one, other))),
        };
        const name = `${group.old.join()} ${group.now.join()}`;
        if (candidates.has(name)) continue;
        const likeness = likenessOfRuns(group, old, now);
        candidates.set(name, likeness === undefined ? undefined : { ...group, likeness });
      }
    }
  }
  return [...candidates.values()].filter((candidate) => candidate !== undefined);
}

/** For each free unit the free ones of the other text that share enough with it. */
function findLinks(pairing: Pairing, old: readonly Compared[], now: readonly Compared[]): Map<number, Set<number>> {
  const profiles = pairing.free('now').map((j) => ({ j, pairs: pairsOf(now[j]!.letters) }));
  return new Map(
    pairing.free('old').map((i) => {
      const pairs = pairsOf(old[i]!.letters);
      const enough = (others: ReadonlyMap<string, number>) => commonPairs(pairs, others) >= Math.max(1, leastShared * Math.min(pairs.size, others.size));
      return [i, new Set(profiles.filter(({ j, pairs: others }) => old[i]!.head === now[j]!.head && enough(others)).map(({ j }) => j))];
    }),
  );
}

/** Every pair of runs of free units that takes in both units and is not too long; heads stay by themselves. */
function windowsAround(i: number, j: number, pairing: Pairing, old: readonly Compared[], now: readonly Compared[]): Group[] {
  if (old[i]!.head) return [{ old: [i], now: [j] }];
  const olds = runsAround(i, (k) => old[k] !== undefined && !old[k].head && pairing.isFree('old', k));
  const nows = runsAround(j, (k) => now[k] !== undefined && !now[k].head && pairing.isFree('now', k));
  return olds.flatMap((one) =>
    nows.filter((other) => Math.min(one.length, other.length) === 1 || Math.max(one.length, other.length) <= mostForMany).map((other) => ({ old: one, now: other })),
  );
}

function runsAround(at: number, usable: (index: number) => boolean): number[][] {
  const runs: number[][] = [];
  for (let start = at; start > at - mostForOne && usable(start); start--) {
    for (let end = at; end < start + mostForOne && usable(end); end++) runs.push(Array.from({ length: end - start + 1 }, (_, k) => start + k));
  }
  return runs;
}

/** How alike the units of a group are; undefined when too little of one is found again. */
function likenessOfRuns(group: Group, old: readonly Compared[], now: readonly Compared[]): number | undefined {
  const [olds, nows] = [group.old.map((i) => old[i]!.letters), group.now.map((j) => now[j]!.letters)];
  const flow = flowBetween(olds, nows);
  const kept = olds.map((letters, i) => flow[i]!.reduce((sum, count) => sum + count, 0) / letters.length);
  const covered = nows.map((letters, j) => flow.reduce((sum, row) => sum + row[j]!, 0) / letters.length);
  const single = olds.length === 1 && nows.length === 1;
  if (kept.some((share) => share < (single ? leastKept : leastKeptOfPiece)) || (!single && covered.some((share) => share < leastKeptOfPiece))) return undefined;
  const [before, after] = [olds.join('').length, nows.join('').length];
  const common = flow.flat().reduce((sum, count) => sum + count, 0);
  const ratio = (2 * common) / (before + after);
  return single && common >= longEnoughContained ? Math.max(ratio, likenessOfContained * kept[0]!) : ratio;
}

/** How many letters of each old unit stand in each new one, when both runs are compared as wholes. */
export function flowBetween(olds: readonly string[], nows: readonly string[]): number[][] {
  const flow = olds.map(() => nows.map(() => 0));
  const [owners, targets] = [ownersOf(olds), ownersOf(nows)];
  let [x, y] = [0, 0];
  for (const { kind, text } of difference(olds.join(''), nows.join(''))) {
    for (let k = 0; kind === 'same' && k < text.length; k++) flow[owners[x + k]!]![targets[y + k]!]!++;
    if (kind !== 'come') x += text.length;
    if (kind !== 'gone') y += text.length;
  }
  return flow;
}

/** For each letter of the joined units the index of the unit it stands in. */
function ownersOf(units: readonly string[]): number[] {
  return units.flatMap((letters, i) => Array.from({ length: letters.length }, () => i));
}
