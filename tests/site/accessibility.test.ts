import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { allKinds, sharedLooks, violationsIn } from '../support/axe.ts';
import { launch } from '../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('browser'));
});
afterAll(() => browser.close());

// Every page in every look, and the longest page, are in tests/prove, for the sake of five minutes.
const looks = sharedLooks(allKinds.filter((kind) => kind !== 'longSpeech'));

test.each(looks)('axe finds nothing on a share of the pages: $width, $scheme, $locale', async ({ pages, ...look }) => {
  expect(await violationsIn(browser, inject('site'), look, pages)).toEqual([]);
});
