import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { ask, queriesFor, randomFrom, readPassages, scan } from '../support/oracle.ts';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();
const speeches = readdirSync(join(inject('folder'), 'api/speeches')).map((name) => name.replace('.json', ''));

test('the results page agrees with a plain scan of the built pages: every quoted slogan and 120 other queries', async () => {
  const page = await visit('/search/');
  const passages = await readPassages(page, speeches);
  expect(passages.size).toBe(39);
  for (const query of queriesFor(passages, randomFrom(20261121), { substrings: 60, nearMisses: 30, characters: 30 })) {
    const expected = scan(passages, query);
    const shown = await ask(page, query);
    expect({ query, occurrences: shown.occurrences, passages: shown.passages.sort() }).toEqual({ query, occurrences: expected.occurrences, passages: expected.passages.sort() });
    expect(shown.listed.length, query).toBe(expected.occurrences);
  }
});

test('a damaged block is an error on the page, never fewer hits', async () => {
  const page = await visit('/about/');
  await page.route('**/concordance/**/*.bin', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    if (!route.request().url().endsWith('root.bin')) body[Math.floor(body.length / 2)]! ^= 1;
    await route.fulfill({ response, body });
  });
  await page.goto(new URL('/search/?q=高质量发展', page.url()).href);
  await page.locator('[data-search-state="error"]').waitFor();
  expect(await page.locator('[data-exact-count]').count()).toBe(0);
});
