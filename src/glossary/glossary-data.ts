import type { Term } from '../corpus/read-glossary.ts';
import type { Bilingual } from '../schemas/claim.ts';
import type { Source } from '../schemas/source.ts';
import type { TermMention } from '../speech/summary.ts';

/** What the exports of the glossary are made from. */
export interface GlossaryData {
  /** The entries in the order of the glossary. */
  terms: readonly Term[];
  /** Mentions by slug, those in section heads included. */
  mentions: ReadonlyMap<string, readonly TermMention[]>;
  /** The bibliography, by id. */
  sources: ReadonlyMap<string, Source>;
  /** Short names of the speeches, by id. */
  speeches: ReadonlyMap<string, Bilingual>;
  /** The edition of the site. */
  edition: string;
  /** The address of a path that begins with a slash: whole while `SITE` is set, without a host otherwise. */
  address: (path: string) => string;
}

/** The mentions of a term in passages, and those in section heads. */
export function splitMentions(mentions: readonly TermMention[] = []): { inPassages: TermMention[]; inHeads: TermMention[] } {
  return { inPassages: mentions.filter(({ inHead }) => !inHead), inHeads: mentions.filter(({ inHead }) => inHead) };
}
