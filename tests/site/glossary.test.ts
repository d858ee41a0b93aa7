import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { describe, expect, inject, test } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { widths } from '../support/pages.ts';
import { useBrowser } from '../support/session.ts';

const folder = inject('folder');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const { terms } = JSON.parse(read('api/glossary.json')) as { terms: { id: string; mentions: unknown[]; heads: unknown[] }[] };
const ids = terms.map(({ id }) => id);

describe('the exports of the glossary, as built', () => {
  test('the table has every entry in the order of the glossary, with its mentions, and no host while SITE is unset', () => {
    const rows = parse(read('glossary.csv'), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row['id'], Number(row['mentions']), Number(row['heads']), row['address']])).toEqual(
      terms.map(({ id, mentions, heads }) => [id, mentions.length, heads.length, `/glossary/${id}/`]),
    );
  });

  test('the termbase has every entry', () => {
    const document = new DOMParser({ onError: (level, message) => expect.unreachable(`${level}: ${message}`) }).parseFromString(read('glossary.tbx'), 'text/xml');
    expect([...document.getElementsByTagName('termEntry')].map((entry) => entry.getAttribute('id'))).toEqual(ids.map((id) => `tifa-${id}`));
  });

  test('the deck has a card for every entry', () => {
    const cards = read('glossary.anki.txt')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(cards.map((line) => line.split('\t')[0])).toEqual(ids.map((id) => `tifa-${id}`));
  });

  test('the bibliography has every source that an entry names', () => {
    const items = new Set((JSON.parse(read('bibliography.csl.json')) as { id: string }[]).map(({ id }) => id));
    const named = [...read('api/glossary.json').matchAll(/"source":"([^"]+)"/g)].map(([, id]) => id!);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((id) => !items.has(id))).toEqual([]);
  });
});

describe('the pages of the glossary', () => {
  const visit = useBrowser();

  // Every kind of page is looked at in accessibility.test.ts; here an entry with all three voices.
  test('an entry with three voices has no fault for axe', async () => {
    const page = await visit('/glossary/guo-zhi-da-zhe/', { locale: 'en-US', bypassCSP: true });
    expect(await violationsOf(page)).toEqual([]);
  });

  test('none is wider than a phone', async () => {
    for (const path of ['/families/', '/map/', '/bibliography/', '/glossary/guo-zhi-da-zhe/']) {
      const page = await visit(path, { width: 'phone', locale: 'en-US' });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(widths.phone.width);
    }
  });

  test('the picture of related terms is walked through by keyboard and shows where one is', async () => {
    const page = await visit('/glossary/san-da-gong-jian-zhan/');
    const first = page.locator('.arcs a').first();
    await first.focus();
    const stroke = (index: number) =>
      page
        .locator('.arcs .row')
        .nth(index)
        .locator('.arc')
        .first()
        .evaluate((arc) => getComputedStyle(arc).stroke);
    expect(await stroke(0)).not.toBe(await stroke(1));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.row') === document.querySelectorAll('.arcs .row')[1])).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/glossary\/(?!san-da-gong-jian-zhan)/);
  });

  test('members lead to their entries, the entry to its formula and group, and a source to the entries that rest on it', async () => {
    const page = await visit('/families/#san-da-gong-jian-zhan');
    await page.locator('#san-da-gong-jian-zhan .side a').click();
    expect(new URL(page.url()).pathname).toBe('/glossary/jing-zhun-tuo-pin/');
    await page.locator('.arcs a', { hasText: '三大攻坚战' }).click();
    expect(new URL(page.url()).pathname).toBe('/glossary/san-da-gong-jian-zhan/');
    await page.locator('a[href^="/bibliography/#"]').first().click();
    await page.locator('li:target .rests a', { hasText: '三大攻坚战' }).click();
    expect(new URL(page.url()).pathname).toBe('/glossary/san-da-gong-jian-zhan/');
    await page.locator('.glance a[href^="/map/#g-"]').click();
    await page.locator('.atlas :target').waitFor();
  });

  test('a line of the concordance leads to its sentence, and the citation of the entry has the address of this site', async () => {
    const page = await visit('/glossary/san-da-gong-jian-zhan/', { locale: 'zh-CN' });
    expect(await page.locator('.cite-entry .address:visible').textContent()).toBe(page.url());
    await page.locator('.kwic .loc').first().click();
    expect(page.url()).toMatch(/\/speeches\/district-plenum\/#p\d+s\d+$/);
    expect(await page.locator('.s:target').textContent()).toContain('三大攻坚战');
  });

  test('the three voices of an entry stand apart, each under its own sign', async () => {
    const page = await visit('/glossary/guo-zhi-da-zhe/');
    const voices = page.locator('.voice');
    expect(await voices.locator('.sign').allTextContents()).toEqual(['官', '学', '编']);
    expect(new Set(await voices.evaluateAll((all) => all.map((one) => getComputedStyle(one).borderBlockStartStyle))).size).toBe(3);
  });
});
