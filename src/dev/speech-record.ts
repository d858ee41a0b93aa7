import type { APIRoute } from 'astro';
import { address } from '../components/url.ts';
import { allSpeeches, edition, oneSpeech } from '../library.ts';
import { type RecordEnding, recordFiles } from '../text/citation/files.ts';
import type { Work } from '../text/citation/work.ts';
import { speechPath } from '../text/paths.ts';

// Under `astro dev` only; a build writes these files straight from the views (integrations/data-files.ts).
export const prerender = true;
export const getStaticPaths = async () => (await allSpeeches()).flatMap(({ id }) => Object.keys(recordFiles).map((ending) => ({ params: { speech: id, ending } })));

/** One speech as a bibliographic record. */
export const GET: APIRoute = async ({ params }) => {
  const speech = await oneSpeech(params['speech']!);
  const { type, write } = recordFiles[params['ending'] as RecordEnding];
  const url = import.meta.env.SITE ? address(speechPath(speech.id)) : undefined;
  const record = write(JSON.parse(speech.view('work')) as Work, await edition(), url);
  return new Response(record, { headers: { 'content-type': `${type}; charset=utf-8` } });
};
