import { isShown, type ShownMention, type TermMention } from '../speech/summary.ts';
import { writeAddress } from '../text/address.ts';
import type { ContextPiece } from '../text/kwic.ts';
import { speechPath } from '../text/paths.ts';

/** One use of a term, to be shown with its entry. */
export interface Example {
  left: string;
  hit: string;
  right: string;
  speech: string;
  /** Id of the passage. */
  passage: string;
  /** Path of the sentence from the root of the site, with the receipt of its wording. */
  path: string;
}

/** A sentence longer than this, in UTF-16 units, is cut to the window of a concordance line. */
export const longestExample = 120;

/**
 * The use that shows a term best: the first in a sentence that need not be cut, or else the first of all. Section heads do
 * not count. A cut falls between clauses where it can, and is marked by an ellipsis.
 */
export function exampleOf(mentions: readonly TermMention[]): Example | undefined {
  const inPassages = mentions.filter(isShown).filter(({ inHead }) => !inHead);
  const mention = inPassages.find((one) => sentenceOf(one).length <= longestExample) ?? inPassages[0];
  if (!mention) return undefined;
  const { line, speech, unit, sentence, receipt } = mention;
  const whole = sentenceOf(mention).length <= longestExample;
  const left = join(line.left.filter(({ role }) => role === 'near' || (whole && role === 'more')));
  const right = join(line.right.filter(({ role }) => role === 'near' || (whole && role === 'more')));
  const isCut = (pieces: readonly ContextPiece[]) => !whole && pieces.some(({ role }) => role === 'more');
  return {
    left: isCut(line.left) ? `……${fromClause(left)}` : left,
    hit: line.hit,
    right: isCut(line.right) ? `${toClause(right)}……` : right,
    speech,
    passage: unit,
    path: writeAddress(speechPath(speech), { first: sentence, receipt }),
  };
}

/** A cut context from its first whole clause on, when it holds one; so “进发展，着力…” begins with 着力. */
const fromClause = (text: string) => /[，、；：。！？](.{8,})$/u.exec(text)?.[1] ?? text;
/** A cut context up to the end of its last whole clause, when it holds one. */
const toClause = (text: string) => /^(.{8,})[，、；：。！？]/u.exec(text)?.[1] ?? text;

const join = (pieces: readonly ContextPiece[]) => pieces.map(({ text }) => text).join('');

/** The sentence of a mention: what a concordance line shows, without what lies beyond it. */
function sentenceOf({ line }: ShownMention): string {
  const within = ({ role }: ContextPiece) => role !== 'beyond';
  return join(line.left.filter(within)) + line.hit + join(line.right.filter(within));
}
