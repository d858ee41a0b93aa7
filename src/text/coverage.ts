import { findQuotations, type Quotation } from './quotations.ts';
import type { AnnotatedText, Span, Speech } from './types.ts';

/**
 * What explains a quoted string. `mention`: one mention covers it. `part`: mentions cover some of it. `member`: a term
 * of the same speech names it among its members. `none`: nothing does.
 */
export type Explained = 'mention' | 'part' | 'member' | 'none';

/** From the best explained to the least. */
export const explainedOrder: readonly Explained[] = ['mention', 'part', 'member', 'none'];

/** A quoted string in its place. */
export interface PlacedQuotation extends Quotation {
  /** Number of the text among the heads and passages of the speech, from 0; -1 for the title. */
  index: number;
  explained: Explained;
}

/** The heads and passages of a speech, in the order of the text. */
export function textsOf(speech: Speech): (AnnotatedText & { id: string })[] {
  return speech.sections.flatMap(({ head, passages }) => [...(head ? [head] : []), ...passages]);
}

/** The title as a text; nothing is marked in it. */
export function titleText({ title }: Speech): AnnotatedText & { id: string } {
  return { id: title.id, text: title.lines.join('\n'), mentions: [], redactions: [], notes: [] };
}

/**
 * Every quoted string of a speech, with what explains it. A title that the editors supplied is not the speech’s.
 * @param members for each member of a formula, the terms that name it
 */
export function explainQuotations(speech: Speech, members: ReadonlyMap<string, readonly string[]>): PlacedQuotation[] {
  const mentioned = new Set(textsOf(speech).flatMap(({ mentions }) => mentions.map(({ term }) => term)));
  const explain = (text: AnnotatedText, quotation: Quotation): Explained => {
    const words = trim(quotation);
    const over = text.mentions.filter((mention) => mention.start < words.end && words.start < mention.end);
    if (over.some((mention) => mention.start <= words.start && words.end <= mention.end)) return 'mention';
    if (over.length > 0) return 'part';
    return members.get(quotation.text)?.some((term) => mentioned.has(term)) ? 'member' : 'none';
  };
  const inText = (text: AnnotatedText, index: number) => findQuotations(text).map((quotation) => ({ ...quotation, index, explained: explain(text, quotation) }));
  return [...(speech.title.supplied ? [] : inText(titleText(speech), -1)), ...textsOf(speech).flatMap(inText)];
}

/** A quoted string without the punctuation at its ends. */
function trim({ text, start, end }: Quotation): Span {
  const before = /^\p{P}*/u.exec(text)![0].length;
  const after = /\p{P}*$/u.exec(text)![0].length;
  return before === text.length ? { start, end } : { start: start + before, end: end - after };
}

/**
 * What members of formulas are called: the whole member, and what it has in quotation marks itself.
 * @param terms terms with the Chinese wording of their members
 */
export function memberNames(terms: Iterable<{ id: string; members: readonly string[] }>): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const { id, members } of terms) {
    for (const name of members.flatMap((member) => [member, ...findQuotations({ text: member, notes: [] }).map(({ text }) => text)])) {
      const known = names.get(name);
      if (known) known.push(id);
      else names.set(name, [id]);
    }
  }
  return names;
}

/** True when the words stand in the text at a place that no mention touches. */
export function standsUnmarked({ text, mentions }: Pick<AnnotatedText, 'text' | 'mentions'>, words: string): boolean {
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
    if (!mentions.some((mention) => mention.start < start + words.length && start < mention.end)) return true;
  }
  return false;
}

/** True when the next text opens the quotation again, as is the rule for one of several paragraphs. */
export function goesOn(speech: Speech, { index, end }: PlacedQuotation): boolean {
  const texts = textsOf(speech);
  return index >= 0 && end === texts[index]!.text.length && texts[index + 1]?.text.startsWith('“') === true;
}
