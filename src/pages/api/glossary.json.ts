import type { APIRoute } from 'astro';
import { termJson } from '../../glossary/to-json.ts';
import { allMentions, allTerms, edition } from '../../library.ts';

/** The glossary, with every mention. */
export const GET: APIRoute = async () => {
  const mentions = await allMentions();
  return Response.json({ edition: await edition(), terms: [...(await allTerms()).values()].map((term) => termJson(term, mentions.get(term.id) ?? [])) });
};
