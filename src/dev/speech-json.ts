import type { APIRoute } from 'astro';
import { allSpeeches, edition, oneSpeech } from '../library.ts';
import { editionField } from '../text/edition.ts';

// Under `astro dev` only; a build writes these files straight from the views (integrations/data-files.ts).
export const prerender = true;
export const getStaticPaths = async () => (await allSpeeches()).map(({ id }) => ({ params: { speech: id } }));

/** One speech as data. */
export const GET: APIRoute = async ({ params }) => {
  const json = (await oneSpeech(params['speech']!)).view('json');
  return new Response(editionField(await edition()) + json.slice(1), { headers: { 'content-type': 'application/json' } });
};
