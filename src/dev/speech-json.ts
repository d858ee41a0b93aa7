import type { APIRoute } from 'astro';
import { allSpeeches, oneSpeech } from '../library.ts';

// Under `astro dev` only; a build writes these files straight from the views (integrations/data-files.ts).
export const prerender = true;
export const getStaticPaths = async () => (await allSpeeches()).map(({ id }) => ({ params: { speech: id } }));

/** One speech as data. */
export const GET: APIRoute = async ({ params }) => new Response((await oneSpeech(params['speech']!)).view('json'), { headers: { 'content-type': 'application/json' } });
