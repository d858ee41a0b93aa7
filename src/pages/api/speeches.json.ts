import type { APIRoute } from 'astro';
import { url } from '../../components/url.ts';
import { allSpeeches } from '../../library.ts';
import { speechPath } from '../../text/paths.ts';

/** All speeches, with their counts. */
export const GET: APIRoute = async () => {
  const speeches = (await allSpeeches()).map(({ id, title, meta, counts }) => ({
    id,
    title,
    date: meta.date.edtf,
    url: url(speechPath(id)),
    source: { file: meta.source.file, sha256: meta.source.sha256 },
    passages: counts.passages,
    sentences: counts.sentences,
    mentions: counts.mentions,
  }));
  return Response.json(speeches);
};
