import { readNumeral } from './numerals.ts';

/** The sign with which a head or item begins. */
export interface Marker {
  kind: 'part' | 'chinese' | 'chinese-bracketed' | 'digit' | 'digit-bracketed' | 'ordinal' | 'point';
  /** Its number, where it has one. */
  number: number | undefined;
  /** The words after it. */
  rest: string;
}

const chinese = '[一二三四五六七八九十百]{1,4}';
const shapes: readonly (readonly [Marker['kind'], RegExp])[] = [
  ['part', new RegExp(`^第(?<number>${chinese}|\\d{1,2})(?:部分|章|节|節|编|編|篇)(?:[：:　\\s、.．]+|$)(?<rest>.*)$`, 'u')],
  ['chinese', new RegExp(`^(?<number>${chinese})[、.．](?<rest>.*)$`, 'u')],
  // Essays are divided by numerals that stand alone.
  ['chinese', /^(?<number>[一二三四五六七八九十]{1,2})(?<rest>)$/u],
  ['chinese-bracketed', new RegExp(`^[（(〔【](?<number>${chinese})[）)〕】][、.．]?(?<rest>.*)$`, 'u')],
  ['digit', /^(?<number>[\d０-９]{1,2})(?:[.．](?![\d０-９])|、)(?<rest>.*)$/u],
  ['digit-bracketed', /^(?:[（(](?<number>[\d０-９]{1,2})[）)]|(?<closed>\d{1,2})[）)]|(?<sign>[①-⑳⑴-⒇⒈-⒛]))(?<rest>.*)$/u],
  ['ordinal', new RegExp(`^第(?<number>${chinese})[，、,：:](?<rest>.*)$`, 'u')],
  ['point', new RegExp(`^(?<number>${chinese})(?:是|要|个是|個是)(?<rest>.*)$`, 'u')],
];

/** The sign with which a line begins, if it does: 第一部分, 一、, （一）, 1., （1）, 第一，, 一是. */
export function markerOf(text: string): Marker | undefined {
  for (const [kind, shape] of shapes) {
    const groups = shape.exec(text)?.groups;
    if (!groups) continue;
    const written = groups['number'] ?? groups['closed'];
    const number = written === undefined ? readNumeral((groups['sign'] ?? '').normalize('NFKC').replace(/[().]/g, '')) : readNumeral(written);
    return { kind, number, rest: (groups['rest'] ?? '').trim() };
  }
  return undefined;
}

/** True when a text is written in Chinese for the most part. */
export function isChinese(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => /\p{Script=Han}/u.test(letter)).length * 2 > letters.length;
}

/** Longest line that may be a head, in UTF-16 units. */
const longestHead = { chinese: 60, other: 90 };

/** True when a line could be a head by its shape: short, one sentence at most, and not ending as a sentence does. */
export function hasHeadShape(text: string): boolean {
  return text.length <= (isChinese(text) ? longestHead.chinese : longestHead.other) && !/[。！？；][^”’」』）》]/u.test(text) && !/[。；;，,、…]$|[^A-Z0-9]\.$/u.test(text);
}

/** True when a line ends as a sentence or paragraph does. */
export function endsSentence(text: string): boolean {
  return /[。！？；：….!?;:][”’」』）》】"')\]]*(?:\[\d+\]|[①-⑳])*$|[”’」』）》】\])]$/u.test(text);
}
