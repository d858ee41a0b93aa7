import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { pageKinds, widths } from '../support/pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch(inject('browser'));
});
afterAll(() => browser.close());

describe.each(Object.entries(widths))('axe at %s width', (_name, viewport) => {
  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each(['zh-CN', 'en-US'])('every kind of page in %s', async (locale) => {
      const context = await browser.newContext({ viewport, colorScheme, locale, hasTouch: viewport.width < 500, bypassCSP: true });
      const page = await context.newPage();
      const found: string[] = [];
      for (const [kind, path] of Object.entries(pageKinds)) {
        await page.goto(inject('site') + path);
        if (kind === 'results') await page.locator('[data-search-state="done"]').waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        found.push(...violations.map(({ id, nodes }) => `${kind}: ${id} (${nodes.length}) ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary?.split('\n')[1]?.trim()}`));
      }
      await context.close();
      expect(found).toEqual([]);
    });
  });
});
