import type { FoundRedaction } from './detect-redactions.ts';
import type { TextBlock } from './detect-structure.ts';
import { escapeInline, escapeLineStart } from './escape-mdx.ts';

/** A block with the redactions that have to be marked in it, at offsets into its text. */
export interface MarkedBlock extends TextBlock {
  gaps: Pick<FoundRedaction, 'start' | 'end' | 'kind'>[];
}

/** Writes the text of a speech as MDX: one line a block, an empty line between. Parsed, it gives exactly these texts back. */
export function toMdx(blocks: readonly MarkedBlock[]): string {
  return blocks.map((block) => `\n${line(block)}\n`).join('');
}

function line({ type, text, gaps }: MarkedBlock): string {
  if (type === 'break') return '---';
  let written = '';
  let at = 0;
  for (const { start, end, kind } of gaps) {
    written += `${escapeInline(text.slice(at, start))}<Gap kind="${kind ?? 'unspecified'}">${escapeInline(text.slice(start, end))}</Gap>`;
    at = end;
  }
  written += escapeInline(text.slice(at));
  return type === 'head' ? `## ${written}` : escapeLineStart(written);
}
