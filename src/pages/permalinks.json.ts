import type { APIRoute } from 'astro';
import { address } from '../components/url.ts';
import { allSpeeches, allTerms, formerAddressesOf } from '../library.ts';
import { hole } from '../text/frame.ts';
import { speechPath, termPath } from '../text/paths.ts';

/**
 * Every address and every id that was ever given out, with what became of it. The speeches are put together from their
 * views, as text; a build leaves holes for them, which integrations/data-files.ts fills.
 */
export const GET: APIRoute = async () => {
  const speeches = [
    ...(await allSpeeches()).map(({ id, view }) => [id, import.meta.env.PROD ? hole(id) : view('permalinks')] as const),
    ...(await formerAddressesOf('speeches')).map(({ id, now, permalinks }) => [id, JSON.stringify(now === undefined ? permalinks : moved(speechPath(id), now))] as const),
  ];
  const terms = [
    ...[...(await allTerms()).values()].map(({ id, term }) => [id, JSON.stringify({ state: 'live', term, url: address(termPath(id)) })] as const),
    ...(await formerAddressesOf('terms')).map(
      ({ id, now, removed }) =>
        [id, JSON.stringify(now === undefined ? { state: 'removed', term: removed!.name, url: address(termPath(id)), date: removed!.date } : moved(termPath(id), now))] as const,
    ),
  ];
  const list = (entries: readonly (readonly [string, string])[]) => entries.map(([id, json]) => `${JSON.stringify(id)}:${json}`).join(',\n');
  return new Response(`{"format":1,"speeches":{\n${list(speeches)}\n},"terms":{\n${list(terms)}\n}}\n`, { headers: { 'content-type': 'application/json' } });
};

/** An address that forwards to another of its kind. */
function moved(path: string, now: string) {
  return { state: 'moved', now, url: address(path) };
}
