import type { TextUnits } from '../../../src/text/permalinks/lock.ts';
import { segmentSentences } from '../../../src/text/segment.ts';

/** A character that can be told from every other of its kind, so that it can be followed through edits. */
export interface Mark {
  character: string;
  name: number;
}

/** A section head or a passage of a draft. */
export interface DraftBlock {
  head: boolean;
  marks: Mark[];
}

/** A speech that is being edited. */
export interface Draft {
  title: Mark[];
  blocks: DraftBlock[];
}

let names = 0;
/** New characters. */
export const marksOf = (text: string): Mark[] => [...text].map((character) => ({ character, name: ++names }));
export const textOf = (marks: readonly Mark[]): string => marks.map(({ character }) => character).join('');

/** A draft of a text, its heads and passages in the order in which they are read. */
export function draftOf({ title, heads, passages }: TextUnits): Draft {
  const blocks: DraftBlock[] = [];
  passages.forEach((sentences, i) => {
    for (const head of heads) if (head.before === i) blocks.push({ head: true, marks: marksOf(head.text) });
    blocks.push({ head: false, marks: marksOf(sentences.join('')) });
  });
  for (const head of heads) if (head.before === passages.length) blocks.push({ head: true, marks: marksOf(head.text) });
  return { title: marksOf(title), blocks };
}

/** A copy that can be edited while the draft stays as it is. */
export function copyOf({ title, blocks }: Draft): Draft {
  return { title: [...title], blocks: blocks.map(({ head, marks }) => ({ head, marks: [...marks] })) };
}

/** The sentences of a block. */
export function sentencesOf({ marks }: DraftBlock): Mark[][] {
  const text = textOf(marks);
  // Offsets are UTF-16 units, marks whole characters.
  const at: number[] = [];
  let offset = 0;
  marks.forEach(({ character }, i) => {
    at[offset] = i;
    offset += character.length;
  });
  at[offset] = marks.length;
  return segmentSentences(text).map(({ start, end }) => marks.slice(at[start]!, at[end]!));
}

/** The units of a draft, as a parser gives them. */
export function unitsOf({ title, blocks }: Draft): TextUnits {
  const heads: TextUnits['heads'] = [];
  const passages: string[][] = [];
  for (const block of blocks) {
    if (block.head) heads.push({ text: textOf(block.marks), before: passages.length });
    else passages.push(sentencesOf(block).map(textOf));
  }
  return { title: textOf(title), heads, passages };
}
