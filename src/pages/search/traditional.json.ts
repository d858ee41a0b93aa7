import type { APIRoute } from 'astro';
import { traditionalTable } from './_traditional.ts';

/** Traditional characters and what they become: two strings of equal length. */
export const GET: APIRoute = () => Response.json(traditionalTable());
