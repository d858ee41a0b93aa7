import type { Bilingual } from '../schemas/claim.ts';
import { readNumeral } from './numerals.ts';

/** A date as a text states it. */
export interface StatedDate {
  /** In Extended Date/Time Format (ISO 8601-2), as exact as it is stated. */
  edtf: string;
  /** As it is stated, and in the other language of the interface. */
  words: Bilingual;
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const monthName = months
  .map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?\\.?`)
  .join('|')
  .replace('Sep(?:tember)?', 'Sept?(?:ember)?');

const numeral = '[\\d０-９〇零○一二三四五六七八九十廿卅]';
const patterns: readonly RegExp[] = [
  new RegExp(`(?<roc>(?:中[華华])?民[國国])\\s*(?<year>${numeral}{1,4})\\s*年(?:\\s*(?<month>${numeral}{1,3})\\s*月(?:\\s*(?<day>${numeral}{1,3})\\s*[日號号])?)?`, 'u'),
  new RegExp(`(?<year>${numeral}{4})\\s*年(?:\\s*(?<month>${numeral}{1,3})\\s*月(?:\\s*(?<day>${numeral}{1,3})\\s*[日號号])?)?`, 'u'),
  /(?<!\d)(?<year>(?:19|20)\d\d)(?<sign>[-./])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/u,
  new RegExp(`(?<monthName>${monthName})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>(?:1[6-9]|20)\\d\\d)`, 'iu'),
  new RegExp(`(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<monthName>${monthName})\\s+(?<year>(?:1[6-9]|20)\\d\\d)`, 'iu'),
];

/**
 * The first date that a line states, in Chinese or Arabic numerals, in years of the Republic of China, or in English.
 * @example findDate('（二〇二一年三月五日）') // { edtf: '2021-03-05', words: { zh: '二〇二一年三月五日', en: '5 March 2021' } }
 */
export function findDate(text: string): StatedDate | undefined {
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const year = (readNumeral(groups['year']!) ?? 0) + (groups['roc'] ? 1911 : 0);
    const month = groups['monthName']
      ? months.findIndex((name) => name.slice(0, 3).toLowerCase() === groups['monthName']!.slice(0, 3).toLowerCase()) + 1
      : groups['month']
        ? readNumeral(groups['month'])
        : undefined;
    const day = groups['day'] ? readNumeral(groups['day']) : undefined;
    if (!isDate(year, month, day)) continue;
    const edtf = [String(year), ...[month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'))].join('-');
    const english = [day, month && months[month - 1], year].filter((part) => part !== undefined).join(' ');
    const stated = pattern.exec(text)![0];
    return { edtf, words: { zh: /[年]/.test(stated) ? stated.replace(/\s+/g, '') : inChinese(year, month, day), en: english } };
  }
  return undefined;
}

function isDate(year: number, month: number | undefined, day: number | undefined): boolean {
  if (year < 1600 || year > 2199) return false;
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
}

const inChinese = (year: number, month: number | undefined, day: number | undefined) => `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
