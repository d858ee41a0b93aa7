import type { APIRoute } from 'astro';
import { glossaryTbx } from '../glossary/to-tbx.ts';
import { glossaryData } from './_glossary-data.ts';

/** The glossary for termbases. */
export const GET: APIRoute = async () => new Response(glossaryTbx(await glossaryData()), { headers: { 'content-type': 'application/x-tbx+xml; charset=utf-8' } });
