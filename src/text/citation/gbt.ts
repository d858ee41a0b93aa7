import { isoDate, readEdtf } from './dates.ts';
import type { Rich } from './rich.ts';
import type { Citation, CitedTitle } from './work.ts';

/** The editions of the standard; that of 2025 has replaced the other since 2026-07-01. */
export type GbtEdition = '2025' | '2015';

/** The marks in which the editions differ: that of 2025 writes colon and round brackets full width. */
const marks: Readonly<Record<GbtEdition, { colon: string; open: string; close: string }>> = {
  2025: { colon: '：', open: '（', close: '）' },
  2015: { colon: ': ', open: '(', close: ')' },
};

/**
 * GB/T 7714, numeric system: a web page is title[EB/OL]. （date）[accessed]. address. The standard asks for square brackets
 * round an estimated year and a title that the citer supplies; the question mark for a doubt and 约 for an approximation are those of Chinese catalogues.
 * Without an author the entry begins with the title. The same in both languages of the interface, since the item is Chinese.
 * @example 锚定发展目标：在区委全会上的讲话[EB/OL]. （[2020?]）[2026-11-21]. https://example.org/speeches/x/#p12.
 */
export function gbtEntry({ work, url, accessed }: Citation, edition: GbtEdition): Rich {
  const { open, close } = marks[edition];
  const date = gbtDate(work.date);
  return [`${gbtTitle(work.title, edition)}[EB/OL]. ${date && `${open}${date}${close}`}[${accessed}]. `, { link: url }, '.'];
}

function gbtTitle({ main, sub, supplied }: CitedTitle, edition: GbtEdition): string {
  const whole = sub ? `${main}${marks[edition].colon}${sub}` : main;
  return supplied ? `[${whole}]` : whole;
}

function gbtDate(edtf: string): string {
  const date = readEdtf(edtf);
  if (!date) return '';
  const { doubt } = date;
  if (!doubt) return isoDate(date);
  return `[${doubt === '?' ? '' : '约'}${isoDate(date)}${doubt === '~' ? '' : '?'}]`;
}
