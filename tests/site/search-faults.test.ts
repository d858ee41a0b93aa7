import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { sealRoot, unsealRoot } from '../../src/text/concordance/root.ts';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();
const concordance = join(inject('folder'), 'concordance');
const root = unsealRoot(readFileSync(join(concordance, 'root.bin')));

/** Asks the page, and waits until it says that it has failed; no count may be shown then. */
async function expectFailure(page: Page, slogan: string, { says, remedy }: { says: RegExp; remedy: string }): Promise<void> {
  await page.locator('#q1').fill(slogan);
  await page.keyboard.press('Enter');
  await page.locator('[data-search-state="error"]').waitFor();
  expect(await page.locator('[data-exact-count], [data-results], .comparison').count()).toBe(0);
  const box = page.locator('[role="alert"]');
  expect(await box.innerText()).toMatch(says);
  expect(await box.getAttribute('data-remedy')).toBe(remedy);
  expect(await page.locator('[role="status"][data-search-status]').innerText()).toMatch(says);
}

async function expectCount(page: Page, count: string): Promise<void> {
  await page.locator('[data-search-state="done"]').waitFor();
  expect(await page.locator('[data-exact-count]').innerText()).toBe(count);
}

/** Opens the results page with one search done, so that the index is open. */
async function openPage(): Promise<Page> {
  const page = await visit('/search/?q=两个维护');
  await expectCount(page, '3');
  return page;
}

const faults: [string, string[], RegExp, (route: Route) => Promise<void>][] = [
  ['503', ['right/block', 'speech/', 'loose/', 'names/'], /没有载入/, (route) => route.fulfill({ status: 503 })],
  ['a page in place of the file', ['speech/'], /已损坏/, (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>Not here</title>' })],
  [
    'half the file',
    ['right/block'],
    /已损坏/,
    async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: body.subarray(0, body.length >> 1) });
    },
  ],
  [
    'one wrong byte',
    ['right/block'],
    /已损坏/,
    async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length >> 1]! ^= 1;
      await route.fulfill({ response, body });
    },
  ],
];

describe.each(faults)('%s', (_what, kinds, says, fault) => {
  test.each(kinds)('of %s is an error, and trying again helps', async (kind) => {
    const page = await visit('/about/');
    let broken = true;
    await page.route(`**/concordance/editions/*/${kind}**`, (route) => (broken ? fault(route) : route.continue()));
    await page.goto(`${inject('site')}/search/`);
    // One of the speeches does not have it, so that every kind of file is needed.
    await expectFailure(page, '三大攻坚战', { says, remedy: 'retry' });
    broken = false;
    await page.getByRole('button', { name: '再试一次' }).click();
    await expectCount(page, '4');
  });
});

test('a connection that is lost between two searches is an error, and trying again helps', async () => {
  const page = await openPage();
  await page.context().setOffline(true);
  await expectFailure(page, '高质量发展', { says: /没有载入，可能是网络断了/, remedy: 'retry' });
  await page.context().setOffline(false);
  await page.getByRole('button', { name: '再试一次' }).click();
  await expectCount(page, '59');
});

test('a page older than the index says that it must be loaded again, and then answers', async () => {
  const page = await openPage();
  const edition = '0123456789abcdef';
  const deployed = sealRoot(Buffer.from(edition, 'hex'), root.compressed);
  await page.route('**/concordance/**', (route) => {
    const [, file] = /concordance\/(.*)$/.exec(new URL(route.request().url()).pathname)!;
    if (file === 'root.bin') return route.fulfill({ body: Buffer.from(deployed) });
    if (file!.startsWith(`editions/${root.edition}/`)) return route.fulfill({ status: 404 });
    return route.fulfill({ body: readFileSync(join(concordance, file!.replace(edition, root.edition))) });
  });
  await expectFailure(page, '高质量发展', { says: /网站已有更新.*重新载入/, remedy: 'reload' });
  await page.getByRole('button', { name: '重新载入' }).click();
  await expectCount(page, '59');
});

test('a page older than the format of the index says that it must be loaded again', async () => {
  const page = await visit('/search/');
  const { formatVersion, seal, unseal } = await import('../../src/text/concordance/format.ts');
  const newer = unseal('root', readFileSync(join(concordance, 'root.bin'))).slice();
  newer[0] = formatVersion + 1;
  await page.route('**/concordance/root.bin', (route) => route.fulfill({ body: Buffer.from(seal('root', newer)) }));
  await expectFailure(page, '高质量发展', { says: /重新载入/, remedy: 'reload' });
});

test('glossary, traditional characters and words that do not come leave the exact results standing', async () => {
  const page = await visit('/about/');
  await page.route(/\/(search\/(terms|traditional)\.json|pagefind\/)/, (route) => route.fulfill({ status: 503 }));
  await page.goto(`${inject('site')}/search/?q=两个维护`);
  await expectCount(page, '3');
});
