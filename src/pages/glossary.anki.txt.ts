import type { APIRoute } from 'astro';
import { glossaryAnki } from '../glossary/to-anki.ts';
import { glossaryData } from './_glossary-data.ts';

/** The glossary as cards for Anki. */
export const GET: APIRoute = async () => new Response(glossaryAnki(await glossaryData()), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
