import { lettersOf } from './likeness.ts';
import type { Lock, TextUnits } from './lock.ts';
import type { AlignedUnit } from './pairing.ts';

/** A text in reading order. */
export interface Layout {
  /** For each block, a head or a passage, its index among the heads or the passages. */
  blocks: { part: 'heads' | 'passages'; index: number }[];
  /** Heads and sentences. */
  units: AlignedUnit[];
}

/** The units of the text that a lock was made from. */
export function textOfLock(lock: Lock): TextUnits {
  const places = new Map<string | null, number>([...lock.passages.map(({ id }, index): [string, number] => [id, index]), [null, lock.passages.length]]);
  return {
    title: lock.title.text,
    heads: lock.heads.map(({ text, before }) => ({ text, before: places.get(before)! })),
    passages: lock.passages.map(({ sentences }) => sentences.map(({ text }) => text)),
  };
}

/** Puts heads and passages into the order in which they are read. */
export function layOut({ heads, passages }: TextUnits): Layout {
  const layout: Layout = { blocks: [], units: [] };
  let head = 0;
  for (let passage = 0; passage <= passages.length; passage++) {
    for (; heads[head] && heads[head]!.before <= passage; head++) {
      const { text } = heads[head]!;
      layout.units.push({ text, letters: lettersOf(text), head: true, block: layout.blocks.length });
      layout.blocks.push({ part: 'heads', index: head });
    }
    const sentences = passages[passage];
    if (!sentences) break;
    for (const text of sentences) layout.units.push({ text, letters: lettersOf(text), head: false, block: layout.blocks.length });
    layout.blocks.push({ part: 'passages', index: passage });
  }
  return layout;
}
