import { hrefUnder } from '../speech/render-gloss.ts';

/** An address of the site from a path that begins with a slash, under the base path. */
export const url = hrefUnder(import.meta.env.BASE_URL);

/** The same, whole while `SITE` names the public address; without it an address has no host. */
export const address = (path: string) => (import.meta.env.SITE ? new URL(url(path), import.meta.env.SITE).href : url(path));
