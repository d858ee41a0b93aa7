import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { pageKinds, widths } from './pages.ts';

type PageKind = keyof typeof pageKinds;
export const allKinds = Object.keys(pageKinds) as PageKind[];

/** A way to look at the site. */
export interface Look {
  width: keyof typeof widths;
  scheme: 'light' | 'dark';
  locale: 'zh-CN' | 'en-US';
}

/** Every way to look at the site. */
export const allLooks: readonly Look[] = (Object.keys(widths) as Look['width'][]).flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) => (['zh-CN', 'en-US'] as const).map((locale) => ({ width, scheme, locale }))),
);

/**
 * The looks in turn, each with its share of some pages: every page has two looks, which differ in width, in scheme and in
 * language; so a page is seen in each of these, with a quarter of the work.
 */
export function sharedLooks(pages: readonly PageKind[]): (Look & { pages: PageKind[] })[] {
  const turns = allLooks.length / 2;
  return allLooks.map((look, i) => ({ ...look, pages: pages.filter((_, n) => n % turns === Math.min(i, allLooks.length - 1 - i)) }));
}

/** What axe finds on a page, or in a part of it; one line a rule. Its policy has to be passed over (`bypassCSP`). */
export async function violationsOf(page: Page, part?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}) ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary?.split('\n')[1]?.trim()}`);
}

/** What axe finds on pages of the site at an address, looked at in one way; one line a rule. */
export async function violationsIn(browser: Browser, site: string, { width, scheme, locale }: Look, pages: readonly PageKind[] = allKinds): Promise<string[]> {
  const viewport = widths[width];
  const context = await browser.newContext({ viewport, colorScheme: scheme, locale, hasTouch: viewport.width < 500, bypassCSP: true });
  const page = await context.newPage();
  const found: string[] = [];
  for (const kind of pages) {
    await page.goto(site + pageKinds[kind]);
    if (kind === 'results') await page.locator('[data-search-state="done"]').waitFor();
    found.push(...(await violationsOf(page)).map((violation) => `${kind}: ${violation}`));
  }
  await context.close();
  return found;
}
