import { bindAbsorbed } from './absorbed.ts';
import { bindAlikeRuns } from './alike-runs.ts';
import { bindConverted } from './converted.ts';
import { bindInOrder } from './in-order.ts';
import { bindMoved, type Keyed } from './moved.ts';
import { type Group, Pairing } from './pairing.ts';

/** A unit of a text that is aligned: a section head or a sentence, and the number of its block (a head, or a passage). */
export interface AlignedUnit {
  text: string;
  letters: string;
  head: boolean;
  block: number;
}

/**
 * Says which units of an old text became which of a new one: first whole blocks that are equal, then equal sentences and
 * heads, sign by sign and then whatever their punctuation, then what was reworded, split or merged, then what changed between head and passage, and last what was
 * taken up into another sentence.
 */
export function align(old: readonly AlignedUnit[], now: readonly AlignedUnit[]): Group[] {
  const pairing = new Pairing(old.length, now.length);
  bindEqualBlocks(pairing, old, now);
  // Each unit that is bound is a neighbour that may decide about the next.
  for (let bound = -1; bound < pairing.groups.length; ) {
    bound = pairing.groups.length;
    for (const style of ['text', 'letters'] as const) bindEqual(pairing, keyedUnits(old, style), keyedUnits(now, style));
    bindAlikeRuns(pairing, old, now);
  }
  bindConverted(pairing, old, now);
  bindAbsorbed(pairing, old, now);
  return pairing.groups;
}

/** Binds equal units: those that keep their order, then those that moved. */
function bindEqual(pairing: Pairing, old: readonly Keyed[], now: readonly Keyed[]): void {
  bindInOrder(pairing, old, now);
  bindMoved(pairing, old, now);
}

/** Binds the sentences of passages that have the same letters, sentence by sentence, and heads among them. */
function bindEqualBlocks(pairing: Pairing, old: readonly AlignedUnit[], now: readonly AlignedUnit[]): void {
  const [oldBlocks, nowBlocks] = [blocksOf(old), blocksOf(now)];
  const blocks = new Pairing(oldBlocks.length, nowBlocks.length);
  for (const style of ['text', 'letters'] as const) {
    const keyed = (members: readonly number[][], units: readonly AlignedUnit[]) =>
      members.map((indices) =>
        joinKeys(
          keyedUnits(
            indices.map((i) => units[i]!),
            style,
          ),
        ),
      );
    bindEqual(blocks, keyed(oldBlocks, old), keyed(nowBlocks, now));
  }
  for (const group of blocks.groups) {
    const partners = nowBlocks[group.now[0]!]!;
    oldBlocks[group.old[0]!]!.forEach((i, k) => {
      pairing.bind({ old: [i], now: [partners[k]!] });
    });
  }
}

/** Indices of the units of each block. */
function blocksOf(units: readonly AlignedUnit[]): number[][] {
  const blocks: number[][] = [];
  units.forEach(({ block }, i) => {
    blocks[block] ??= [];
    blocks[block].push(i);
  });
  return blocks;
}

function keyedUnits(units: readonly AlignedUnit[], style: 'text' | 'letters'): Keyed[] {
  return units.map((unit) => ({ key: `${unit.head ? 'h' : 's'}${unit[style]}`, letters: unit.letters.length }));
}

/** The key of a block; no text contains the character that parts its units. */
function joinKeys(units: readonly Keyed[]): Keyed {
  return { key: units.map(({ key }) => key).join('\u0000'), letters: units.reduce((sum, { letters }) => sum + letters, 0) };
}
