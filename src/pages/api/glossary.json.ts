import type { APIRoute } from 'astro';
import { termJson } from '../../glossary/to-json.ts';
import { allMentions, allTerms, edition } from '../../library.ts';

/** The glossary, with every mention; an entry a line, so that integrations/data-files.ts can write each by itself without reading it. */
export const GET: APIRoute = async () => {
  const mentions = await allMentions();
  const terms = [...(await allTerms()).values()].map((term) => JSON.stringify(termJson(term, mentions.get(term.id) ?? [])));
  return new Response(`{"edition":${JSON.stringify(await edition())},"terms":[\n${terms.join(',\n')}\n]}\n`, { headers: { 'content-type': 'application/json' } });
};
