import { base } from '../address.ts';

/** What we use of Pagefind's browser API (https://pagefind.app/docs/api/). */
interface PagefindModule {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  search(query: string | null, options?: { filters?: Record<string, string> }): Promise<{ results: { id: string; data(): Promise<WordResult> }[] } | null>;
}

/** One page that Pagefind found. */
export interface WordResult {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sub_results: { url: string; title: string; excerpt: string }[];
}

let loading: Promise<PagefindModule> | undefined;

async function load(): Promise<PagefindModule> {
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as PagefindModule;
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

/**
 * Searches the word index: titles, heads, passages, glossary entries and their glosses.
 * @returns the first `limit` pages and the number of all
 * @throws when the index cannot be loaded; a later call tries again
 */
export async function searchWords(query: string, filters: Record<string, string>, limit: number): Promise<{ total: number; results: WordResult[] }> {
  loading ??= load();
  try {
    const pagefind = await loading;
    const found = await pagefind.search(query, { filters });
    const results = found?.results ?? [];
    return { total: results.length, results: await Promise.all(results.slice(0, limit).map((result) => result.data())) };
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
