import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { SpeechPermalinks } from '../../src/speech/to-permalinks.ts';
import { writeAddress } from '../../src/text/address.ts';
import { receiptOf } from '../../src/text/normalize.ts';
import { checkCitation } from '../../src/text/permalinks/check-citation.ts';
import { issuedIds } from '../../src/text/permalinks/history.ts';
import type { Lock } from '../../src/text/permalinks/lock.ts';
import type { SpeechHistory } from '../../src/text/permalinks/speech-history.ts';
import { violationsOf } from '../support/axe.ts';
import { launch } from '../support/browser.ts';
import { type CorrectedSite, correctedSite } from '../support/corrected-site.ts';
import { check } from '../support/other-checker.ts';
import { widths } from '../support/pages.ts';

let site: CorrectedSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = [await correctedSite(), await launch(inject('browser'))];
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const study = '/speeches/ziyang-study-session/';
const plenum = '/speeches/district-plenum/';
async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: widths.wide, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
}
/** The receipt that a unit had before the corrections. */
function receiptBefore(speech: string, id: string): string {
  const { title, heads, passages } = site.before[speech]!;
  return [title, ...heads, ...passages, ...passages.flatMap(({ sentences }) => sentences)].find((unit) => unit.id === id)!.receipt;
}
const message = (page: Page) => page.locator('[role="status"].receipt');
const read = (file: string) => readFileSync(join(site.folder, file), 'utf8');
const allIds = (lock: Lock) => [...issuedIds(lock)];

describe('every id that was ever given out', () => {
  test('is in the page of its speech, once, whatever became of it', () => {
    for (const [speech, lock] of Object.entries(site.after)) {
      const html = read(`speeches/${speech}/index.html`);
      const ids = allIds(lock);
      expect(ids.length).toBeGreaterThan(30);
      expect([speech, ids.filter((id) => html.split(` id="${id}"`).length !== 2)]).toEqual([speech, []]);
    }
  });

  test('lands without JavaScript: in sight, and marked', async () => {
    for (const [speech, lock] of Object.entries(site.after)) {
      const page = await visit(`/speeches/${speech}/`, { javaScriptEnabled: false });
      const astray: string[] = [];
      for (const id of allIds(lock)) {
        await page.goto(`${site.origin}/speeches/${speech}/#${id}`);
        const found = await page.evaluate(() => {
          const target = document.querySelector(':target');
          const shown = target?.closest('.s, .ptext, .section-head, .tombstone, .passage, h1');
          const box = shown?.getBoundingClientRect();
          const marked = target?.closest('.passage, .tombstone');
          const bar = marked?.matches('.passage') ? getComputedStyle(marked, '::before').borderInlineStartWidth : marked ? getComputedStyle(marked).borderInlineStartWidth : '4px';
          return { id: target?.id, inSight: box !== undefined && box.height > 0 && box.top < innerHeight && box.bottom > 0, bar };
        });
        if (found.id !== id || !found.inSight || (found.bar !== '4px' && !/^[ht]/.test(id))) astray.push(`${id} ${JSON.stringify(found)}`);
      }
      expect([speech, astray]).toEqual([speech, []]);
      await page.context().close();
    }
  });

  test('is in /permalinks.json, with its state, receipt and address', () => {
    const all = JSON.parse(read('permalinks.json')) as { speeches: Record<string, SpeechPermalinks>; terms: Record<string, unknown> };
    for (const [speech, lock] of Object.entries(site.after)) {
      const { ids, url } = all.speeches[speech]!;
      expect(Object.keys(ids).sort()).toEqual(allIds(lock).sort());
      for (const [id, record] of Object.entries(ids))
        expect(record).toMatchObject({
          state: expect.stringMatching(/^(live|merged|split|removed)$/),
          receipt: expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{8}$/),
          url: `${url}#${id}`,
        });
    }
    expect(all.speeches['ziyang-study-session']).toMatchObject({ state: 'live', url: study, revision: 15, history: '/permalinks/ziyang-study-session.json' });
    expect(all.speeches['ziyang-study-session']!.ids).toMatchObject({
      p2s4: { state: 'removed', gone: 14, now: [] },
      p5s3: { state: 'merged', gone: 12, now: ['p5s2'] },
      p8s5: { state: 'live', now: ['p8s5', 'p8s7'] },
    });
    expect(all.speeches['short-lived']).toMatchObject({ state: 'removed', withdrawn: '2027-03-01' });
    expect(all.terms).toMatchObject({
      'san-da-gong-jian-zhan': { state: 'live', term: '三大攻坚战', url: '/glossary/san-da-gong-jian-zhan/' },
      'lou-yu-jing-ji': { state: 'moved', now: 'office-towers', url: '/glossary/lou-yu-jing-ji/' },
      'zhua-zao-zhua-xiao': { state: 'removed', term: '抓早抓小', date: '2027-03-01' },
    });
  });

  test('can be checked by another program, which knows only the documented rule', () => {
    const files = new Map<string, unknown>();
    const file = (path: string) => {
      if (!files.has(path)) files.set(path, JSON.parse(read(path.slice(1))));
      return files.get(path);
    };
    const found: Record<string, number> = {};
    for (const [speech, lock] of Object.entries(site.before)) {
      const path = `/speeches/${speech}/`;
      const all = lock.passages.flatMap(({ sentences }) => sentences);
      const text = (units: { text: string }[]) => units.map((unit) => unit.text).join('');
      const citations = [
        ...[lock.title, ...lock.heads, ...lock.passages, ...all].map((unit) => ({ first: unit.id, receipt: unit.receipt })),
        ...all.slice(2).map((last, i) => ({ first: all[i]!.id, last: last.id, receipt: receiptOf(text(all.slice(i, i + 3))) })),
        { receipt: receiptOf(text(all)) },
      ];
      const history = file(`/permalinks/${speech}.json`) as SpeechHistory;
      for (const cited of citations) {
        const said = check(writeAddress(path, cited), file);
        expect([cited, said]).toEqual([
          cited,
          { unchanged: 'stands', changed: 'changed', removed: 'gone', 'unknown-wording': 'never', 'unknown-place': 'never' }[checkCitation(history, cited).state],
        ]);
        found[said] = (found[said] ?? 0) + 1;
      }
      expect(check(`${path}?h=00000000#p1`, file)).toBe('never');
      expect(check(`${path}?h=00000000#p999`, file)).toBe('never');
    }
    expect(found).toEqual({ stands: expect.any(Number), changed: expect.any(Number), gone: expect.any(Number) });
    expect(check('/speeches/nobody/?h=00000000#p1', file)).toBe('never');
  });
});

describe('on arrival with a receipt', () => {
  test('words that stand are said to stand, in both languages, and nothing more is fetched', async () => {
    for (const [locale, said] of [
      ['zh-CN', '所引句子自引用以来文字未变（核对码 n4kn9emf）'],
      ['en-US', 'Cited sentence, wording unchanged since it was cited (receipt n4kn9emf)'],
    ] as const) {
      const page = await visit(study, { locale });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`${site.origin}${study}?h=${receiptBefore('ziyang-study-session', 'p3s1')}#p3s1`);
      await expect.poll(() => message(page).innerText()).toBe(said);
      expect(asked.filter((path) => path.endsWith('.json'))).toEqual([]);
    }
  });

  test('a change of punctuation style is none', async () => {
    const page = await visit(`${study}?h=${receiptBefore('ziyang-study-session', 'p2s3')}#p2s3`);
    await expect.poll(() => message(page).innerText()).toContain('文字未变');
  });

  test('a citation of ten revisions ago is shown its own difference', async () => {
    const page = await visit(`${study}?h=${receiptBefore('ziyang-study-session', 'p4s2')}#p4s2`);
    await expect.poll(() => message(page).locator('del, ins').allInnerTexts()).toHaveLength(2);
    expect(await message(page).locator('del').textContent()).toContain('六');
    expect(await message(page).locator('ins').textContent()).toContain('百');
    expect(await message(page).innerText()).toContain('引用的是文字第1版，现为第15版');
    // Each wording in between has a difference of its own.
    const third = `**书记围绕高质量发展，结合资阳实际作了八个方面的具体阐释，既有宏观阐述，又有微观部署，理论性、政策性、指导性、操作性都很强。`;
    await page.goto(`${site.origin}${study}?h=${receiptOf(third)}#p4s2`);
    await expect.poll(() => message(page).locator('del').textContent()).toContain('八');
    expect(await message(page).innerText()).toContain('文字第3版（2027-03-01）');
  });

  test('of a passage the difference is shown with some words around it', async () => {
    const page = await visit(`${study}?h=${receiptBefore('ziyang-study-session', 'p4')}#p4`);
    await expect.poll(() => message(page).locator('del').textContent()).toContain('六');
    expect(await message(page).locator('.changes').innerText()).toMatch(/结合资阳实际作了[\s\S]*个方面的具体阐释.*……$/);
    expect(await page.locator('.ranged').count()).toBe(0);
  });

  test('a merged sentence shows where it is now', async () => {
    const page = await visit(`${study}?h=${receiptBefore('ziyang-study-session', 'p5s3')}#p5s3`);
    await expect.poll(() => message(page).locator('a').getAttribute('href')).toBe('#p5s2');
    expect(await message(page).locator('ins').textContent()).toContain('一分部署，九分落实，');
    expect(await page.locator('.ranged').evaluateAll((lit) => lit.map(({ id }) => id))).toEqual(['p5s2']);
  });

  test('a split sentence shows all its pieces', async () => {
    const page = await visit(`${study}?h=${receiptBefore('ziyang-study-session', 'p8s5')}#p8s5`);
    await expect.poll(() => page.locator('.ranged').evaluateAll((lit) => lit.map(({ id }) => id))).toEqual(['p8s5', 'p8s7']);
  });

  test('removed words are shown, and when they went', async () => {
    const page = await visit(`${study}?h=${receiptBefore('ziyang-study-session', 'p2s4')}#p2s4`);
    await expect.poll(() => message(page).innerText()).toBe('所引句子已在文字第14版（2027-03-01）删去，上面就是引用时的文字（核对码 rnswrwjt）');
    expect(await page.locator('#p2s4').innerText()).toContain('听后受益匪浅、倍感振奋，有三点感受。');
    await page.goto(`${site.origin}${plenum}?h=${receiptBefore('district-plenum', 'p8')}#p8`);
    await expect.poll(() => message(page).innerText()).toContain('所引段落已在文字第2版（2027-03-01）删去');
  });

  test('a receipt that was never given is called so', async () => {
    for (const speech of [study, '/speeches/district-plenum/']) {
      const page = await visit(`${speech}?h=00000000#p4s2`);
      await expect.poll(() => message(page).innerText()).toContain('核对码 00000000 不是本站给过的');
    }
  });

  test('an id that never was is called so, above the text', async () => {
    const page = await visit(`${study}?h=00000000#p99`);
    await expect.poll(() => page.locator('header [role="status"]').innerText()).toContain('本篇没有编号 p99');
  });

  test('when the record cannot be had, it says that nothing was checked', async () => {
    const page = await visit(study);
    await page.route('**/permalinks/*.json', (route) => route.abort());
    await page.goto(`${site.origin}${study}?h=${receiptBefore('ziyang-study-session', 'p4s2')}#p4s2`);
    await expect.poll(() => message(page).innerText()).toContain('无法核对');
  });

  test('a range is lit up, and its receipt covers all of it', async () => {
    const words = (ids: string[]) =>
      ids.map((id) => site.before['ziyang-study-session']!.passages.flatMap(({ sentences }) => sentences).find((sentence) => sentence.id === id)!.text).join('');
    const standing = ['p3s2', 'p3s3', 'p3s4', 'p4s1'];
    const page = await visit(`${study}?to=p4s1&h=${receiptOf(words(standing))}#p3s2`);
    await expect.poll(() => message(page).innerText()).toContain('所引文字自引用以来文字未变');
    expect(await page.locator('.ranged').evaluateAll((lit) => lit.map(({ id }) => id))).toEqual(standing);
    // One of them has changed, and one has gone.
    await page.goto(`${site.origin}${study}?to=p4&h=${receiptOf(words(['p2s3', 'p2s4', 'p3s1', 'p3s2', 'p3s3', 'p3s4', 'p4s1', 'p4s2', 'p4s3']))}#p2s3`);
    await expect
      .poll(() => message(page).locator('del, ins').allTextContents())
      .toEqual([expect.stringContaining('听后受益匪浅、倍感振奋，有三点感受。'), expect.stringContaining('六'), expect.stringContaining('百')]);
    expect(await page.locator('.ranged').count()).toBe(8);
  });

  test('following a link takes the message and the receipt away', async () => {
    const page = await visit(`${study}?mark=%E8%90%BD%E5%AE%9E&h=${receiptBefore('ziyang-study-session', 'p3s1')}#p3s1`);
    await message(page).waitFor();
    await page.locator('#p5 .pno').click();
    await expect.poll(() => message(page).count()).toBe(0);
    expect(page.url()).toBe(`${site.origin}${study}?mark=%E8%90%BD%E5%AE%9E#p5`);
  });

  test('has no violations that axe finds, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await visit(`${study}?h=${receiptBefore('ziyang-study-session', 'p5s3')}#p5s3`, { colorScheme, viewport: widths.phone });
      await message(page).locator('ins').waitFor();
      expect(await violationsOf(page)).toEqual([]);
    }
  });
});

describe('addresses without content', () => {
  test('one that was renamed forwards, without JavaScript too', async () => {
    const page = await visit('/glossary/lou-yu-jing-ji/', { javaScriptEnabled: false });
    await page.waitForURL('**/glossary/office-towers/');
    const html = read('glossary/lou-yu-jing-ji/index.html');
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/glossary/office-towers/">');
    expect(html).toContain('<link rel="canonical" href="/glossary/office-towers/">');
  });

  test('with JavaScript the query and the fragment go along', async () => {
    const page = await visit('/glossary/lou-yu-jing-ji/?mark=x#uses');
    await page.waitForURL('**/glossary/office-towers/?mark=x#uses');
  });

  test('one that was removed says so', async () => {
    const page = await visit('/glossary/zhua-zao-zhua-xiao/');
    expect(await page.locator('main').innerText()).toMatch(/抓早抓小\s+这个词条已于2027-03-01撤下。/);
  });

  test('a speech that was taken down still has its words for those who cited them, and only for them', async () => {
    const page = await visit('/speeches/short-lived/', { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).not.toContain('坚定政治方向');
    await page.goto(`${site.origin}/speeches/short-lived/#p3s1`);
    expect(await page.locator('main').innerText()).toContain('一是坚定政治方向');
    const cited = await visit(`/speeches/short-lived/?h=${receiptBefore('ziyang-study-session', 'p3s1')}#p3s1`);
    await expect.poll(() => message(cited).innerText()).toContain('所引句子已随全篇于2027-03-01撤下，上面就是引用时的文字');
    expect(existsSync(join(site.folder, 'speeches/short-lived.txt'))).toBe(false);
  });
});
