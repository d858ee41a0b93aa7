import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();
const done = (page: Page) => page.locator('[data-search-state="done"]').waitFor();

/** Presses Tab until the focus is on what matches, and returns how often that was. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<number> {
  for (let presses = 1; presses <= 120; presses++) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return presses;
  }
  throw new Error(`${selector} is not reached by ${key}`);
}

/** True when a reader sees where the focus is. */
const focusIsSeen = (page: Page) =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  });

describe('by keyboard alone', () => {
  test('a slogan is typed, its hits are listed, and one is followed', async () => {
    const page = await visit('/search/');
    await tabTo(page, '#q1');
    expect(await focusIsSeen(page)).toBe(true);
    await page.keyboard.type('两个维护');
    await page.keyboard.press('Enter');
    await done(page);
    expect(await page.locator('[role="status"][data-search-status]').innerText()).toBe('3 处，见 2 段、2 篇');
    await tabTo(page, 'a.loc');
    expect(await focusIsSeen(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/speeches/district-plenum/?mark=*#p26');
  });

  test('suggestions are walked through with arrows, left with Escape, taken with Enter', async () => {
    const page = await visit('/search/');
    const chosen = () => page.locator('#q1').getAttribute('aria-activedescendant');
    await tabTo(page, '#q1');
    await page.keyboard.type('lgwh');
    await page.locator('#suggestions [role="option"]').first().waitFor();
    expect(await page.locator('#q1').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowUp');
    const last = (await page.locator('#suggestions [role="option"]').count()) - 1;
    expect(await chosen()).toBe(`suggestion-${last}`);
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBeNull();
    await page.keyboard.press('Escape');
    expect([await page.locator('#suggestions').isVisible(), await page.locator('#q1').inputValue()]).toEqual([false, 'lgwh']);
    await page.keyboard.press('ArrowDown');
    await page.locator('#suggestions [role="option"]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe('suggestion-0');
    expect(await page.locator('#suggestion-0').getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await done(page);
    expect(new URL(page.url()).searchParams.get('q')).toBe('两个维护');
  });

  test('a second slogan is added, compared, put together with the first, and removed', async () => {
    const page = await visit('/search/?q=高质量发展');
    await done(page);
    await tabTo(page, '#q1');
    await tabTo(page, '[data-add-field]');
    await page.keyboard.press('Enter');
    await page.keyboard.type('担当');
    await page.keyboard.press('Enter');
    await done(page);
    expect(await page.locator('.comparison tbody tr').count()).toBe(2);
    await tabTo(page, 'input[name="together"]');
    await page.keyboard.press('Space');
    await page.locator('[data-results="together"] a.loc').first().waitFor();
    await tabTo(page, '[data-remove]', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.getAll('q')).toEqual(['高质量发展']);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q1');
  });

  test('order, strictness and facets are chosen', async () => {
    const page = await visit('/search/?q=高质量发展');
    await done(page);
    const state = () => Object.fromEntries([...new URL(page.url()).searchParams].filter(([name]) => name !== 'q'));
    await tabTo(page, 'input[name="order"]');
    await page.keyboard.press('ArrowRight');
    await expect.poll(state).toEqual({ order: 'right' });
    await tabTo(page, 'input[name="strict"]');
    await page.keyboard.press('Space');
    await expect.poll(state).toEqual({ order: 'right', strict: '1' });
    await tabTo(page, 'input[name="year"]');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => Object.keys(state())).toContain('year');
    await done(page);
  });

  test('hits are copied, and a failure is tried again', async () => {
    const page = await visit('/search/?q=两个维护');
    await done(page);
    await tabTo(page, '.export button');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('**两个维护**');
    await page.context().setOffline(true);
    await tabTo(page, '#q1', 'Shift+Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('高质量发展');
    await page.keyboard.press('Enter');
    await page.locator('[data-search-state="error"]').waitFor();
    await page.context().setOffline(false);
    await tabTo(page, '.warning button');
    await page.keyboard.press('Enter');
    await done(page);
    expect(await page.locator('[data-exact-count]').innerText()).toBe('59');
  });
});
