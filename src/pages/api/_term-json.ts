import type { Term } from '../../corpus/read-glossary.ts';
import type { LibraryMention } from '../../library.ts';

/** An entry as the API gives it: mentions in passages, and those in section heads apart. */
export function termJson(term: Term, mentions: readonly LibraryMention[]) {
  return {
    id: term.id,
    term: term.term,
    pinyin: term.pinyin,
    kind: term.kind,
    scope: term.scope,
    gloss: { zh: term.gloss.zh, en: term.gloss.en },
    forms: term.forms,
    notWhen: term.notWhen,
    members: term.members ?? null,
    renderings: term.renderings,
    firstUse: term.firstUse ?? null,
    codified: term.codified,
    related: term.related,
    contrast: term.contrast,
    sources: term.sources,
    evidence: term.evidence,
    revised: term.revised,
    mentions: mentions.filter(({ inHead }) => !inHead).map(({ speech, unit, start, end }) => ({ speech, passage: unit, start, end })),
    heads: mentions.filter(({ inHead }) => inHead).map(({ speech, unit, start, end }) => ({ speech, head: unit, start, end })),
  };
}
