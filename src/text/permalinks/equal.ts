import { standsInCopy } from './copies.ts';
import { bindInOrder } from './in-order.ts';
import { bindMoved, type Keyed } from './moved.ts';
import type { AlignedUnit, Group, Pairing } from './pairing.ts';

/** An old unit and the new one that is equal to it, as indices. */
type Pair = readonly [old: number, now: number];
/** Equal sign by sign, or in all letters, whatever the punctuation. */
type Style = 'text' | 'letters';
const styles: readonly Style[] = ['text', 'letters'];

/**
 * Binds equal units. There are two accounts of what became of them: one looks for equal passages first, the other for
 * sentences that kept their order. The first goes astray where a sentence leaves a passage and what stays is equal to another
 * passage; the second where two passages that have most sentences in common change places. Where they differ, the one holds
 * that leaves more neighbours together and more limits of passages where they were, as fewer edits then explain the text; if
 * neither does, the second. What is equal only in a copy is left alone.
 */
export function bindEqual(pairing: Pairing, old: readonly AlignedUnit[], now: readonly AlignedUnit[]): void {
  const inPassages = styles.map((style) => [keyedInPassages(old, style), keyedInPassages(now, style)] as const);
  const alone = styles.map((style) => [keyedUnits(old, style), keyedUnits(now, style)] as const);

  const passagesFirst = pairing.copy();
  for (const keyed of [...inPassages, ...alone]) {
    bindInOrder(passagesFirst, ...keyed);
    bindMoved(passagesFirst, ...keyed);
  }
  const orderFirst = pairing.copy();
  alone.forEach((keyed, style) => {
    bindInOrder(orderFirst, ...keyed);
    bindMoved(orderFirst, ...inPassages[style]!);
    bindMoved(orderFirst, ...keyed);
  });

  const newPairs = ({ groups }: Pairing) => groups.slice(pairing.groups.length).map(({ old, now }: Group): Pair => [old[0]!, now[0]!]);
  const pairs = settle(newPairs(orderFirst), newPairs(passagesFirst), (pairs) => neighboursKept(pairing, pairs, old, now));
  const trial = boundWith(pairing, pairs);
  for (const run of runsOf(pairs)) {
    const group = { old: run.map(([i]) => i), now: run.map(([, j]) => j) };
    if (standsInCopy(trial, group, old, now)) continue;
    for (const [i, j] of run) pairing.bind({ old: [i], now: [j] });
  }
}

/** A copy of a pairing in which pairs are bound, too. */
function boundWith(pairing: Pairing, pairs: readonly Pair[]): Pairing {
  const copy = pairing.copy();
  for (const [i, j] of pairs) copy.bind({ old: [i], now: [j] });
  return copy;
}

/** Pairs in runs that adjoin in both texts. */
function runsOf(pairs: readonly Pair[]): Pair[][] {
  const runs: Pair[][] = [];
  for (const pair of pairs.toSorted((a, b) => a[0] - b[0])) {
    const last = runs.at(-1)?.at(-1);
    if (last && last[0] + 1 === pair[0] && last[1] + 1 === pair[1]) runs.at(-1)!.push(pair);
    else runs.push([pair]);
  }
  return runs;
}

/** The pairs of two accounts: those of both, and of those in dispute, region by region, the ones of the account with the higher worth; of the first, if both have the same. */
function settle(first: readonly Pair[], second: readonly Pair[], worth: (pairs: readonly Pair[]) => number): Pair[] {
  const names = (pairs: readonly Pair[]) => new Set(pairs.map(String));
  const [inFirst, inSecond] = [names(first), names(second)];
  const settled = first.filter((pair) => inSecond.has(String(pair)));
  const disputed = [...first.filter((pair) => !inSecond.has(String(pair))), ...second.filter((pair) => !inFirst.has(String(pair)))];
  for (const region of regions(disputed)) {
    const one = region.filter((pair) => inFirst.has(String(pair)));
    const other = region.filter((pair) => inSecond.has(String(pair)));
    settled.push(...(worth([...settled, ...other]) > worth([...settled, ...one]) ? other : one));
  }
  return settled;
}

/** Parts pairs into those that have to do with each other: they share a unit, or have units that adjoin. */
function regions(pairs: readonly Pair[]): Pair[][] {
  const touch = (a: Pair, b: Pair) => Math.abs(a[0] - b[0]) <= 1 || Math.abs(a[1] - b[1]) <= 1;
  let all: Pair[][] = [];
  for (const pair of pairs) {
    const touched = all.filter((region) => region.some((member) => touch(member, pair)));
    all = [...all.filter((region) => !touched.includes(region)), [...touched.flat(), pair]];
  }
  return all;
}

/** What it costs that a unit has other punctuation than before, and that it begins or ends a passage and did not, or the other way round. */
const [costOfSigns, costOfLimit] = [1, 0.5];

/** How many units have the same unit before them as in the old text, in the same passage or in another as before; less what changed about the units themselves. */
function neighboursKept(pairing: Pairing, pairs: readonly Pair[], old: readonly AlignedUnit[], now: readonly AlignedUnit[]): number {
  const trial = boundWith(pairing, pairs);
  // The last old unit of the group of a new one; before the texts and after them is a unit that both have.
  const origin = (j: number) => (j === -1 ? -1 : j === now.length ? old.length : trial.groupOf(j)?.old.at(-1));
  const joined = (units: readonly AlignedUnit[], index: number) => units[index - 1]?.block === units[index]?.block;
  let worth = 0;
  for (let j = 0; j <= now.length; j++) {
    const i = origin(j);
    if (i !== undefined && i - 1 === origin(j - 1) && joined(old, i) === joined(now, j)) worth++;
  }
  for (const [i, j] of pairs) {
    if (old[i]!.text !== now[j]!.text) worth -= costOfSigns;
    for (const limit of [0, 1]) if (joined(old, i + limit) !== joined(now, j + limit)) worth -= costOfLimit;
  }
  return worth;
}

/** Units that are equal if they say the same. */
function keyedUnits(units: readonly AlignedUnit[], style: Style): Keyed[] {
  return units.map((unit, i) => ({
    key: `${unit.head ? 'h' : 's'}${unit[style]}`,
    letters: unit.letters.length,
    worth: 1 + unit.letters.length,
    starts: units[i - 1]?.block !== unit.block,
    ends: units[i + 1]?.block !== unit.block,
  }));
}

/** So much that nothing else counts. */
const worthOfPassage = 1e6;

/**
 * Units that are equal only if they stand at the same place of passages that are equal as wholes; heads among them. One
 * passage is worth as much as another: that a long one was moved is likelier than that several short ones were.
 */
function keyedInPassages(units: readonly AlignedUnit[], style: Style): Keyed[] {
  const keyed = keyedUnits(units, style);
  const passages: string[] = [];
  // No text contains the character that parts the units.
  keyed.forEach(({ key }, i) => {
    passages[units[i]!.block] = `${passages[units[i]!.block] ?? ''}\u0000${key}`;
  });
  let place = 0;
  return keyed.map((unit, i) => {
    place = unit.starts ? 0 : place + 1;
    return { ...unit, key: `${place}${passages[units[i]!.block]}`, worth: unit.starts ? worthOfPassage : 0 };
  });
}
