import { describeTerm, type Term } from '../../../src/corpus/read-glossary.ts';
import type { GlossaryData } from '../../../src/glossary/glossary-data.ts';
import { termSchema } from '../../../src/schemas/term.ts';
import { mentionLines, type TermMention } from '../../../src/speech/summary.ts';
import { sortKey } from '../../../src/text/pinyin.ts';
import { realCorpus, realSpeech, realSpeeches } from './speech.ts';

/** The real glossary as the exports see it, for a site with an address. */
export function realGlossary(): GlossaryData {
  const { terms, sources } = realCorpus();
  const speeches = realSpeeches.map(realSpeech);
  const mentions = speeches.flatMap((speech): TermMention[] => mentionLines(speech).map((line) => ({ ...line, speech: speech.id })));
  return {
    terms: [...terms.values()].sort((a, b) => (sortKey(a.pinyin) < sortKey(b.pinyin) ? -1 : 1)),
    mentions: Map.groupBy(mentions, ({ term }) => term),
    sources,
    speeches: new Map(speeches.map(({ id, meta }) => [id, meta.title.short])),
    edition: '2026-11-21.7k3m9x2p',
    address: (path) => `https://example.org${path}`,
  };
}

/** The real glossary as it is exported while the site has no address. */
export function glossaryWithoutSite(): GlossaryData {
  return { ...realGlossary(), address: (path) => path };
}

/** A small invented entry, with what the fields say in place of what every entry has; its headword is its id. */
export function smallTerm(id: string, fields: object = {}): Term {
  const gloss = { zh: '释', en: 'gloss', basis: 'recalled' };
  return describeTerm(id, termSchema.parse({ term: id, pinyin: 'a', kind: 'concept', gloss, renderings: [{ text: 'r', basis: 'recalled' }], revised: '2026', ...fields }));
}
