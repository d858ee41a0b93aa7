import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { type Client, type Found, onFirstPage } from './clients/client.ts';
import type { Engine } from './engines/engine.ts';
import { type Query, type QueryKind, queryKinds } from './queries.ts';
import type { Reference, Scanned } from './reference.ts';
import { CountingServer, type Traffic } from './serve.ts';

/** One query, asked and judged. */
export interface Asked extends Traffic {
  query: Query;
  milliseconds: number;
  right: boolean;
}

/** What asking an engine gave. */
export interface Answers {
  /** In one session, one query after another; of a slow engine only the first. */
  warm: Asked[];
  /** Each in a fresh profile. */
  cold: Asked[];
}

/** Queries that are also asked cold, of each kind. */
const coldOfKind = 6;
/** Time after which a query is given up, and after which no more are asked of an engine in one session. */
const patience = 300_000;
const longestSession = 240_000;

/** Asks an engine all queries in a real browser, and judges every answer by the reference. */
export async function ask(engine: Engine, folder: string, clients: string, browser: Browser, queries: readonly Query[], reference: Reference): Promise<Answers> {
  const server = new CountingServer([folder, clients], engine.isText);
  const address = await server.start();
  const names = engine.build === 'pagefind' ? namesOfFragments(folder) : undefined;
  const judge = (query: Query, found: Found) => isRight(found, reference.scan(query.text), names);
  const fresh = async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(address);
    return { context, page };
  };
  const one = async (page: Page, query: Query): Promise<Asked> => {
    server.take();
    const { found, milliseconds } = await search(page, engine, query.text);
    return { query, milliseconds, ...server.take(), right: judge(query, found) };
  };
  try {
    const cold: Asked[] = [];
    for (const kind of queryKinds) {
      for (const query of queries.filter((one) => one.kind === kind).slice(0, coldOfKind)) {
        const { context, page } = await fresh();
        cold.push(await one(page, query));
        await context.close();
      }
    }
    const { context, page } = await fresh();
    const warm: Asked[] = [];
    // The first of a session is cold; the next one is what “warm” means.
    await one(page, { kind: 'characters', text: '的' });
    const started = performance.now();
    for (const query of queries) {
      if (performance.now() - started > longestSession) break;
      warm.push(await one(page, query));
    }
    await context.close();
    return { warm, cold };
  } finally {
    await server.stop();
  }
}

/** Asks in the page, where the time is taken: from the call to the answer with its first page. */
function search(page: Page, { client, mode }: Engine, text: string): Promise<{ found: Found; milliseconds: number }> {
  return page.evaluate(
    async ({ module, mode, text }) => {
      const host = window as unknown as { search?: (query: string) => Promise<Found> };
      const started = performance.now();
      host.search ??= ((await import(module)) as Client).open(mode);
      const found = await host.search(text);
      return { found, milliseconds: performance.now() - started };
    },
    { module: `/clients/${client}.js`, mode, text },
  );
}

/** True when the answer has exactly the passages of the reference, and, where it counts, the counts. */
function isRight({ passages, counts, firstPage }: Found, scanned: ReadonlyMap<number, Scanned>, names: ReadonlyMap<string, string> | undefined): boolean {
  const all = [...scanned].sort(([a], [b]) => a - b);
  if (counts && firstPage) {
    const first = all.slice(0, onFirstPage).flatMap(([, found]) => found.passages);
    return (
      counts.length === all.length &&
      counts.every(([speech, occurrences, number], i) => speech === all[i]![0] && occurrences === all[i]![1].occurrences && number === all[i]![1].passages.length) &&
      firstPage.length === first.length &&
      firstPage.every((id, i) => id === first[i])
    );
  }
  const wanted = new Set(all.flatMap(([, found]) => found.passages));
  const given = new Set(passages!.map((name) => names?.get(name) ?? name));
  return given.size === wanted.size && [...given].every((id) => wanted.has(id));
}

/** Pagefind names results by fragments; each says of which address it is. */
function namesOfFragments(folder: string): Map<string, string> {
  const fragments = join(folder, 'pagefind/fragment');
  return new Map(
    readdirSync(fragments).map((file) => {
      const text = gunzipSync(readFileSync(join(fragments, file))).toString('utf8');
      const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
      return [file.replace('.pf_fragment', ''), url.replace(/^\//, '')];
    }),
  );
}

/** Share of answers that are right, of one kind or of all. */
export function shareRight(asked: readonly Asked[], kind?: QueryKind): number {
  const counted = asked.filter(({ query }) => kind === undefined || query.kind === kind);
  return counted.filter(({ right }) => right).length / counted.length;
}
