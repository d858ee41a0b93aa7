import { address } from '../components/url.ts';
import type { GlossaryData } from '../glossary/glossary-data.ts';
import { allMentions, allSources, allSpeeches, allTerms, edition } from '../library.ts';

/** What the exports of the glossary are made from, out of the library. */
export async function glossaryData(): Promise<GlossaryData> {
  return {
    terms: [...(await allTerms()).values()],
    mentions: await allMentions(),
    sources: await allSources(),
    speeches: new Map((await allSpeeches()).map(({ id, meta }) => [id, meta.title.short])),
    edition: await edition(),
    address,
  };
}
