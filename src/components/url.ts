import { addressUnder, hrefUnder } from '../speech/render-gloss.ts';

/** An address of the site from a path that begins with a slash, under the base path. */
export const url = hrefUnder(import.meta.env.BASE_URL);

/** The same, whole while `SITE` names the public address; without it an address has no host. */
export const address = addressUnder(import.meta.env.BASE_URL, import.meta.env.SITE || undefined);
