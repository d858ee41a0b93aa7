import type { APIRoute } from 'astro';
import { termJson } from '../../../glossary/to-json.ts';
import { allMentions, allTerms } from '../../../library.ts';

export const getStaticPaths = async () => [...(await allTerms()).keys()].map((term) => ({ params: { term } }));

/** One entry as data. */
export const GET: APIRoute = async ({ params }) => Response.json(termJson((await allTerms()).get(params['term']!)!, (await allMentions()).get(params['term']!) ?? []));
