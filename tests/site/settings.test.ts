import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serveSite } from '../../src/cli/serve-site.ts';
import { launch } from '../support/browser.ts';
import { type Listening, listen } from '../support/listen.ts';
import { scratchProject } from '../support/scratch.ts';

const project = scratchProject();
let server: Listening;
let browser: Browser;
let site: string;
beforeAll(async () => {
  const { status, output } = project.build({ SITE: 'https://example.org', BASE: '/tifa/' });
  if (status !== 0) throw new Error(output);
  server = await listen(serveSite(join(project.root, 'dist'), '/tifa/'));
  site = server.origin;
  browser = await launch(inject('browser'));
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  project.remove();
});

test('SITE and BASE: canonical links carry the public address', () => {
  const html = readFileSync(join(project.root, 'dist/speeches/district-plenum/index.html'), 'utf8');
  const address = 'https://example.org/tifa/speeches/district-plenum/';
  expect(html).toContain(`<link rel="canonical" href="${address}"`);
  for (const tag of ['<meta name="citation_public_url" content=', '<meta name="DC.identifier" content=', '<link rel="cite-as" href=']) expect(html).toContain(`${tag}"${address}"`);
  for (const ending of ['csl.json', 'ris', 'bib']) expect(readFileSync(join(project.root, `dist/speeches/district-plenum.${ending}`), 'utf8')).toContain(address);
});

test('the edition is that of the content: another build of the same, elsewhere and with other settings, has the same', () => {
  const edition = (folder: string) => (JSON.parse(readFileSync(join(folder, 'api/edition.json'), 'utf8')) as { edition: string }).edition;
  expect(edition(join(project.root, 'dist'))).toBe(edition(inject('folder')));
});

test('SITE: the cite menu gives the public address, wherever the page was read', async () => {
  const page = await (await browser.newContext({ locale: 'zh-CN', permissions: ['clipboard-read', 'clipboard-write'] })).newPage();
  await page.goto(`${site}/tifa/speeches/district-plenum/`);
  await page.locator('#p12 .pno').focus();
  await page.keyboard.press('c');
  await page.locator('#cite-menu .cite-text').first().waitFor();
  const receipt = await page.locator('#p12').getAttribute('data-receipt');
  expect(await page.locator('#cite-menu .cite-text').first().innerText()).toContain(`https://example.org/tifa/speeches/district-plenum/?h=${receipt}#p12.`);
});

test('SITE: the citation on the page of an entry gives the public address, wherever the page was read', async () => {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(`${site}/tifa/glossary/liang-ge-wei-hu/`);
  expect(await page.locator('.cite-entry .address:visible').textContent()).toBe('https://example.org/tifa/glossary/liang-ge-wei-hu/');
});

test('BASE: links, data and search work under the sub-path', async () => {
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  const failed: string[] = [];
  page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
  expect((await fetch(`${site}/`)).url).toBe(`${site}/tifa/`);
  await page.goto(`${site}/tifa/`);
  await page.locator('.works a').first().press('Enter');
  await page.waitForURL(`${site}/tifa/speeches/**`);
  await page.locator('#p2 a.term[href]').first().press('Enter');
  await page.waitForURL(`${site}/tifa/glossary/**`);
  await page.goto(`${site}/tifa/search/?q=两个维护`);
  await page.locator('[data-search-related][data-state="done"]').waitFor();
  const links = await page.locator('.hit a').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((link) => !link.startsWith('/tifa/'))).toEqual([]);
  await page.locator('.hit a').first().press('Enter');
  await page.waitForURL(`${site}/tifa/glossary/liang-ge-wei-hu/`);
  expect(failed).toEqual([]);
});
