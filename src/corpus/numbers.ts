import { type Basis, basisOrder } from '../schemas/claim.ts';
import { type TermKind, termKind } from '../schemas/term.ts';
import { type Speech, sectionLength } from '../text/types.ts';
import type { Term } from './read-glossary.ts';

/** The glossary in figures. */
export interface GlossaryNumbers {
  entries: number;
  /** Entries of each kind. */
  kinds: Record<TermKind, number>;
  local: number;
  /** Entries with at least one claim whose source the editors saw. */
  withSeenSource: number;
  /** Entries by the basis of their gloss. */
  glosses: Record<Basis, number>;
}

/** Counts the glossary. */
export function glossaryNumbers(terms: Iterable<Term>): GlossaryNumbers {
  const all = [...terms];
  const count = (holds: (term: Term) => boolean) => all.filter(holds).length;
  return {
    entries: all.length,
    kinds: Object.fromEntries(termKind.options.map((kind) => [kind, count((term) => term.kind === kind)])) as Record<TermKind, number>,
    local: count(({ scope }) => scope === 'local'),
    withSeenSource: count(restsOnSeen),
    glosses: Object.fromEntries(basisOrder.map((basis) => [basis, count(({ gloss }) => gloss.basis === basis)])) as Record<Basis, number>,
  };
}

/** True when some claim of an entry has the basis `seen`, which the schema ties to a source. */
function restsOnSeen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return ('basis' in value && value.basis === 'seen') || Object.values(value).some(restsOnSeen);
}

/** How densely a section of a speech is annotated. */
export interface Density {
  section: string;
  /** UTF-16 units of its head and passages. */
  length: number;
  mentions: number;
  perThousand: number;
}

/** Mentions for each thousand characters, section by section. */
export function densities(speech: Speech): Density[] {
  return speech.sections.map((section) => {
    const mentions = (section.head?.mentions.length ?? 0) + section.passages.reduce((sum, passage) => sum + passage.mentions.length, 0);
    const length = sectionLength(section);
    return { section: section.id, length, mentions, perThousand: length === 0 ? 0 : (mentions * 1000) / length };
  });
}
