import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { type BrowserPlace, launch } from './browser.ts';
import { widths } from './pages.ts';

/** How a reader comes: width of the window, language of the browser, and so on. */
export interface Visit extends BrowserContextOptions {
  width?: keyof typeof widths;
}

/** One browser for a test file; every visit is a fresh profile. */
export function useBrowser(find: () => BrowserPlace = () => inject('browser')): (path: string, visit?: Visit) => Promise<Page> {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launch(find());
  });
  afterAll(() => browser.close());
  return async (path, { width = 'wide', ...options } = {}) => {
    const context = await browser.newContext({
      viewport: widths[width],
      hasTouch: width === 'phone',
      locale: 'zh-CN',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(inject('site') + path);
    return page;
  };
}
