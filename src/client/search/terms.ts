import { simplifier, type TraditionalTable } from '../../text/simplified.ts';
import type { SuggestedTerm } from '../../text/type-ahead.ts';
import { base } from '../address.ts';

let terms: Promise<SuggestedTerm[]> | undefined;
let simplify: Promise<(text: string) => string> | undefined;

async function json<T>(path: string): Promise<T> {
  const response = await fetch(base + path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

/** Glossary entries for suggestions; loaded when first needed. */
export function suggestedTerms(): Promise<SuggestedTerm[]> {
  terms ??= json<SuggestedTerm[]>('search/terms.json');
  terms.catch(() => (terms = undefined));
  return terms;
}

/** A glossary entry as the results page shows it. */
interface ShownTerm {
  id: string;
  term: string;
  pinyin: string;
  gloss: { zh: string; en: string };
  renderings: { text: string }[];
  evidence: 'seen' | 'text' | 'inferred' | 'recalled';
}

/** One entry. */
export function oneTerm(id: string): Promise<ShownTerm> {
  return json<ShownTerm>(`api/terms/${id}.json`);
}

/** The text with traditional characters made simplified, one to one. */
export async function simplified(text: string): Promise<string> {
  simplify ??= json<TraditionalTable>('search/traditional.json').then(simplifier);
  simplify.catch(() => (simplify = undefined));
  return (await simplify)(text);
}
