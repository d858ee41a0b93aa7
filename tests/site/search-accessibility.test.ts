import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();
const search = (...slogans: string[]) => `/search/?${new URLSearchParams(slogans.map((slogan) => ['q', slogan]))}`;
const inState = (state: string) => (page: Page) => page.locator(`[data-search-state="${state}"]`).waitFor();

/** What the results page can show: how one gets there. */
const states: [string, string, (page: Page) => Promise<void>][] = [
  ['hits', search('两个维护'), inState('done')],
  ['hits by left context', `${search('两个维护')}&order=left`, inState('done')],
  ['no hits, and help', search('两个维持'), inState('done')],
  ['hits in simplified characters', search('兩個維護'), inState('done')],
  ['hits with other punctuation', search('稳中求进工作总基调'), inState('done')],
  ['a comparison', search('高质量发展', '担当'), inState('done')],
  ['passages with both', `${search('高质量发展', '担当')}&together=1`, inState('done')],
  [
    'an error',
    search('两个维护'),
    async (page) => {
      await page.route('**/concordance/**', (route) => route.fulfill({ status: 503 }));
      await page.reload();
      await inState('error')(page);
    },
  ],
  [
    'suggestions',
    '/search/',
    async (page) => {
      await page.locator('#q1').pressSequentially('lianggeweihu');
      await page.locator('#suggestions [role="option"]').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  ],
];

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  test.each(['wide', 'phone'] as const)('in any state of the results page, %s', async (width) => {
    const found: string[] = [];
    const page = await visit('/search/', { width, colorScheme, locale: width === 'wide' ? 'zh-CN' : 'en-US', bypassCSP: true });
    for (const [state, path, reach] of states) {
      await page.unrouteAll();
      await page.goto(new URL(path, page.url()).href);
      await reach(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(...violations.map(({ id, nodes }) => `${state}: ${id} (${nodes.length}) ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary?.split('\n')[1]?.trim()}`));
    }
    expect(found).toEqual([]);
  });
});

describe('what is found is said to screen readers', () => {
  const said = (page: Page) => page.locator('[data-search-status]').innerText();

  test('in a live region that stands on the page from the beginning', async () => {
    const page = await visit('/search/', { locale: 'en-US' });
    expect(await page.locator('[data-search-status]').evaluate((status) => [status.role, status.ariaLive])).toEqual(['status', 'polite']);
    expect(await said(page)).toBe('');
    const ask = async (slogan: string, state: string) => {
      await page.locator('#q1').fill(slogan);
      await page.keyboard.press('Enter');
      await inState(state)(page);
      return said(page);
    };
    expect(await ask('两个维护', 'done')).toBe('3 hits in 2 passages of 2 speeches');
    await expect.poll(() => ask('两个维持', 'done')).toBe('Nothing found');
    expect(await ask('兩個維護', 'done')).toBe('Nothing found as typed; in simplified characters, 3 hits in 2 passages of 2 speeches');
    await page.route('**/concordance/**', (route) => route.abort());
    expect(await ask('高质量发展', 'error')).toContain('did not finish');
  });
});
