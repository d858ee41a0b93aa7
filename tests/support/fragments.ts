import type { Page } from 'playwright-core';
import { readPixels } from './pixels.ts';

/** A stretch of the text of a speech, by offsets into its passages joined. */
export interface Stretch {
  start: number;
  length: number;
}

/** What the browser made of a link with a text fragment. */
export type Outcome = 'found' | 'missed' | 'wrong place';

/** The colour in which found words are painted, unlike any of the site. */
const paint = 'rgb(1, 2, 253)';

/** Range over a stretch of the passages of the page; run in the page. */
const rangeOf = ({ start, length }: Stretch) => {
  const nodes: Text[] = [];
  for (const text of document.querySelectorAll('.reader .ptext')) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, (node) => (node.parentElement!.closest('.vh') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  }
  const place = (offset: number, atEnd: boolean): [Text, number] => {
    let rest = offset;
    for (const node of nodes) {
      if (atEnd ? rest <= node.length : rest < node.length) return [node, rest];
      rest -= node.length;
    }
    throw new Error('beyond the text');
  };
  const range = new Range();
  range.setStart(...place(start, false));
  range.setEnd(...place(start + length, true));
  return range;
};

/** Selects a stretch on a speech page, as a reader would, and copies its link from the cite menu. */
export async function linkOf(page: Page, stretch: Stretch): Promise<string> {
  await page.evaluate(`{ const range = (${rangeOf})(${JSON.stringify(stretch)}); getSelection().removeAllRanges(); getSelection().addRange(range); }`);
  await page.keyboard.press('c');
  const dialog = page.locator('dialog#cite-menu');
  await dialog.waitFor();
  await dialog.locator('.acts button').first().click();
  await dialog.locator('.cite-status span').first().waitFor({ state: 'attached' });
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return link;
}

/** Opens a link with a text fragment and looks at the picture: are just these words painted as found? */
export async function follow(page: Page, scratch: Page, link: string, stretch: Stretch): Promise<Outcome> {
  await page.goto('about:blank');
  await page.goto(link);
  // What is said of the citation stands in the text under the first passage, and moves what is below it.
  await page.locator('.receipt > *').first().waitFor();
  await page.addStyleTag({ content: `::target-text { background: ${paint} !important; color: ${paint} !important; }` });
  // The lines that are in sight: at the edge of the window may be blank space.
  const expected = (await page.evaluate(`(() => {
    const column = document.querySelector('.reader .ptext').getBoundingClientRect();
    const lines = [...(${rangeOf})(${JSON.stringify(stretch)}).getClientRects()]
      .filter(({ width, left, right, top, bottom }) => width > 0 && left >= column.left - 1 && right <= column.right + 40 && top < innerHeight && bottom > 0);
    return { top: Math.max(0, Math.min(...lines.map(({ top }) => top))), bottom: Math.min(innerHeight, Math.max(...lines.map(({ bottom }) => bottom))), left: column.left, width: column.width, height: innerHeight };
  })()`)) as { top: number; bottom: number; left: number; width: number; height: number };
  const picture = await page.screenshot({ clip: { x: expected.left, y: 0, width: expected.width, height: expected.height } });
  const { data, width } = await readPixels(picture, scratch);
  const rows: number[] = [];
  for (let i = 0; i < data.length; i += 4) if (data[i]! < 8 && data[i + 1]! < 8 && data[i + 2]! > 245) rows.push(Math.floor(i / 4 / width));
  if (rows.length === 0) return 'missed';
  const painted = { top: rows[0]!, bottom: rows.at(-1)! };
  // A cut at words may take in the end of the line before, or the beginning of the line after: so many pixels and a little more.
  const line = 45;
  return Math.abs(painted.top - expected.top) <= line && Math.abs(painted.bottom - expected.bottom) <= line ? 'found' : 'wrong place';
}

/** Random stretches, most of them short, some over two or three passages. */
export function stretches(total: number, count: number, random: () => number): Stretch[] {
  return Array.from({ length: count }, () => {
    const length = 1 + Math.floor(random() ** 3 * 500);
    return { start: Math.floor(random() * (total - length)), length };
  });
}
