import type { Pairing } from './pairing.ts';

/** A unit as it is compared. */
export interface Keyed {
  /** Equal units share it. */
  key: string;
  letters: number;
  /** What it is worth that it keeps its place, in letters. */
  worth: number;
  /** Whether it is the first, and the last, of its passage; a head is both. */
  starts: boolean;
  ends: boolean;
}

/** A run of units that stands in both texts. */
interface EqualRun {
  old: number;
  now: number;
  length: number;
  letters: number;
}

/**
 * A run that stands between other neighbours than before is taken for the same from so many letters on; from so few on when
 * nothing equal to any of it is left in either text.
 */
const [longEnoughAlone, longEnoughUnique] = [12, 2];

/**
 * Binds equal units one to one that may have moved: the longest run of equal consecutive units first, then the longest of
 * what is left (M. Wise, “Greedy String Tiling”, 1993, on units instead of characters). A run whose neighbours fit on one side counts double, on both three
 * times; of equals the earlier wins. A run with no fitting neighbour has to be long, or the only one of its kind.
 */
export function bindMoved(pairing: Pairing, old: readonly Keyed[], now: readonly Keyed[]): void {
  for (;;) {
    const run = bestRun(pairing, old, now);
    if (!run) return;
    for (let k = 0; k < run.length; k++) pairing.bind({ old: [run.old + k], now: [run.now + k] });
  }
}

function bestRun(pairing: Pairing, old: readonly Keyed[], now: readonly Keyed[]): EqualRun | undefined {
  const runs = equalRuns(pairing, old, now).map((run) => {
    const fit = pairing.fit(span(run.old, run.length), span(run.now, run.length)).weight;
    return { ...run, fit, weight: run.letters * (1 + fit) };
  });
  runs.sort((a, b) => b.weight - a.weight || a.now - b.now || a.old - b.old);
  return runs.find((run) => run.fit > 0 || (run.letters >= longEnoughAlone && !isContested(run, runs)) || (run.letters >= longEnoughUnique && isUnique(run, pairing, old, now)));
}

/** True when another run is as long or longer and wants some of the same units. */
function isContested(run: EqualRun, runs: readonly EqualRun[]): boolean {
  const overlap = (a: number, b: number) => Math.abs(a - b) < run.length;
  return runs.some((other) => other !== run && other.letters >= run.letters && (overlap(other.old, run.old) || overlap(other.now, run.now)));
}

/** True when nothing equal to any unit of a run is left in either text. */
function isUnique(run: EqualRun, pairing: Pairing, old: readonly Keyed[], now: readonly Keyed[]): boolean {
  const keys = new Set(span(run.old, run.length).map((i) => old[i]!.key));
  const left = (side: 'old' | 'now', units: readonly Keyed[]) => pairing.free(side).filter((i) => keys.has(units[i]!.key)).length;
  return left('old', old) === run.length && left('now', now) === run.length;
}

const span = (start: number, length: number) => Array.from({ length }, (_, k) => start + k);

/** Every run of equal units that are bound to nothing, as long as it can be. */
function equalRuns(pairing: Pairing, old: readonly Keyed[], now: readonly Keyed[]): EqualRun[] {
  const places = new Map<string, number[]>();
  for (const j of pairing.free('now')) {
    const known = places.get(now[j]!.key);
    if (known) known.push(j);
    else places.set(now[j]!.key, [j]);
  }
  const equal = (i: number, j: number) => old[i] !== undefined && old[i].key === now[j]?.key && pairing.isFree('old', i) && pairing.isFree('now', j);
  const runs: EqualRun[] = [];
  for (const i of pairing.free('old')) {
    for (const j of places.get(old[i]!.key) ?? []) {
      if (equal(i - 1, j - 1)) continue;
      const run = { old: i, now: j, length: 0, letters: 0 };
      while (equal(i + run.length, j + run.length)) run.letters += old[i + run.length++]!.letters;
      runs.push(run);
    }
  }
  return runs;
}
