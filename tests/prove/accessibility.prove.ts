import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { allLooks, violationsIn } from '../support/axe.ts';
import { launch } from '../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('browser'));
});
afterAll(() => browser.close());

test.each(allLooks)('axe finds nothing on any kind of page: $width, $scheme, $locale', async (look) => {
  expect(await violationsIn(browser, inject('site'), look)).toEqual([]);
});
