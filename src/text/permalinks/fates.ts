import { flowBetween } from './alike-runs.ts';
import type { AlignedUnit, Group } from './pairing.ts';

/** What becomes of an old unit or passage: where its words stand now, in order, and which of these places takes its id. */
export interface Fate {
  pieces: number[];
  heir: number | undefined;
}

/** So many letters of an old unit stand in a new one. */
export interface Flow {
  now: number;
  letters: number;
}

/** A new sentence is a piece of an old one from this share of the old one on, or when this much of itself comes from it. */
const [pieceOfOld, pieceOfNew] = [0.25, 0.6];

/** Which letters of each old unit stand in which new ones, by the groups of an alignment. A unit that stands whole in a new one may stand there in any order with others. */
export function flowsOf(old: readonly AlignedUnit[], now: readonly AlignedUnit[], groups: readonly Group[]): Flow[][] {
  const flows: Flow[][] = old.map(() => []);
  for (const group of groups) {
    const letters = (units: readonly AlignedUnit[], run: readonly number[]) => run.map((index) => units[index]!.letters);
    const [olds, nows] = [letters(old, group.old), letters(now, group.now)];
    const counts = nows.length === 1 ? olds.map((one, row) => (nows[0]!.includes(one) ? [one.length] : flowBetween(olds, nows)[row]!)) : flowBetween(olds, nows);
    group.old.forEach((i, row) => {
      flows[i] = group.now.map((j, column) => ({ now: j, letters: counts[row]![column]! })).filter((flow) => flow.letters > 0 || group.now.length === 1);
    });
  }
  return flows;
}

/** What becomes of each head and sentence: the first piece of a split keeps the id, and so does the first unit of a merger. */
export function fatesOfUnits(old: readonly AlignedUnit[], now: readonly AlignedUnit[], flows: readonly Flow[][]): Fate[] {
  const taken = new Set<number>();
  return flows.map((own, i) => {
    const most = Math.max(...own.map(({ letters }) => letters));
    const pieces = own
      .filter(({ now: j, letters }) => letters === most || letters >= pieceOfOld * old[i]!.letters.length || letters >= pieceOfNew * now[j]!.letters.length)
      .map((flow) => flow.now);
    const heir = pieces.find((j) => !taken.has(j) && now[j]!.head === old[i]!.head);
    if (heir !== undefined) taken.add(heir);
    return { pieces, heir };
  });
}

/** A passage is the same passage while this share of its words is kept; below it is gone, though sentences of it may live on. */
const leastKept = 0.5;
/** The passage that holds this share of what was kept is the only successor, whatever moved elsewhere. */
const successor = 2 / 3;
/** Otherwise every passage with this share is a piece. */
const pieceOfPassage = 0.2;

/**
 * What becomes of each old passage, decided by the words of its sentences; numbers are those of the blocks. A passage that
 * is whole goes before one that is split, the one that comes first in the new passage before those that follow.
 */
export function fatesOfPassages(old: readonly AlignedUnit[], now: readonly AlignedUnit[], flows: readonly Flow[][]): Map<number, Fate> {
  const fates = new Map<number, Fate & { first: number }>();
  for (const [block, members] of membersOf(old)) {
    const held = new Map<number, number>();
    for (const flow of members.flatMap((i) => flows[i]!)) {
      const target = now[flow.now]!.block;
      held.set(target, (held.get(target) ?? 0) + flow.letters);
    }
    const kept = [...held.values()].reduce((sum, letters) => sum + letters, 0);
    const total = members.reduce((sum, i) => sum + old[i]!.letters.length, 0);
    const main = [...held].find(([, letters]) => letters >= successor * kept);
    const pieces = kept < leastKept * total ? [] : main ? [main[0]] : [...held].filter(([, letters]) => letters >= pieceOfPassage * kept).map(([target]) => target);
    const first = Math.min(...members.flatMap((i) => flows[i]!.filter((flow) => now[flow.now]!.block === pieces[0]).map((flow) => flow.now)));
    fates.set(block, { pieces: pieces.sort((a, b) => a - b), heir: undefined, first });
  }
  const passages = new Set(membersOf(now).keys());
  const taken = new Set<number>();
  for (const fate of [...fates.values()].sort((a, b) => Number(a.pieces.length > 1) - Number(b.pieces.length > 1) || a.first - b.first)) {
    fate.heir = fate.pieces.find((target) => !taken.has(target) && passages.has(target));
    if (fate.heir !== undefined) taken.add(fate.heir);
  }
  return fates;
}

/** Indices of the sentences of each passage, by its block. */
function membersOf(units: readonly AlignedUnit[]): Map<number, number[]> {
  const members = new Map<number, number[]>();
  units.forEach(({ head, block }, i) => {
    if (head) return;
    const known = members.get(block);
    if (known) known.push(i);
    else members.set(block, [i]);
  });
  return members;
}
