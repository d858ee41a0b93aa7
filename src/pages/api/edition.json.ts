import type { APIRoute } from 'astro';
import { allSpeeches, allTerms, edition } from '../../library.ts';

/** The edition of the site, and what it contains. */
export const GET: APIRoute = async () => Response.json({ edition: await edition(), speeches: (await allSpeeches()).length, terms: (await allTerms()).size });
