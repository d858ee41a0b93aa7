import type { APIRoute } from 'astro';
import { termJson } from '../glossary/to-json.ts';
import { allMentions, allTerms } from '../library.ts';

// Under `astro dev` only; a build writes these files straight from the list of all entries (integrations/data-files.ts).
export const prerender = true;
export const getStaticPaths = async () => [...(await allTerms()).keys()].map((term) => ({ params: { term } }));

/** One entry as data. */
export const GET: APIRoute = async ({ params }) => Response.json(termJson((await allTerms()).get(params['term']!)!, (await allMentions()).get(params['term']!) ?? []));
