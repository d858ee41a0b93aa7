import type { APIRoute } from 'astro';
import { glossaryCsv } from '../glossary/to-csv.ts';
import { glossaryData } from './_glossary-data.ts';

/** The glossary as a table. */
export const GET: APIRoute = async () => new Response(glossaryCsv(await glossaryData()), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
