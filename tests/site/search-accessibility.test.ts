import { expect, test } from 'vitest';
import { inState, violationsInResults } from '../support/results-states.ts';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();

// Every way to look at it is in tests/prove.
test.each([
  { width: 'wide', scheme: 'light', locale: 'zh-CN' },
  { width: 'phone', scheme: 'dark', locale: 'en-US' },
] as const)('axe finds nothing in any state of the results page: $width, $scheme, $locale', async (look) => {
  expect(await violationsInResults(visit, look)).toEqual([]);
});

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
