import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { type ArcPicture, arcPicture, breakLines, dotRadius } from '../../../src/glossary/arc-picture.ts';

const picture = (change: Partial<ArcPicture> = {}) => {
  const { markup } = arcPicture({
    name: 'near',
    title: { zh: '图', en: 'Picture' },
    description: { zh: '说明', en: 'How to read it' },
    rows: [
      { id: 'a', href: '/glossary/a/', zh: '甲', en: 'A & B', radius: 2 },
      { id: 'b', zh: '乙', en: 'B', radius: 0, remark: { zh: '对照', en: 'compare' } },
      { id: 'c', href: '/glossary/c/', zh: '这是一个很长很长的提法，要分成两行才写得下', en: 'C', radius: 3 },
      { id: 'd', href: '/glossary/d/', zh: '丁', en: 'D', radius: 3 },
    ],
    arcs: [
      { from: 'd', to: 'a', kind: 'related' },
      { from: 'a', to: 'b', kind: 'contrast', width: 3 },
    ],
    ...change,
  });
  const failed: string[] = [];
  const document = new DOMParser({ onError: (level, message) => failed.push(`${level}: ${message}`) }).parseFromString(markup.replaceAll(' data-ui ', ' data-ui="" '), 'text/xml');
  expect(failed).toEqual([]);
  return { markup, svg: document.documentElement!, all: (name: string) => [...document.getElementsByTagName(name)] };
};
const { svg, all } = picture();

describe('an arc picture', () => {
  test('has a title and a description that it refers to', () => {
    expect([svg.getAttribute('role'), svg.getAttribute('aria-labelledby'), svg.getAttribute('aria-describedby')]).toEqual(['group', 'near-title', 'near-desc']);
    expect([all('title')[0]!.getAttribute('id'), all('desc')[0]!.getAttribute('id'), all('title')[0]!.textContent]).toEqual(['near-title', 'near-desc', '图 Picture']);
  });

  test('has its words as text, in their languages, inside links', () => {
    expect(all('a').map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['/glossary/a/', '甲A & B'],
      ['/glossary/c/', '这是一个很长很长的提法，要分成两行才写得下C'],
      ['/glossary/d/', '丁D'],
    ]);
    expect(all('tspan').filter((words) => words.getAttribute('lang') === null)).toEqual([]);
  });

  test('marks the word that the page is about, which is no link', () => {
    const self = all('g').find((row) => row.getAttribute('class') === 'row self')!;
    expect([self.textContent, self.getElementsByTagName('a').length]).toEqual(['乙B对照compare', 0]);
  });

  test('draws each arc once for the eye and once hidden in the other row', () => {
    expect(
      all('path')
        .map((path) => path.getAttribute('class'))
        .sort(),
    ).toEqual(['arc contrast', 'arc contrast twin', 'arc related', 'arc related twin']);
    const shown = all('g').map((row) => [...row.getElementsByTagName('path')].map((path) => path.getAttribute('class')!.includes('twin')));
    expect(shown).toEqual([[false, false], [true], [], [true]]);
  });

  test('an arc goes down from the upper row to the lower and stays inside the picture', () => {
    for (const path of all('path')) {
      const [, x1, y1, rx, ry, x2, y2] = /^M([\d.]+) ([\d.]+)A([\d.]+) ([\d.]+) 0 0 0 ([\d.]+) ([\d.]+)$/.exec(path.getAttribute('d')!)!.map(Number);
      expect(x1).toBe(x2);
      expect(y2! - y1!).toBeCloseTo(2 * ry!, 0);
      expect(rx!).toBeLessThan(x1!);
    }
  });

  test('makes room for a word of several lines', () => {
    const heights = all('rect').map((area) => Number(area.getAttribute('height')));
    expect(heights).toEqual([26, 26, 48, 26]);
    expect(Number(svg.getAttribute('height'))).toBe(heights.reduce((sum, one) => sum + one, 8));
  });

  test('shows a dot for a term that is used, and a ring for one that is not', () => {
    expect([all('circle').map((circle) => circle.getAttribute('class'))]).toEqual([['dot', 'ring', 'dot', 'dot']]);
  });
});

describe('breaking a word into lines', () => {
  test.each<[string, string[]]>([
    ['四个自信', ['四个自信']],
    ['稳增长、促改革、调结构、惠民生', ['稳增长、促改革、', '调结构、惠民生']],
    ['思想上深刻认同，政治上坚决维护', ['思想上深刻认同，', '政治上坚决维护']],
    ['甲乙丙丁戊己庚辛壬癸子', ['甲乙丙丁戊己庚辛壬癸', '子']],
    ['甲、乙丙丁戊己庚辛壬癸子', ['甲、乙丙丁戊己庚辛壬', '癸子']],
    ['𠮷'.repeat(12), ['𠮷'.repeat(10), '𠮷𠮷']],
  ])('%s', (text, lines) => {
    expect(breakLines(text, 10)).toEqual(lines);
  });
});

test('the area of a dot grows with the mentions, up to a limit', () => {
  expect([0, 1, 4, 10_000].map(dotRadius)).toEqual([0, 2.25, 3, 7]);
});
