import { type Client, onFirstPage } from './client.ts';

interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ results: { id: string; data(): Promise<unknown> }[] } | null>;
}

/** Pagefind's own client; the names of all results, and the data of the first ten. */
export const open: Client['open'] = (mode) => {
  let loading: Promise<Pagefind> | undefined;
  const start = async () => {
    const path = '/pagefind/pagefind.js';
    const pagefind = (await import(/* @vite-ignore */ path)) as Pagefind;
    await pagefind.init();
    return pagefind;
  };
  return async (query) => {
    loading ??= start();
    const pagefind = await loading;
    const found = await pagefind.search(mode === 'quoted' ? `"${query.replaceAll('"', '')}"` : query);
    const results = found?.results ?? [];
    await Promise.all(results.slice(0, onFirstPage).map((result) => result.data()));
    return { passages: results.map(({ id }) => id) };
  };
};
