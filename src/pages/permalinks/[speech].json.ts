import type { APIRoute } from 'astro';
import { allSpeeches, formerAddressesOf } from '../../library.ts';

/** Speeches that were changed or removed; the others have no history. */
export const getStaticPaths = async () => [
  ...(await allSpeeches()).filter(({ revision }) => revision > 1).map(({ id, view }) => ({ params: { speech: id }, props: { read: () => view('history') } })),
  ...(await formerAddressesOf('speeches')).flatMap(({ id, history }) => (history === undefined ? [] : [{ params: { speech: id }, props: { read: () => history } }])),
];

/** Every wording that a speech ever had. */
export const GET: APIRoute<{ read(): string }> = ({ props }) => new Response(props.read(), { headers: { 'content-type': 'application/json' } });
