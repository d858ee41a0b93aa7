import { hrefUnder } from '../speech/render-gloss.ts';

/** An address of the site from a path that begins with a slash, under the base path. */
export const url = hrefUnder(import.meta.env.BASE_URL);
