import type { Compared, Group, Pairing } from './pairing.ts';

/**
 * True when new units stand in a copy of the passage in which old ones stood: beside them is the sentence that stood beside the
 * old ones, but it belongs to nothing, while the old one belongs elsewhere. What is equal or alike in a copy is new, like the
 * rest of it: else a passage of which a sentence was reworded would be torn between its place and its copy.
 */
export function standsInCopy(pairing: Pairing, group: Group, old: readonly Compared[], now: readonly Compared[]): boolean {
  const copied = (i: number, j: number, step: 1 | -1) => {
    const [one, other] = [old[i + step], now[j + step]];
    const alike = one?.block === old[i]!.block && other?.block === now[j]!.block && one.letters === other.letters;
    return alike && !pairing.isFree('old', i + step) && pairing.isFree('now', j + step);
  };
  const besideCopied = copied(group.old[0]!, group.now[0]!, -1) || copied(group.old.at(-1)!, group.now.at(-1)!, 1);
  return besideCopied && pairing.fit(group.old, group.now).sides === 0;
}
