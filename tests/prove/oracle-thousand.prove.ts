import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { corpus, passageId, seedClauses } from '../../bench/search/corpus.ts';
import { Reference } from '../../bench/search/reference.ts';
import { serveSite } from '../../src/cli/serve-site.ts';
import type { Answer, SpeechLines } from '../../src/client/search/service.ts';
import { writeConcordance } from '../../src/integrations/write-concordance.ts';
import { type Listening, listen } from '../support/listen.ts';
import { randomFrom } from '../support/oracle.ts';
import { proofSeeds } from '../support/seeds.ts';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();
const count = 1000;
/** Speeches of which the passages are read for a query; counts are compared for all. */
const mostRead = { common: 10, other: 25 };

let folder: string;
let server: Listening;
let reference: Reference;
const seeds = proofSeeds(1);
const request = { count, seed: seeds[0]! };

/** The built site, with the concordance of a generated corpus in the place of its own. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tifa-thousand-'));
  writeConcordance(corpus(request), join(folder, 'concordance'));
  reference = new Reference(request);
  const [site, generated] = [serveSite(inject('folder'), '/'), sirv(folder, { dev: true })];
  server = await listen((incoming, response) => {
    if (incoming.url?.startsWith('/concordance/')) generated(incoming, response, () => void response.writeHead(404).end());
    else site(incoming, response);
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The concordance of the site, asked through a worker as the results page asks it. */
async function openWorker(): Promise<Page> {
  const page = await visit('/about/');
  const worker = page.waitForEvent('worker');
  await page.goto(`${server.origin}/search/?q=一`);
  await page.evaluate((script) => {
    const worker = new Worker(script, { type: 'module' });
    const waiting: ((data: { answer?: unknown; error?: { name: string } }) => void)[] = [];
    worker.addEventListener('message', ({ data }) => waiting[data.id]!(data));
    Object.assign(window, {
      ask: (method: string, ...words: unknown[]) =>
        new Promise((resolve, reject) => {
          const id = waiting.push(({ answer, error }) => (error ? reject(new Error(error.name)) : resolve(answer))) - 1;
          worker.postMessage({ id, base: '/', method, words });
        }),
    });
  }, (await worker).url());
  return page;
}

/** Counts of a query by speech, and the passages of some of the speeches that have it. */
async function ask(page: Page, query: string, most: number): Promise<{ counts: [number, number, number][]; passages: Map<number, string[]> }> {
  const { counts, read } = await page.evaluate(
    async ({ query, most }) => {
      const { ask } = window as unknown as { ask(method: string, ...words: unknown[]): Promise<unknown> };
      const slogan = { text: query, strict: false };
      const { tallies } = (await ask('search', [slogan], {})) as Answer;
      const counts = tallies[0]!.counts.filter(({ occurrences }) => occurrences > 0);
      const step = Math.max(1, counts.length / most);
      const chosen = Array.from({ length: Math.min(most, counts.length) }, (_, i) => counts[Math.floor(i * step)]!.speech);
      const lines = (await ask('linesOf', slogan, chosen, false)) as SpeechLines[];
      return {
        counts: counts.map(({ speech, occurrences, passages }): [number, number, number] => [speech, occurrences, passages]),
        read: lines.map(({ speech, id, lines }): [number, string, string[]] => [speech, id, lines.filter(({ inHead }) => !inHead).map(({ unit }) => unit)]),
      };
    },
    { query, most },
  );
  return { counts, passages: new Map(read.map(([speech, id, units]) => [speech, [...new Set(units)].map((unit) => passageId(id, unit))])) };
}

/** True when the page gives exactly what a scan finds. */
async function agrees(page: Page, query: string, most: number): Promise<boolean> {
  const scanned = [...reference.scan(query)].sort(([a], [b]) => a - b);
  const { counts, passages } = await ask(page, query, most);
  return (
    counts.length === scanned.length &&
    counts.every(([speech, occurrences, number], i) => speech === scanned[i]![0] && occurrences === scanned[i]![1].occurrences && number === scanned[i]![1].passages.length) &&
    scanned.every(([speech, found]) => !passages.has(speech) || passages.get(speech)!.join() === found.passages.join())
  );
}

describe(`seed ${request.seed}: ${count} generated speeches, in the browser`, () => {
  const usable = (query: string) => query.trim() === query && query !== '' && !/[\0\ud800-\udfff]/.test(query);

  test('quoted slogans, 2,000 substrings, every character and 500 near-misses agree with a plain scan', async () => {
    const page = await openWorker();
    const random = randomFrom(request.seed);
    const clauses = seedClauses();
    const characters = [...new Set([...corpus(request)].flatMap(({ passages }) => passages.flatMap(({ text }) => [...text])))].filter(usable);
    const slogans = [...new Set(clauses.flatMap((clause) => [...clause.matchAll(/“([^”]+)”/g)].map(([, words]) => words!)))];
    const many = (number: number, make: () => string) => {
      const made: string[] = [];
      while (made.length < number) {
        const query = make();
        if (usable(query)) made.push(query);
      }
      return made;
    };
    const substring = () => reference.piece(random, 1 + Math.floor(random() * 30));
    const nearMiss = () => {
      const from = substring();
      const at = Math.floor(random() * from.length);
      const changed = from.slice(0, at) + characters[Math.floor(random() * characters.length)]! + from.slice(at + 1);
      return from.length > 1 && reference.scan(changed).size === 0 ? changed : '';
    };
    const wrong: string[] = [];
    for (const [kind, queries, most] of [
      ['quoted slogans', slogans, mostRead.other],
      ['substrings', many(2000, substring), mostRead.other],
      ['characters', characters, mostRead.common],
      ['near-misses', many(500, nearMiss), mostRead.other],
    ] as const) {
      const before = wrong.length;
      for (const query of queries) if (!(await agrees(page, query, most))) wrong.push(query);
      console.log(`${kind}: ${queries.length} asked, ${wrong.length - before} wrong`);
    }
    expect(wrong).toEqual([]);
  });

  test('the results page shows the counts and the first ten speeches', async () => {
    const page = await visit('/about/');
    await page.goto(`${server.origin}/search/`);
    const random = randomFrom(request.seed + 1);
    for (let i = 0; i < 60; i++) {
      const query = reference.piece(random, 1 + (i % 12)).trim();
      if (!usable(query)) continue;
      const scanned = [...reference.scan(query)].sort(([a], [b]) => a - b).map(([, found]) => found);
      await page.locator('#q1').fill(query);
      await page.keyboard.press('Enter');
      await page.waitForFunction((text) => document.querySelector('.sought')?.textContent === text && document.querySelector('[data-search-state="done"]'), query);
      const shown = await page.evaluate(() => ({
        occurrences: Number(document.querySelector('[data-exact-count]')!.textContent),
        passages: Number(document.querySelector('[data-passage-count]')!.textContent),
        speeches: Number(document.querySelector('[data-speech-count]')!.textContent),
        groups: document.querySelectorAll('[data-results="exact"] > div > .group').length,
      }));
      const sum = (of: (found: (typeof scanned)[number]) => number) => scanned.reduce((total, found) => total + of(found), 0);
      expect({ query, ...shown }).toEqual({
        query,
        occurrences: sum(({ occurrences }) => occurrences),
        passages: sum(({ passages }) => passages.length),
        speeches: scanned.length,
        groups: Math.min(10, scanned.length),
      });
    }
  });

  test('with one block damaged, the same comparison fails', async () => {
    const page = await openWorker();
    const query = seedClauses()[0]!;
    expect(await agrees(page, query, 10)).toBe(true);
    const damaged = await openWorker();
    await damaged.context().route('**/right/**', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length >> 1]! ^= 1;
      await route.fulfill({ response, body });
    });
    await expect(agrees(damaged, query, 10)).rejects.toThrow('IndexError');
  });
});
