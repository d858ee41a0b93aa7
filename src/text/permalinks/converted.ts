import type { Compared, Pairing } from './pairing.ts';

/** So many letters at least. */
const longEnough = 4;

/**
 * Binds a head that has become a passage, and a sentence that has become a head, if it is the only one of its words that is
 * left. The id cannot go along, since it says of what kind a unit is; but it leads there.
 */
export function bindConverted(pairing: Pairing, old: readonly Compared[], now: readonly Compared[]): void {
  for (const i of pairing.free('old')) {
    const { letters, head } = old[i]!;
    const targets = pairing.free('now').filter((j) => now[j]!.letters === letters && now[j]!.head !== head);
    const rivals = pairing.free('old').filter((other) => old[other]!.letters === letters);
    if (letters.length >= longEnough && targets.length === 1 && rivals.length === 1) pairing.bind({ old: [i], now: targets });
  }
}
