import type { APIRoute } from 'astro';
import { allSpeeches, oneSpeech } from '../library.ts';

// Under `astro dev` only; a build writes these files straight from the views (integrations/data-files.ts).
export const prerender = true;
export const getStaticPaths = async () => (await allSpeeches()).map(({ id }) => ({ params: { speech: id } }));

/** The speech as it was received. */
export const GET: APIRoute = async ({ params }) => new Response((await oneSpeech(params['speech']!)).view('txt'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
