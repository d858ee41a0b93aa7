import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();
const done = (page: Page) => page.locator('[data-search-state="done"]').waitFor();

describe('the results page', () => {
  test('finds a Chinese formula: its entry first, passages with their own permalinks', async () => {
    const page = await visit('/search/?q=两个维护');
    await done(page);
    expect(await page.locator('.hit a').first().getAttribute('href')).toBe('/glossary/liang-ge-wei-hu/');
    const passages = await page.locator('.excerpts a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(passages).toContain('/speeches/ziyang-study-session/#p3');
    await page.locator('.excerpts a[href="/speeches/ziyang-study-session/#p3"]').click();
    await page.waitForURL('**/speeches/ziyang-study-session/#p3');
    expect(await page.locator('#p3:target').count()).toBe(1);
  });

  test('finds an entry by its English gloss and by pinyin', async () => {
    const page = await visit('/search/?q=middle-income trap', { locale: 'en-US' });
    await done(page);
    expect(await page.locator('.term-hit a').first().getAttribute('href')).toBe('/glossary/zhong-deng-shou-ru-xian-jing/');
    await page.locator('input[name="q"]').first().fill('lianggeweihu');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.hit a').first().getAttribute('href')).toBe('/glossary/liang-ge-wei-hu/');
    expect(new URL(page.url()).searchParams.get('q')).toBe('lianggeweihu');
  });

  test('finds a title', async () => {
    const page = await visit('/search/?q=锚定发展目标');
    await done(page);
    const found = await page.locator('.speech-name a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(found).toContain('/speeches/district-plenum/');
  });

  test('filters by kind and by speech; the state is in the address and comes back with Back', async () => {
    const page = await visit('/search/?q=高质量发展');
    await done(page);
    await page.locator('input[name="kind"][value="term"]').check();
    await expect.poll(() => page.locator('.speech-hit').count()).toBe(0);
    expect(await page.locator('.term-hit').count()).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get('kind')).toBe('term');
    await page.locator('input[name="kind"][value=""]').check();
    await page.locator('[data-speech-filter]').selectOption('ziyang-study-session');
    await expect.poll(() => page.locator('.hit').count()).toBe(1);
    expect(await page.locator('.speech-name a').getAttribute('href')).toBe('/speeches/ziyang-study-session/');
    await page.goBack();
    await page.goBack();
    await expect.poll(() => page.locator('input[name="kind"][value="term"]').isChecked()).toBe(true);
    await page.reload();
    await done(page);
    expect(await page.locator('.speech-hit').count()).toBe(0);
    expect(await page.locator('input[name="q"]').first().inputValue()).toBe('高质量发展');
  });

  test('says so when nothing is found', async () => {
    const page = await visit(`/search/?q=${encodeURIComponent('☃☃')}`, { locale: 'en-US' });
    await done(page);
    expect(await page.locator('[data-search-status]').innerText()).toBe('Nothing found for “☃☃”');
  });

  test('takes what was typed as text, never as markup', async () => {
    const typed = '<img src=x onerror=alert(1)>';
    const page = await visit(`/search/?q=${encodeURIComponent(typed)}`);
    await done(page);
    expect(await page.locator('#q').inputValue()).toBe(typed);
    expect(await page.locator('main img').count()).toBe(0);
  });

  test('a failing index is an error with a way to try again, never “nothing found”', async () => {
    const page = await visit('/search/');
    let broken = true;
    await page.route('**/pagefind/**', (route) => (broken ? route.fulfill({ status: 503 }) : route.continue()));
    await page.locator('#q').fill('高质量发展');
    await page.keyboard.press('Enter');
    await page.locator('[data-search-state="error"]').waitFor();
    expect(await page.locator('[data-search-status]').innerText()).toContain('索引未能载入');
    broken = false;
    await page.reload();
    await done(page);
    expect(await page.locator('.hit').count()).toBeGreaterThan(0);
  });
});

describe('quick search', () => {
  test.each(['/', 'Control+k'])('opens with %s, shows results as one types, arrows move, Enter goes', async (key) => {
    const page = await visit('/about/');
    await page.keyboard.press(key);
    const dialog = page.locator('#quick');
    expect(await dialog.isVisible()).toBe(true);
    await page.keyboard.type('两个维护');
    await dialog.locator('.hit').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus').getAttribute('href')).toBe('/glossary/liang-ge-wei-hu/');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/glossary/liang-ge-wei-hu/');
  });

  test('Enter in the field leads to the results page; Esc closes', async () => {
    const page = await visit('/');
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    expect(await page.locator('#quick').isVisible()).toBe(false);
    await page.keyboard.press('/');
    await page.keyboard.type('capacity');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=capacity');
  });
});
