import { flowBetween } from './alike-runs.ts';
import { standsInCopy } from './copies.ts';
import type { Compared, Group, Pairing } from './pairing.ts';

/** A sentence is looked for inside others from so many letters on. */
const longEnough = 8;
/** So much of it has to stand where the new sentence owes nothing to what it was made from. */
const leastNew = 0.9;

/**
 * Binds a sentence that is left over to the only new sentence in which it stands whole, unless that is in a copy of its passage:
 * to one that is left over too, or as one more origin to one that is bound already, if its words were not there before.
 */
export function bindAbsorbed(pairing: Pairing, old: readonly Compared[], now: readonly Compared[]): void {
  for (const i of pairing.free('old')) {
    const { letters, head } = old[i]!;
    if (head || letters.length < longEnough) continue;
    const hosts = [...now.keys()].filter((j) => !now[j]!.head && now[j]!.letters.includes(letters));
    const [host] = hosts;
    if (host === undefined || hosts.length > 1 || standsInCopy(pairing, { old: [i], now: [host] }, old, now)) continue;
    const group = pairing.groupOf(host);
    if (!group) pairing.bind({ old: [i], now: [host] });
    else if (group.now.length === 1 && lettersOfItsOwn(group, old, now) >= leastNew * letters.length) pairing.join(i, host);
  }
}

/** How many letters of a new sentence do not come from those it was made from. */
function lettersOfItsOwn(group: Group, old: readonly Compared[], now: readonly Compared[]): number {
  const target = now[group.now[0]!]!.letters;
  const flow = flowBetween(
    group.old.map((i) => old[i]!.letters),
    [target],
  );
  return target.length - flow.reduce((sum, [count]) => sum + count!, 0);
}
