import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import type { SpeechJson } from '../../src/speech/to-json.ts';
import { citedSentences } from '../../src/text/address.ts';
import { receiptOf } from '../../src/text/normalize.ts';
import { violationsOf } from '../support/axe.ts';
import { readQrCode } from '../support/qr.ts';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();
const speech = '/speeches/district-plenum/';
const data = JSON.parse(readFileSync(join(inject('folder'), 'api/speeches/district-plenum.json'), 'utf8')) as SpeechJson & { edition: string };
const receipt = (first: string, last = first) =>
  receiptOf(
    citedSentences(data.passages, { first, last })!
      .map(({ text }) => text)
      .join(''),
  );

const dialog = (page: Page) => page.locator('dialog#cite-menu');
const choose = (page: Page, format: string) => dialog(page).locator(`input[value="${format}"]`).check();
const output = (page: Page) => dialog(page).locator('.cite-out');
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
/** Both forms on the clipboard. */
const clipboardForms = (page: Page) =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item!.getType(type)).text();
    return { types: item!.types, plain: await read('text/plain'), html: await read('text/html') };
  });
const openFromGutter = async (page: Page, passage: string) => {
  await page.locator(`#${passage} .tools button`).first().click({ force: true });
  await dialog(page).waitFor();
};
/** Selects from one place in the text to another: id of a unit, and an offset into its words. */
const select = (page: Page, from: [string, number], to: [string, number]) =>
  page.evaluate(
    ([start, end]) => {
      const place = ([id, offset]: [string, number]): [Text, number] => {
        const walker = document.createTreeWalker(document.getElementById(id)!, NodeFilter.SHOW_TEXT, (node) => (node.parentElement!.closest('.vh') ? 2 : 1));
        let rest = offset;
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          if (rest <= node.length) return [node, rest];
          rest -= node.length;
        }
        throw new Error(`${id} is shorter than ${offset}`);
      };
      const range = new Range();
      range.setStart(...place(start!));
      range.setEnd(...place(end!));
      getSelection()!.removeAllRanges();
      getSelection()!.addRange(range);
    },
    [from, to],
  );

describe('the cite menu', () => {
  test('is worked with the keyboard alone: c, Enter, arrows, Esc; the focus goes back', async () => {
    const page = await visit(`${speech}#p12`);
    await page.locator('#p12 .pno').focus();
    await page.keyboard.press('c');
    await dialog(page).waitFor();
    expect(await page.locator(':focus').innerText()).toBe('复制链接');
    expect(await dialog(page).getAttribute('aria-labelledby')).toBe('cite-menu-h');
    expect(await page.locator('#cite-menu-h').innerText()).toBe('引用第12段');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog(page).getByRole('status').innerText()).toBe('链接已复制');
    expect(await clipboard(page)).toBe(`${inject('site')}${speech}?h=${receipt('p12')}#p12`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('gbt-2025');
    expect(await output(page).innerText()).toContain('[EB/OL]. （[2020?]）[');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('apa');
    await expect.poll(() => output(page).innerText()).toContain('（《锚定发展目标》，约2020，第12段）');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.className)).toBe('cite-out');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog(page).getByRole('status').innerText()).toBe('引文已复制');
    expect(await clipboard(page)).toContain('[讲话]. (约2020). 提法 Tifa.');
    // The focus does not leave the dialog.
    for (let i = 0; i < 12; i++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement!.closest('#cite-menu') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement!.closest('.passage')?.id)).toBe('p12');
  });

  test('copies words and citation as plain text and as HTML at once, in the style and language last chosen', async () => {
    const page = await visit(speech, { locale: 'en-US' });
    await openFromGutter(page, 'p4');
    await choose(page, 'mla');
    await dialog(page).getByRole('button', { name: 'Copy text and source' }).click();
    await expect.poll(() => dialog(page).getByRole('status').innerText()).toBe('Text and source copied');
    const { types, plain, html } = await clipboardForms(page);
    expect(types).toEqual(expect.arrayContaining(['text/plain', 'text/html']));
    const url = `${inject('site')}${speech}?h=${receipt('p4')}#p4`;
    const passage = data.passages.find(({ id }) => id === 'p4')!;
    expect(plain.split('\n')[0]).toBe(passage.text);
    expect(plain.split('\n')[1]).toBe('(XX, X: removed in the source.)');
    expect(plain.split('\n')[2]).toMatch(/^— “Maoding fazhan mubiao, .*” \[Fix on .*\]\. Tifa, edition .*, \[2020\?\], .*\. Accessed \d+ \w+\.? \d{4}\. Speech\. \(para\. 4\)$/);
    expect(plain).toContain(url);
    // The browser may tidy the markup, but the words, the quotation and the link are there.
    expect(html).toContain('<blockquote cite=');
    expect(html).toContain(passage.text.slice(0, 20));
    expect(html).toContain(`href="${url}"`);
    expect(html).toMatch(/<i[^>]*>Tifa<\/i>/);
    // The choice is kept over pages, and holds for the button in the gutter.
    await page.goto(`${inject('site')}/speeches/ziyang-study-session/`);
    await page.locator('#p3 .tools button').nth(1).click({ force: true });
    await expect.poll(() => page.locator('#toast').innerText()).toBe('Text and source copied');
    expect(await clipboard(page)).toContain('Remarks in the discussion at a study session of a municipal Party committee. Tifa, edition');
    await openFromGutter(page, 'p3');
    expect(await dialog(page).locator('input:checked').getAttribute('value')).toBe('mla');
  });

  test('gives records to copy and to save, a quotation for pages, and a QR code that reads as the link', async () => {
    const page = await visit(speech);
    await openFromGutter(page, 'p12');
    const url = `${inject('site')}${speech}?h=${receipt('p12')}#p12`;
    for (const [format, extension, begins] of [
      ['biblatex', 'bib', '@online{district-plenum-p12,'],
      ['bibtex', 'bib', '@misc{district-plenum-p12,'],
      ['ris', 'ris', 'TY  - ELEC'],
      ['csl-json', 'json', '['],
      ['markdown', 'md', '> 今年指标设计'],
      ['html', 'html', `<blockquote cite="${url}" lang="zh-Hans">`],
    ] as const) {
      await choose(page, format);
      await expect.poll(() => output(page).locator('pre').innerText()).toContain(begins);
      const [download] = await Promise.all([page.waitForEvent('download'), output(page).getByRole('button', { name: '下载' }).click()]);
      expect(download.suggestedFilename()).toBe(`district-plenum-p12.${extension}`);
      const saved = readFileSync(await download.path(), 'utf8');
      expect(saved.startsWith(begins)).toBe(true);
      expect(saved).toContain(url);
      expect(saved).not.toContain('<script');
      await output(page).getByRole('button', { name: '复制' }).click();
      await expect.poll(async () => (await clipboard(page)).replaceAll('\r', '')).toBe(saved.replaceAll('\r', ''));
    }
    await choose(page, 'qr');
    const code = output(page).locator('svg.qr');
    await code.waitFor();
    const scratch = await page.context().newPage();
    expect(await readQrCode(code, scratch)).toBe(url);
  });

  test('axe finds nothing in it, on wide screens and phones, light and dark', async () => {
    for (const [width, colorScheme, locale] of [
      ['wide', 'light', 'zh-CN'],
      ['phone', 'dark', 'en-US'],
    ] as const) {
      const page = await visit(speech, { width, colorScheme, locale, bypassCSP: true });
      if (width === 'wide') await openFromGutter(page, 'p4');
      else await page.locator('#p4 .pno').tap();
      await dialog(page).waitFor();
      for (const format of ['chicago', 'biblatex', 'qr']) {
        await choose(page, format);
        await output(page)
          .locator(format === 'qr' ? 'svg' : format === 'biblatex' ? 'pre' : '.cite-text')
          .first()
          .waitFor();
        expect(await violationsOf(page, '#cite-menu')).toEqual([]);
      }
    }
  });

  test('is a sheet of half the height on a phone; a tap outside and Back close it', async () => {
    const page = await visit(speech, { width: 'phone' });
    await page.locator('#p4 .pno').tap();
    await dialog(page).waitFor();
    const box = (await dialog(page).boundingBox())!;
    expect(box.height).toBeLessThanOrEqual(780 / 2);
    expect([Math.round(box.y + box.height), Math.round(box.width)]).toEqual([780, 360]);
    await page.goBack();
    await expect.poll(() => dialog(page).count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe(speech);
    await page.locator('#p4 .pno').tap();
    await dialog(page).waitFor();
    await page.touchscreen.tap(180, 100);
    await expect.poll(() => dialog(page).count()).toBe(0);
    await expect.poll(() => page.evaluate(() => history.state)).toBe(null);
  });

  test('cites the whole speech, an entry, and a hit of the search', async () => {
    const page = await visit(speech, { locale: 'en-US' });
    await page.getByRole('button', { name: 'Cite this speech' }).click();
    await dialog(page).waitFor();
    const whole = receiptOf(data.passages.map(({ text }) => text).join(''));
    await dialog(page).getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => clipboard(page)).toBe(`${inject('site')}${speech}?h=${whole}`);
    expect(await output(page).innerText()).toContain(', speech, Tifa, [2020?], accessed');

    await page.goto(`${inject('site')}/glossary/san-da-gong-jian-zhan/`);
    await page.getByRole('button', { name: 'Cite this entry' }).click();
    await dialog(page).waitFor();
    expect(await output(page).innerText()).toContain('“San da gongjianzhan” 三大攻坚战 [three critical battles], glossary entry, Tifa, last modified');

    await page.goto(`${inject('site')}/search/?q=两个维护`);
    await page.locator('[data-search-state="done"]').waitFor();
    await page.locator('[data-passage="district-plenum#p26"] .cite-hit').click();
    await dialog(page).waitFor();
    const sentence = data.passages.find(({ id }) => id === 'p26')!.sentences.find(({ text }) => text.includes('两个维护'))!;
    expect(await dialog(page).locator('.cite-words').innerText()).toBe(sentence.text);
    await dialog(page).getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => clipboard(page)).toBe(`${inject('site')}${speech}?h=${sentence.receipt}#${sentence.id}`);
  });
});

describe('a selection', () => {
  const cite = async (page: Page) => {
    await page.locator('#selection').waitFor({ state: 'visible' });
    await page.keyboard.press('c');
    await dialog(page).waitFor();
    await dialog(page).getByRole('button', { name: '复制链接' }).click();
    await expect.poll(() => dialog(page).getByRole('status').innerText()).toBe('链接已复制');
    const link = new URL(await clipboard(page));
    const words = await dialog(page).locator('.cite-words').innerText();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog(page).count()).toBe(0);
    return { link, words };
  };

  test('becomes a link to the sentences it touches, or to whole passages, with the receipt of these', async () => {
    const page = await visit(speech);
    const p4 = data.passages.find(({ id }) => id === 'p4')!;
    // A whole sentence.
    await select(page, ['p4s2', 0], ['p4s2', p4.sentences[1]!.text.length]);
    expect((await cite(page)).link.href).toBe(`${inject('site')}${speech}?h=${receipt('p4s2')}#p4s2`);
    // Whole sentences of two passages.
    await select(page, ['p3s2', 0], ['p4s1', p4.sentences[0]!.text.length]);
    expect((await cite(page)).link.href).toBe(`${inject('site')}${speech}?to=p4s1&h=${receipt('p3s2', 'p4s1')}#p3s2`);
    // Whole passages, even when the selection runs on to the beginning of the next.
    await select(page, ['p4', 0], ['p6', 0]);
    expect((await cite(page)).link.href).toBe(`${inject('site')}${speech}?to=p5&h=${receipt('p4', 'p5')}#p4`);
    // A head, and the title.
    await select(page, ['h2', 0], ['h2', data.sections.find(({ id }) => id === 'h2')!.head!.length]);
    expect((await cite(page)).link.href).toBe(`${inject('site')}${speech}?h=${data.sections.find(({ id }) => id === 'h2')!.headReceipt}#h2`);
    await select(page, ['t1', 0], ['t1', 6]);
    const title = await cite(page);
    expect(title.link.search).toBe(`?h=${data.titleReceipt}`);
    expect([title.link.hash.split(':~:')[0], title.words]).toEqual(['#t1', '锚定发展目标']);
  });

  test('has its bar out of the way as long as the menu is open', async () => {
    const page = await visit(speech);
    const bar = page.locator('#selection');
    await select(page, ['p4s2', 3], ['p4s2', 12]);
    await bar.waitFor({ state: 'visible' });
    await page.keyboard.press('c');
    await dialog(page).waitFor();
    expect(await bar.isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'visible' });
  });

  test('inside a sentence the link also leads to the words themselves, cut at words; the code and the citation do without', async () => {
    const page = await visit(speech);
    const { text } = data.passages.find(({ id }) => id === 'p4')!.sentences[1]!;
    await select(page, ['p4s2', 3], ['p4s2', text.length - 2]);
    const { link, words } = await cite(page);
    expect(words).toBe(text.slice(3, -2));
    expect(link.href).toContain(`?h=${receipt('p4s2')}#p4s2:~:text=`);
    await page.keyboard.press('c');
    await dialog(page).waitFor();
    expect(await output(page).innerText()).toContain('#p4s2.');
    await choose(page, 'qr');
    await output(page).locator('svg.qr').waitFor();
    expect(await readQrCode(output(page).locator('svg.qr'), await page.context().newPage())).toBe(`${inject('site')}${speech}?h=${receipt('p4s2')}#p4s2`);
  });
});

describe('the printed sheet', () => {
  test('has the address of the whole speech with its receipt, the same as a QR code, the edition, and a receipt under every number', async () => {
    const page = await visit(speech);
    const sheet = page.locator('[data-print-sheet]');
    await sheet.locator('svg').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    const link = `${inject('site')}${speech}?h=${receiptOf(data.passages.map(({ text }) => text).join(''))}`;
    expect(await sheet.innerText()).toContain(link);
    expect(await sheet.innerText()).toContain(data.edition);
    expect(await readQrCode(sheet.locator('svg'), await page.context().newPage())).toBe(link);
    const shown = await page.locator('.passage[id]').evaluateAll((all) => all.map((passage) => getComputedStyle(passage, '::before').content));
    expect(shown).toEqual(data.passages.map((passage) => `"${passage.receipt}"`));
  });
});
