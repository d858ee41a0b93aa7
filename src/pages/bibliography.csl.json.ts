import type { APIRoute } from 'astro';
import { bibliographyCsl } from '../glossary/to-csl.ts';
import { allSources } from '../library.ts';

/** The bibliography as CSL-JSON. */
export const GET: APIRoute = async () => Response.json(bibliographyCsl(await allSources()));
