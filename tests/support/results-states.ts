import type { Page } from 'playwright-core';
import { type Look, violationsOf } from './axe.ts';
import type { Visit } from './session.ts';

const search = (...slogans: string[]) => `/search/?${new URLSearchParams(slogans.map((slogan) => ['q', slogan]))}`;

/** Waits until the results page is in a state. */
export const inState = (state: string) => (page: Page) => page.locator(`[data-search-state="${state}"]`).waitFor();

/** What the results page can show: how one gets there. */
export const states: [string, string, (page: Page) => Promise<void>][] = [
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

/** What axe finds in the results of the page in each of its states, looked at in one way; one line a rule. */
export async function violationsInResults(
  visit: (path: string, visit: Visit) => Promise<Page>,
  { width, scheme, locale }: Look,
  names: readonly string[] = states.map(([name]) => name),
): Promise<string[]> {
  const found: string[] = [];
  const page = await visit('/search/', { width, colorScheme: scheme, locale, bypassCSP: true });
  for (const [state, path, reach] of states.filter(([name]) => names.includes(name))) {
    await page.unrouteAll();
    await page.goto(new URL(path, page.url()).href);
    await reach(page);
    found.push(...(await violationsOf(page, '[data-search-page]')).map((violation) => `${state}: ${violation}`));
  }
  return found;
}
