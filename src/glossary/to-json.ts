import type { Term } from '../corpus/read-glossary.ts';
import type { TermMention } from '../speech/summary.ts';
import { splitMentions } from './glossary-data.ts';

/** An entry as the API gives it: mentions in passages, and those in section heads apart. */
export function termJson(term: Term, mentions: readonly TermMention[]) {
  const { inPassages, inHeads } = splitMentions(mentions);
  const { zh, en, ...glossEvidence } = term.gloss;
  return {
    id: term.id,
    term: term.term,
    pinyin: term.pinyin,
    kind: term.kind,
    scope: term.scope,
    gloss: { zh, en },
    glossEvidence,
    forms: term.forms,
    notWhen: term.notWhen,
    onlyWhen: term.onlyWhen,
    onlyIn: term.onlyIn,
    members: term.members ?? null,
    renderings: term.renderings,
    image: term.image ?? null,
    allusion: term.allusion ?? null,
    firstUse: term.firstUse ?? null,
    codified: term.codified,
    official: term.official,
    scholarship: term.scholarship,
    reading: term.reading ?? null,
    related: term.related,
    contrast: term.contrast,
    sources: term.sources,
    evidence: term.evidence,
    revised: term.revised,
    mentions: inPassages.map(({ speech, unit, start, end }) => ({ speech, passage: unit, start, end })),
    heads: inHeads.map(({ speech, unit, start, end }) => ({ speech, head: unit, start, end })),
  };
}
