import type { APIRoute } from 'astro';
import { allTerms } from '../../library.ts';

/** What the search box suggests from: for each entry its id, surface forms, pinyin and English renderings. */
export const GET: APIRoute = async () =>
  Response.json([...(await allTerms()).values()].map(({ id, forms, pinyin, renderings }) => ({ id, forms, pinyin, en: renderings.map(({ text }) => text) })));
