import { bindAbsorbed } from './absorbed.ts';
import { bindAlikeRuns } from './alike-runs.ts';
import { bindConverted } from './converted.ts';
import { bindEqual } from './equal.ts';
import { type AlignedUnit, type Group, Pairing } from './pairing.ts';

/**
 * Says which units of an old text became which of a new one: first equal sentences and heads, sign by sign and then whatever
 * their punctuation, then what was reworded, split or merged, then what changed between head and passage, and last what was
 * taken up into another sentence.
 */
export function align(old: readonly AlignedUnit[], now: readonly AlignedUnit[]): Group[] {
  const pairing = new Pairing(old.length, now.length);
  // Each unit that is bound is a neighbour that may decide about the next.
  for (let bound = -1; bound < pairing.groups.length; ) {
    bound = pairing.groups.length;
    bindEqual(pairing, old, now);
    bindAlikeRuns(pairing, old, now);
  }
  bindConverted(pairing, old, now);
  bindAbsorbed(pairing, old, now);
  return pairing.groups;
}
