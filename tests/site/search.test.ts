import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();
const done = (page: Page) => page.locator('[data-search-state="done"]').waitFor();
const related = (page: Page) => page.locator('[data-search-related][data-state="done"]').waitFor();
const exact = (page: Page) => page.locator('[data-results="exact"]').first();
const passagesOf = (page: Page) =>
  exact(page)
    .locator('[data-passage]')
    .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-passage')!))]);

describe('exact results', () => {
  test('every hit of a slogan, counted, grouped by speech, with its permalink', async () => {
    const page = await visit('/search/?q=两个维护');
    await done(page);
    expect(await page.locator('[data-exact-count]').innerText()).toBe('3');
    expect(await page.locator('[data-passage-count]').innerText()).toBe('2');
    expect(await passagesOf(page)).toEqual(['district-plenum#p26', 'ziyang-study-session#p3']);
    expect(await exact(page).locator('mark').allInnerTexts()).toEqual(['两个维护', '两个维护', '两个维护']);
  });

  test('a hit leads to its passage and is marked there', async () => {
    const page = await visit('/search/?q=两个维护');
    await done(page);
    await exact(page).locator('a.loc[href*="ziyang"]').first().press('Enter');
    await page.waitForURL('**/speeches/ziyang-study-session/**');
    expect(new URL(page.url()).hash).toBe('#p3');
    expect(await page.evaluate(() => [...(CSS.highlights.get('tifa-hit') ?? [])].map((range) => range.toString()))).toEqual(['两个维护', '两个维护']);
  });

  test('nothing is found, and only nothing, when the words do not stand so', async () => {
    const page = await visit('/search/?q=两个维持');
    await done(page);
    expect(await page.locator('[data-exact-count]').innerText()).toBe('0');
    expect(await page.locator('[data-results="without"] li').count()).toBe(2);
    await page.locator('[data-help="nearest"]').getByText('两个维', { exact: true }).waitFor();
  });

  test('the glossary entry stands on top, the speeches without it below', async () => {
    const page = await visit('/search/?q=三大攻坚战', { locale: 'en-US' });
    await done(page);
    await page.locator('.entry').waitFor();
    expect(await page.locator('.entry .word').getAttribute('href')).toBe('/glossary/san-da-gong-jian-zhan/');
    await page.locator('[data-results="without"] li').first().waitFor();
    expect(await page.locator('[data-results="without"]').innerText()).toContain('1 of 2');
  });

  test('hits in titles and heads are a group of their own, not counted above', async () => {
    const page = await visit('/search/?q=克难攻坚');
    await done(page);
    const count = Number(await page.locator('[data-exact-count]').innerText());
    expect(await exact(page).locator(':scope > div [data-passage]').count()).toBe(count);
    expect(await page.locator('[data-results="heads"] [data-passage]').evaluateAll((all) => all.map((one) => one.getAttribute('data-passage')))).toEqual(['district-plenum#t1']);
  });

  test('occurrences with other punctuation are counted apart', async () => {
    const page = await visit('/search/?q=稳中求进工作总基调');
    await done(page);
    expect(await page.locator('[data-exact-count]').innerText()).toBe('2');
    const loose = page.locator('[data-results="ignoring-punctuation"]');
    await loose.waitFor();
    expect(await loose.locator('mark').allInnerTexts()).toEqual(['稳中求进”工作总基调']);
  });

  test('orders by right and by left context list every hit once', async () => {
    const page = await visit('/search/?q=发展');
    await done(page);
    const count = Number(await page.locator('[data-exact-count]').innerText());
    for (const order of ['right', 'left']) {
      await page.locator(`input[name="order"][value="${order}"]`).check();
      await done(page);
      await expect.poll(() => exact(page).locator(':scope > div.group [data-passage]').count()).toBe(count);
      expect(new URL(page.url()).searchParams.get('order')).toBe(order);
    }
  });

  test('several slogans: a table, one section each, and passages that have them all', async () => {
    const page = await visit('/search/?q=高质量发展&q=担当', { locale: 'en-US' });
    await done(page);
    expect(await page.locator('.comparison tbody tr').count()).toBe(2);
    expect(await page.locator('[data-results="exact"]').count()).toBe(2);
    await page.locator('input[name="together"]').check();
    await page.locator('[data-results="together"]').waitFor();
    const found = await page.locator('[data-results="together"] [data-passage]').evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-passage')))]);
    for (const passage of found) expect(passage).toMatch(/#p\d+$/);
    expect(found.length).toBeGreaterThan(0);
  });

  test('all hits are saved with their permalinks, as Markdown, CSV and JSON', async () => {
    const page = await visit('/search/?q=两个维护');
    await done(page);
    const saved = async (format: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.export').getByRole('button', { name: format }).click()]);
      return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')] as const;
    };
    const permalinks = ['district-plenum/#p26', 'ziyang-study-session/#p3', 'ziyang-study-session/#p3'].map((end) => `${new URL(page.url()).origin}/speeches/${end}`);
    const [markdownName, markdown] = await saved('Markdown');
    expect([markdownName, [...markdown.matchAll(/\*\*两个维护\*\*.*\]\((.*)\)\)$/gm)].map(([, link]) => link)]).toEqual(['两个维护.md', permalinks]);
    const [csvName, csv] = await saved('CSV');
    expect([csvName, csv.trimEnd().split('\r\n').length, permalinks.every((link) => csv.includes(link))]).toEqual(['两个维护.csv', 4, true]);
    const [jsonName, json] = await saved('JSON');
    expect([jsonName, JSON.parse(json)]).toEqual(['两个维护.json', expect.objectContaining({ slogan: '两个维护', occurrences: 3, passages: 2, speeches: 2, speechesLeftOut: 0 })]);
    expect((JSON.parse(json) as { hits: { permalink: string; hit: string }[] }).hits.map(({ permalink, hit }) => [permalink, hit])).toEqual(
      permalinks.map((link) => [link, '两个维护']),
    );
  });

  test('facets narrow the speeches; the state is in the address and comes back with Back', async () => {
    const page = await visit('/search/?q=高质量发展');
    await done(page);
    const whole = await page.locator('[data-exact-count]').innerText();
    await page.locator('input[name="year"][value="2022"]').check();
    await expect.poll(() => page.locator('[data-exact-count]').innerText()).toBe('6');
    expect(new URL(page.url()).searchParams.get('year')).toBe('2022');
    await page.goBack();
    await expect.poll(() => page.locator('[data-exact-count]').innerText()).toBe(whole);
  });

  test('full or half width, any quotation marks, surrounding blanks; strict compares character for character', async () => {
    const page = await visit(`/search/?q=${encodeURIComponent('  「两个维护」  ')}`);
    await done(page);
    expect(await page.locator('[data-exact-count]').innerText()).toBe('3');
    await page.locator('input[name="strict"]').check();
    await expect.poll(() => page.locator('[data-exact-count]').innerText()).toBe('0');
  });

  test('a failing index is an error with a way to try again, never a count', async () => {
    const page = await visit('/about/');
    let broken = true;
    await page.route('**/concordance/**', (route) => (broken ? route.fulfill({ status: 503 }) : route.continue()));
    await page.goto(new URL('/search/?q=高质量发展', page.url()).href);
    await page.locator('[data-search-state="error"]').waitFor();
    expect(await page.locator('[data-exact-count]').count()).toBe(0);
    broken = false;
    await page.getByRole('button', { name: '再试一次' }).click();
    await done(page);
    expect(await page.locator('[data-exact-count]').innerText()).toBe('59');
  });

  test('takes what was typed as text, never as markup', async () => {
    const typed = '<img src=x onerror=alert(1)>';
    const page = await visit(`/search/?q=${encodeURIComponent(typed)}`);
    await done(page);
    expect(await page.locator('#q1').inputValue()).toBe(typed);
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.locator('.sought').innerText()).toBe(typed);
  });
});

describe('input as people type it', () => {
  test('pinyin, initials and English choose an entry by arrows and Enter', async () => {
    const page = await visit('/search/');
    for (const typed of ['liang ge wei hu', 'lianggeweihu', 'lgwh', 'two upholds']) {
      await page.locator('#q1').fill('');
      await page.locator('#q1').pressSequentially(typed);
      await page.locator('#suggestions [role="option"]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('#q1').getAttribute('aria-activedescendant')).toBe('suggestion-0');
      await page.keyboard.press('Enter');
      await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('两个维护');
      await done(page);
      expect(await page.locator('[data-exact-count]').innerText()).toBe('3');
    }
  });

  test('traditional characters that are not found are looked for in simplified ones, in a group of their own', async () => {
    const page = await visit('/search/?q=兩個維護');
    await done(page);
    expect(await page.locator('[data-exact-count]').innerText()).toBe('0');
    const group = page.locator('[data-results="simplified"]');
    expect(await group.locator('mark').allInnerTexts()).toEqual(['两个维护', '两个维护', '两个维护']);
    await group.locator('h2 a').click();
    await done(page);
    expect(await page.locator('[data-exact-count]').innerText()).toBe('3');
  });

  test('a slogan that is slightly wrong brings up the entry that is like it', async () => {
    const page = await visit('/search/?q=两个维持');
    await done(page);
    expect(await page.locator('[data-help="entries"] a').allInnerTexts()).toContain('两个维护');
  });
});

describe('related results (words)', () => {
  test('finds an entry by its English gloss, by pinyin, and a speech by its title', async () => {
    const page = await visit('/search/?q=middle-income trap', { locale: 'en-US' });
    await related(page);
    expect(await page.locator('.term-hit a').first().getAttribute('href')).toBe('/glossary/zhong-deng-shou-ru-xian-jing/');
    await page.goto(new URL('/search/?q=锚定发展目标', page.url()).href);
    await related(page);
    expect(await page.locator('.speech-name a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toContain('/speeches/district-plenum/');
  });

  test('passages are results of their own, with permalinks; filters by glossary and by speech', async () => {
    const page = await visit('/search/?q=高质量发展');
    await related(page);
    await page.locator('input[name="in"][value="ziyang-study-session"]').check();
    await related(page);
    await expect.poll(() => page.locator('.related .hit').count()).toBe(1);
    const passages = await page.locator('.excerpts a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    expect(passages.some((href) => /^\/speeches\/ziyang-study-session\/#p\d+$/.test(href))).toBe(true);
    await page.locator('input[name="in"][value="term"]').check();
    await related(page);
    await expect.poll(() => page.locator('.related .speech-hit').count()).toBe(0);
    expect(await page.locator('.term-hit').count()).toBeGreaterThan(0);
  });

  test('filters by kind of document', async () => {
    const page = await visit('/search/?q=高质量发展&kind=study-session-remarks');
    await related(page);
    expect(await page.locator('.related .speech-name a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['/speeches/ziyang-study-session/']);
  });

  test('a failing word index says so, and leaves the exact results standing', async () => {
    const page = await visit('/about/');
    await page.route('**/pagefind/**', (route) => route.fulfill({ status: 503 }));
    await page.goto(new URL('/search/?q=高质量发展', page.url()).href);
    await page.locator('[data-search-related][data-state="error"]').waitFor();
    expect(await page.locator('[data-exact-count]').innerText()).toBe('59');
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
