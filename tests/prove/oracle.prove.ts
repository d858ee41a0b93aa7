import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { ask, queriesFor, randomFrom, readPassages, scan } from '../support/oracle.ts';
import { proofSeeds } from '../support/seeds.ts';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();
const speeches = readdirSync(join(inject('folder'), 'api/speeches')).map((name) => name.replace('.json', ''));

describe.each(proofSeeds(1))('seed %i', (seed) => {
  test('the results page agrees with a plain scan: quoted slogans, 2,000 substrings, every character, 500 near-misses', async () => {
    const page = await visit('/search/');
    const passages = await readPassages(page, speeches);
    const queries = queriesFor(passages, randomFrom(seed), { substrings: 2000, nearMisses: 500, characters: 10_000 });
    const wrong: string[] = [];
    for (const query of queries) {
      const expected = scan(passages, query);
      const shown = await ask(page, query);
      const same = shown.occurrences === expected.occurrences && shown.passages.length === expected.passages.length && shown.passages.every((id) => expected.passages.includes(id));
      if (!same) wrong.push(query);
    }
    console.log(`${queries.length} queries, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });

  test('with one block damaged, the same comparison fails', async () => {
    const page = await visit('/about/');
    const passages = await readPassages(page, speeches);
    const [query] = queriesFor(passages, randomFrom(seed), { substrings: 0, nearMisses: 0, characters: 0 });
    let block: string | undefined;
    await page.route('**/right/block-*', async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      block ??= route.request().url();
      if (route.request().url() === block) body[body.length >> 1]! ^= 1;
      await route.fulfill({ response, body });
    });
    await page.goto(new URL('/search/', page.url()).href);
    await expect(ask(page, query!)).rejects.toThrow(`the page reports an error for “${query}”`);
  });
});
