import { expect, test } from 'vitest';
import { inState, states, violationsInResults } from '../support/results-states.ts';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();

// All states in every look are in tests/prove; here the looks take turns.
const looks = [
  { width: 'wide', scheme: 'light', locale: 'zh-CN' },
  { width: 'phone', scheme: 'dark', locale: 'en-US' },
] as const;
test.each(looks.map((look, i) => ({ ...look, names: states.map(([name]) => name).filter((_, n) => n % looks.length === i) })))(
  'axe finds nothing in states of the results page: $width, $scheme, $locale',
  async ({ names, ...look }) => {
    expect(await violationsInResults(visit, look, names)).toEqual([]);
  },
);

test('what is found is said to screen readers, in a live region that stands on the page from the beginning', async () => {
  const page = await visit('/search/', { locale: 'en-US' });
  const status = page.locator('[data-search-status]');
  expect(await status.evaluate(({ role, ariaLive }) => [role, ariaLive])).toEqual(['status', 'polite']);
  expect(await status.innerText()).toBe('');
  const said = async (slogan: string, state: string) => {
    await page.locator('#q1').fill(slogan);
    await page.keyboard.press('Enter');
    await inState(state)(page);
    return status.innerText();
  };
  expect(await said('两个维护', 'done')).toBe('3 hits in 2 passages of 2 speeches');
  expect(await said('两个维持', 'done')).toBe('Nothing found');
  expect(await said('兩個維護', 'done')).toBe('Nothing found as typed; in simplified characters, 3 hits in 2 passages of 2 speeches');
  await page.route('**/concordance/**', (route) => route.abort());
  expect(await said('高质量发展', 'error')).toContain('did not finish');
});
