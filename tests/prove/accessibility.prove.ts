import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { allLooks, violationsIn } from '../support/axe.ts';
import { launch } from '../support/browser.ts';
import { violationsInResults } from '../support/results-states.ts';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();
let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('browser'));
});
afterAll(() => browser.close());

test.each(allLooks)('axe finds nothing on any kind of page: $width, $scheme, $locale', async (look) => {
  expect(await violationsIn(browser, inject('site'), look)).toEqual([]);
});

test.each(allLooks)('axe finds nothing in any state of the results page: $width, $scheme, $locale', async (look) => {
  expect(await violationsInResults(visit, look)).toEqual([]);
});
