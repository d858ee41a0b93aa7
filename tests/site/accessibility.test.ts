import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { allKinds, pairedLooks, violationsIn } from '../support/axe.ts';
import { launch } from '../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('browser'));
});
afterAll(() => browser.close());

// The other half of the ways to look at the site, and the longest page, are in tests/prove, for the sake of five minutes.
const kinds = allKinds.filter((kind) => kind !== 'longSpeech');

test.each(pairedLooks)('axe finds nothing on any kind of page: $width, $scheme, $locale', async (look) => {
  expect(await violationsIn(browser, inject('site'), look, kinds)).toEqual([]);
});
