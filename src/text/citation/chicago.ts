import { americanDate, chineseDate, longDay, readEdtf } from './dates.ts';
import { locatorWords } from './locator.ts';
import type { Rich } from './rich.ts';
import { bracketedEnglish, type Citation, type CitedTitle, chineseTitle, describedTitle, siteName, type Work } from './work.ts';

/**
 * Chicago, 18th edition, notes and bibliography, website content. Title in quotation marks (a title that the editors supplied:
 * without), then the kind, the site, the date, the place, the day of access and the address. For Chinese works the style gives the
 * romanised title, the characters, and a translation in brackets; a guessed date stands in brackets as [2020?] or [ca. 2022].
 */
export function chicagoNote(citation: Citation, language: 'zh' | 'en'): Rich {
  const { work, url, accessed } = citation;
  const place = locatorWords(citation)?.[language];
  const kind = work.title.supplied ? [] : [language === 'zh' ? work.genre.zh : work.genre.en.toLowerCase()];
  const parts = [...kind, siteName[language], chicagoDate(work, language), place, access(accessed, language)].filter(Boolean).join(', ');
  return [`${closedBy(titleWords(work.title, language), ',')} ${parts}, `, { link: url }, '.'];
}

/** The entry of the bibliography: without an author it begins with the name of the site. */
export function chicagoBibliography({ work, url, accessed }: Citation, language: 'zh' | 'en'): Rich {
  const kind = work.title.supplied ? [] : [work.genre[language]];
  const parts = [...kind, capital(chicagoDate(work, language)), capital(access(accessed, language))].filter(Boolean).join('. ');
  return [`${siteName[language]}. ${closedBy(titleWords(work.title, language), '.')} ${parts}. `, { link: url }, '.'];
}

function titleWords(title: CitedTitle, language: 'zh' | 'en'): string {
  if (language === 'zh') return title.supplied ? chineseTitle(title) : `《${chineseTitle(title)}》`;
  if (title.supplied) return describedTitle(title);
  const name = title.pinyin ? `“${title.pinyin}” ${chineseTitle(title)}` : `“${chineseTitle(title)}”`;
  return name + bracketedEnglish(title);
}

/** A stop after the title; inside the quotation marks when it ends with them. */
function closedBy(title: string, stop: ',' | '.'): string {
  return title.endsWith('”') ? `${title.slice(0, -1)}${stop}”` : title + stop;
}

function chicagoDate({ kind, date }: Work, language: 'zh' | 'en'): string {
  const read = readEdtf(date);
  if (!read) return '';
  const words = language === 'zh' ? chineseDate(read) : americanDate(read);
  if (kind === 'term') return language === 'zh' ? `${words}修订` : `last modified ${words}`;
  if (!read.doubt) return words;
  const about = language === 'zh' ? '约' : 'ca. ';
  return `[${read.doubt === '?' ? '' : about}${words}${read.doubt === '~' ? '' : '?'}]`;
}

const access = (day: string, language: 'zh' | 'en') => (language === 'zh' ? `${longDay(day, 'zh')}访问` : `accessed ${longDay(day, 'en')}`);
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
