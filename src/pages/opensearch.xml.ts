import type { APIRoute } from 'astro';
import { url } from '../components/url.ts';

/**
 * OpenSearch description, so that a browser can add the site as a search engine. It needs the public address (SITE);
 * without one the address is a path, and no page links to it.
 */
export const GET: APIRoute = ({ site }) => {
  const template = `${site ? site.origin : ''}${url('/search/')}?q={searchTerms}`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Tifa 提法</ShortName>
  <Description>Exact search in annotated speeches</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" method="get" template="${template}"/>
</OpenSearchDescription>
`;
  return new Response(xml, { headers: { 'content-type': 'application/opensearchdescription+xml' } });
};
