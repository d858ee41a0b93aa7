import { apaDate, chineseDate, longDay, readEdtf } from './dates.ts';
import { locatorWords } from './locator.ts';
import type { Rich } from './rich.ts';
import { bracketedEnglish, type Citation, chineseTitle, describedTitle, shortTitle, siteName, type Work } from './work.ts';

/**
 * APA, 7th edition, a work on a website: without an author the title comes first; a title in another script is romanised and
 * translated in brackets; the kind of the work follows in brackets of its own; a title that the source lacks is a description in
 * brackets (sections 9.12, 9.19 to 9.22, 9.38). In Chinese the title stands as it is.
 * @example Maoding fazhan mubiao [Fix on the goals] [Speech]. (ca. 2020). Tifa. Retrieved November 21, 2026, from https://…
 */
export function apaReference({ work, url, accessed }: Citation, language: 'zh' | 'en'): Rich {
  const { title, genre } = work;
  if (language === 'zh') {
    const kind = title.supplied ? '' : ` [${genre.zh}]`;
    return [`${chineseTitle(title)}${kind}. (${apaYear(work, 'zh')}). ${siteName.zh}. ${longDay(accessed, 'zh')}检索自 `, { link: url }];
  }
  const name: Rich = title.supplied ? [`[${describedTitle(title)}]`] : [{ italic: title.pinyin ?? chineseTitle(title) }, `${bracketedEnglish(title)} [${genre.en}]`];
  return [...name, `. (${apaYear(work, 'en')}). ${siteName.en}. Retrieved ${longDay(accessed, 'en')}, from `, { link: url }];
}

/** The reference in running text, with the place. */
export function apaInText(citation: Citation, language: 'zh' | 'en'): Rich {
  const { work } = citation;
  const place = locatorWords(citation);
  const { title } = work;
  if (language === 'zh') {
    const name = title.supplied ? chineseTitle(title) : `《${shortTitle(title, 'zh')}》`;
    return [`（${[name, yearOnly(work, 'zh'), ...(place ? [place.zh] : [])].join('，')}）`];
  }
  const name: Rich = title.supplied ? [`[${describedTitle(title)}]`] : [{ italic: shortTitle(title, 'en') }];
  return ['(', ...name, `, ${[yearOnly(work, 'en'), ...(place ? [place.en] : [])].join(', ')})`];
}

function apaYear({ date }: Work, language: 'zh' | 'en'): string {
  const read = readEdtf(date);
  if (!read) return language === 'zh' ? '无日期' : 'n.d.';
  if (language === 'en') return `${read.doubt && 'ca. '}${apaDate(read)}`;
  return `${read.doubt && '约'}${read.month ? chineseDate(read) : read.year}`;
}

const yearOnly = (work: Work, language: 'zh' | 'en') => apaYear({ ...work, date: work.date.replace(/^(\d{4})[-\d]*/, '$1') }, language);
