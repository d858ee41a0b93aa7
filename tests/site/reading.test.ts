import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/session.ts';

const visit = useBrowser();
const speech = '/speeches/district-plenum/';

describe('arrival at a permalink', () => {
  test.each([true, false])('marks the cited passage (JavaScript: %s)', async (javaScriptEnabled) => {
    const page = await visit(`${speech}#p12`, { javaScriptEnabled });
    const bar = await page.locator('#p12').evaluate((passage) => getComputedStyle(passage, '::before').borderInlineStartWidth);
    expect(bar).toBe('4px');
    expect(await page.locator('#p11').evaluate((passage) => getComputedStyle(passage, '::before').content)).toBe('none');
    const box = await page.locator('#p12').boundingBox();
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y).toBeLessThan(300);
  });

  test.each([true, false])('marks the cited sentence and its passage (JavaScript: %s)', async (javaScriptEnabled) => {
    const page = await visit(`${speech}#p4s5`, { javaScriptEnabled });
    expect(await page.locator('#p4s5').evaluate((sentence) => getComputedStyle(sentence).textDecorationLine)).toBe('underline');
    expect(await page.locator('#p4').evaluate((passage) => getComputedStyle(passage, '::before').borderInlineStartWidth)).toBe('4px');
    expect(await page.locator('#p4s5').textContent()).toMatch(/^当前我国既处于跨越“中等收入陷阱”关键时期/);
  });

  test('the number of a passage is its link, and a button copies it, pinned', async () => {
    const page = await visit(speech);
    await page.locator('#p5 .pno').click();
    expect(new URL(page.url()).hash).toBe('#p5');
    await page.locator('#p5 .tools button').last().click();
    const receipt = await page.locator('#p5').getAttribute('data-receipt');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url().replace('#', `?h=${receipt}#`));
    await expect.poll(() => page.locator('#toast').innerText()).toBe('链接已复制');
  });
});

describe('callouts on a wide screen', () => {
  test('a gloss stands beside its line and lights up with its mark', async () => {
    const page = await visit('/speeches/ziyang-study-session/', { locale: 'en-US' });
    const mark = page.locator('a.term[data-term="liang-ge-wei-hu"]').first();
    await mark.hover();
    const note = page.locator('.note.paired');
    await note.getByText('Two Upholds', { exact: false }).first().waitFor();
    const [markBox, noteBox] = [await mark.boundingBox(), await note.boundingBox()];
    expect(Math.abs(markBox!.y - noteBox!.y)).toBeLessThan(120);
    expect(noteBox!.x).toBeGreaterThan(markBox!.x);
  });

  test('every term has a callout in every section, tied to its first mark there', async () => {
    const page = await visit(speech);
    const { wanted, untied } = await page.evaluate(() => {
      const firsts = [...document.querySelectorAll<HTMLElement>('a.term:not(.again)')];
      return {
        wanted: firsts.length,
        untied: firsts.filter((mark) => {
          const callout = document.getElementById(mark.getAttribute('aria-details')!);
          return !callout?.innerText || callout.closest('[data-section]') !== mark.closest('[data-section]');
        }).length,
      };
    });
    expect(wanted).toBeGreaterThan(350);
    expect(untied).toBe(0);
  });

  test('no note drifts more than three lines from its mark, and shown notes never overlap', async () => {
    const page = await visit(speech);
    const { worst, overlaps } = await page.evaluate(() => {
      const shown = [...document.querySelectorAll<HTMLElement>('.reader .note:not(.tucked)')].map((note) => {
        const section = note.closest<HTMLElement>('[data-section]')!;
        const mark = section.querySelector(`a[data-term="${note.dataset['gloss']}"]`);
        return { box: note.getBoundingClientRect(), drift: mark ? note.getBoundingClientRect().top - mark.getClientRects()[0]!.top : 0 };
      });
      const sorted = shown.map(({ box }) => box).sort((a, b) => a.top - b.top);
      return { worst: Math.max(...shown.map(({ drift }) => drift)), overlaps: sorted.filter((box, i) => i > 0 && box.top < sorted[i - 1]!.bottom - 1).length };
    });
    expect(worst).toBeLessThanOrEqual(110);
    expect(overlaps).toBe(0);
  });

  test('the keyboard reaches marks, and focus opens the gloss', async () => {
    const page = await visit('/speeches/ziyang-study-session/');
    await page.locator('#p3 .pno').focus();
    // Three buttons stand between the number and the text.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const term = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['term']);
    expect(term).toBeTruthy();
    expect(await page.locator('.note.paired').isVisible()).toBe(true);
    expect(await page.locator('.note.paired').textContent()).toContain(await page.locator(':focus').textContent());
  });

  test('a mark leads to the entry', async () => {
    const page = await visit('/speeches/ziyang-study-session/');
    const mark = page.locator('#p3 a.term[href]').first();
    const term = await mark.getAttribute('data-term');
    await mark.hover();
    await mark.click();
    await page.waitForURL(`**/glossary/${term}/`);
  });
});

describe('callouts on a phone', () => {
  test('a tap opens the gloss at the foot; Esc and Back close it', async () => {
    const page = await visit('/speeches/ziyang-study-session/', { width: 'phone' });
    const sheet = page.locator('#sheet');
    await page.locator('#p3 a.term[href]').first().tap();
    expect(await sheet.isVisible()).toBe(true);
    const box = await sheet.boundingBox();
    expect(box!.height).toBeLessThanOrEqual(780 / 2);
    expect(Math.round(box!.y + box!.height)).toBe(780);
    expect(await sheet.locator('[data-sheet-entry]').getAttribute('href')).toMatch(/\/glossary\/[a-z-]+\/$/);
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet.isVisible()).toBe(false);
    // Closing takes the history entry of the open sheet away again.
    await expect.poll(() => page.evaluate(() => history.state)).toBe(null);
    await page.locator('#p3 a.term[href]').nth(1).tap();
    await expect.poll(() => page.evaluate(() => history.state)).toEqual({ sheet: true });
    await page.goBack();
    await expect.poll(() => sheet.isVisible()).toBe(false);
    expect(new URL(page.url()).pathname).toBe('/speeches/ziyang-study-session/');
  });

  test('the text is a whole number of characters wide and nothing scrolls sideways', async () => {
    const page = await visit(speech, { width: 'phone' });
    const { characters, sideways } = await page.evaluate(() => {
      const text = document.querySelector('.ptext')!;
      return { characters: text.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(text).fontSize), sideways: document.documentElement.scrollWidth - innerWidth };
    });
    expect(characters).toBeCloseTo(18, 1);
    expect(sideways).toBeLessThanOrEqual(0);
  });
});

describe('marks', () => {
  test('first in each section, all, or none; the choice is kept over pages', async () => {
    const page = await visit(speech);
    const links = () => page.locator('a.term[href]').count();
    const all = await page.locator('.term').count();
    const first = await links();
    expect(first).toBeLessThan(all);
    await page.locator('input[name="marks"][value="all"]').check();
    expect(await links()).toBe(all);
    await page.locator('input[name="marks"][value="none"]').check();
    expect(await links()).toBe(0);
    await page.goto(new URL('/speeches/ziyang-study-session/', page.url()).href);
    expect(await links()).toBe(0);
  });
});

describe('the apparatus', () => {
  const shown = (page: Page) => page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.ref, .note.ed')].filter((element) => element.offsetParent).length);

  test('stands beside its line and in the commentary, and its sign leads to it', async () => {
    const page = await visit(speech, { locale: 'en-US' });
    const note = page.locator('#p23 .note.ed', { hasText: '品位' });
    expect(await note.innerText()).toMatch(/^校\s*read 品位\? 品位, standing or quality/);
    const [mark, beside] = [await page.locator('#p23 .sic').boundingBox(), await note.boundingBox()];
    expect(beside!.x).toBeGreaterThan(mark!.x);
    expect(await page.locator('#e-pinwei .lemma').innerText()).toContain('read 品位?');
    await page.locator('#e-pinwei .loc').click();
    expect(new URL(page.url()).hash).toMatch(/^#p23s\d+$/);
  });

  test('can be switched off, which is remembered, and on again', async () => {
    const page = await visit(speech);
    expect(await shown(page)).toBeGreaterThan(60);
    await page.locator('#apparatus-off').check();
    expect(await shown(page)).toBe(0);
    await page.reload();
    expect(await shown(page)).toBe(0);
    expect(await page.locator('#apparatus-off').isChecked()).toBe(true);
    await page.locator('input[name="apparatus"][value="on"]').check();
    expect(await shown(page)).toBeGreaterThan(60);
  });

  test('without JavaScript its signs lead to the commentary, and the switch works', async () => {
    const page = await visit(speech, { javaScriptEnabled: false });
    await page.locator('#p23 .sic-ref').click();
    expect(new URL(page.url()).hash).toBe('#e-pinwei');
    expect(await page.locator('#e-pinwei p[lang="zh-Hans"][data-ui]').isVisible()).toBe(true);
    await page.locator('#apparatus-off').check();
    expect(await page.locator('.ref').first().isVisible()).toBe(false);
  });

  test('is printed once, at the end, unless it is switched off', async () => {
    const page = await visit(speech);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.note.ed').first().isVisible()).toBe(false);
    expect(await page.locator('#e-pinwei').isVisible()).toBe(true);
    await page.evaluate(() => document.documentElement.setAttribute('data-apparatus', 'off'));
    expect(await page.locator('#e-pinwei').isVisible()).toBe(false);
  });
});

describe('introduction and contents', () => {
  test.each([true, false])('unfold above the text, each section with its summary (JavaScript: %s)', async (javaScriptEnabled) => {
    const page = await visit(speech, { width: 'phone', javaScriptEnabled });
    const [introduction, summary] = [page.locator('#intro-date .points li').first(), page.locator('.toc:not(.beside) li', { hasText: '一、直面挑战' }).locator('> p')];
    expect([await introduction.isVisible(), await summary.isVisible()]).toEqual([false, false]);
    await page.locator('#introduction summary').click();
    await page.locator('.toc:not(.beside) summary').click();
    expect(await introduction.innerText()).toContain('有据');
    expect(await summary.innerText()).toContain('五个必须');
    await page.locator('#intro-reading a[href="#p12s4"]').first().click();
    expect(new URL(page.url()).hash).toBe('#p12s4');
  });

  test('the contents in the margin show the summary of the place being read', async () => {
    const page = await visit(`${speech}#p21`);
    const shown = page.locator('.toc.beside p:visible');
    await expect.poll(() => shown.allInnerTexts()).toEqual([expect.stringContaining('“三力”并用')]);
    await page.locator('#p27').evaluate((passage) => passage.scrollIntoView());
    await expect.poll(() => shown.allInnerTexts()).toEqual([expect.stringContaining('廉洁')]);
  });
});

describe('without JavaScript', () => {
  test('text, glosses and the language switch work', async () => {
    const page = await visit('/speeches/ziyang-study-session/', { javaScriptEnabled: false });
    expect(await page.locator('#p3').innerText()).toContain('始终拥护“两个确立”');
    const gloss = page.locator('#p3 .note').first();
    expect(await gloss.locator('p[lang="zh-Hans"][data-ui]').isVisible()).toBe(true);
    expect(await gloss.locator('p[lang="en"]').isVisible()).toBe(false);
    await page.locator('#ui-en').check();
    expect(await gloss.locator('p[lang="en"]').isVisible()).toBe(true);
    expect(await gloss.locator('p[lang="zh-Hans"][data-ui]').isVisible()).toBe(false);
    expect(await page.locator('[data-theme-switch]').isVisible()).toBe(false);
  });
});

describe('keys', () => {
  test('j and k walk the passages, c cites, ? shows the table', async () => {
    const page = await visit(speech);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = await page.evaluate(() => document.activeElement!.closest('.passage')!.id);
    expect(second).toBe('p2');
    await page.keyboard.press('k');
    expect(await page.evaluate(() => document.activeElement!.closest('.passage')!.id)).toBe('p1');
    await page.keyboard.press('c');
    await page.locator('#cite-menu').waitFor();
    expect(await page.locator('#cite-menu-h').innerText()).toBe('引用第1段');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.locator('#keys').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#keys').isVisible()).toBe(false);
  });

  test('the skip link leads past the header', async () => {
    const page = await visit(speech);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toContain('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('main');
  });
});

describe('language and theme', () => {
  test('the first language is guessed from the browser, and a choice is kept over pages', async () => {
    const page = await visit('/', { locale: 'en-GB' });
    expect(await page.locator('html').getAttribute('data-lang')).toBe('en');
    await page.locator('#ui-zh').check();
    await page.locator('[data-theme-switch]').click();
    const theme = await page.locator('html').getAttribute('data-theme');
    for (const path of ['/glossary/', '/glossary/liang-ge-wei-hu/', speech]) {
      await page.goto(new URL(path, page.url()).href);
      expect(await page.locator('html').getAttribute('data-lang')).toBe('zh');
      expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
      expect(await page.locator('#ui-zh').isChecked()).toBe(true);
    }
  });
});

describe('print', () => {
  test('the sheet has the text, the passage numbers and every gloss, and leaves the controls out', async () => {
    const page = await visit('/speeches/ziyang-study-session/');
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.top', '.bar', '.toc', '.tools', '.foot']) expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    expect(await page.locator('#p3 .pno').isVisible()).toBe(true);
    expect(await page.locator('#intro-date').isVisible()).toBe(true);
    const notes = page.locator('.reader .note:not(.ed)');
    const opacity = await notes.evaluateAll((all) => all.map((note) => getComputedStyle(note).opacity));
    expect(new Set(opacity)).toEqual(new Set(['1']));
    expect(await page.locator('.reader .note p:not(.note-head)[lang="zh-Hans"]').first().isVisible()).toBe(true);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
  });
});

describe('a selection in the text', () => {
  test('is offered for searching and copying, without the signs of notes', async () => {
    const page = await visit(speech, { locale: 'en-US' });
    await page.evaluate(() => {
      const range = new Range();
      range.selectNodeContents(document.getElementById('p3s3')!);
      getSelection()!.addRange(range);
    });
    const bar = page.locator('#selection');
    await bar.waitFor({ state: 'visible' });
    const words = '中央经济工作会、省委X届X次全会、市委X届X次全会，自上而下、一以贯之的主题就是高质量发展。';
    expect(
      new URL(
        await bar
          .locator('a')
          .getAttribute('href')
          .then((href) => new URL(href!, page.url()).href),
      ).searchParams.get('q'),
    ).toBe(words);
    await bar.getByRole('button', { name: 'Copy with source' }).click();
    await expect.poll(() => page.locator('#toast').innerText()).toBe('Text and source copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`${words}\n`);
    await bar.locator('a').click();
    await page.locator('[data-search-state="done"]').waitFor();
    expect(await page.locator('[data-exact-count]').innerText()).toBe('1');
  });
});
