import type { APIRoute } from 'astro';
import { allMentions, allTerms } from '../../library.ts';

/** The glossary, with every mention in a passage; mentions in section heads stand apart. */
export const GET: APIRoute = async () => {
  const mentions = await allMentions();
  const terms = [...(await allTerms()).values()].map((term) => {
    const found = mentions.get(term.id) ?? [];
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
      mentions: found.filter(({ inHead }) => !inHead).map(({ speech, unit, start, end }) => ({ speech, passage: unit, start, end })),
      heads: found.filter(({ inHead }) => inHead).map(({ speech, unit, start, end }) => ({ speech, head: unit, start, end })),
    };
  });
  return Response.json({ terms });
};
