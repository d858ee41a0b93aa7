import { chineseDate, longDay, mlaDate, readEdtf } from './dates.ts';
import { locatorWords } from './locator.ts';
import type { Rich } from './rich.ts';
import { bracketedEnglish, type Citation, type CitedTitle, chineseTitle, describedTitle, shortTitle, siteName, type Work } from './work.ts';

/**
 * MLA, 9th edition: title, container (the site) with its version, date and location, then the day of access and the kind of the
 * work. It is the one style with a place for the edition of a site. Dates that are not certain stand in brackets: [2020?], [circa 2022].
 */
export function mlaEntry({ work, url, accessed, edition }: Citation, language: 'zh' | 'en'): Rich {
  const { title, genre } = work;
  const date = mlaYear(work, language);
  if (language === 'zh') {
    const name = title.supplied ? chineseTitle(title) : `《${chineseTitle(title)}》`;
    return [`${name}. ${siteName.zh}, 版次 ${edition}, ${date && `${date}, `}`, { link: url }, `. ${longDay(accessed, 'zh')}访问.${title.supplied ? '' : ` ${genre.zh}.`}`];
  }
  const day = mlaDate(readEdtf(accessed)!);
  return [
    `${titleWords(title)} `,
    { italic: siteName.en },
    `, edition ${edition}, ${date && `${date}, `}`,
    { link: url },
    `. Accessed ${day}.${title.supplied ? '' : ` ${genre.en}.`}`,
  ];
}

/** The reference in running text, with the place. */
export function mlaInText(citation: Citation, language: 'zh' | 'en'): Rich {
  const { title } = citation.work;
  const place = locatorWords(citation);
  const short = shortTitle(title, language);
  if (language === 'zh') return [`（${title.supplied ? short : `《${short}》`}${place ? `，${place.zh}` : ''}）`];
  if (title.supplied) return [`(${short}${place ? `, ${place.mla}` : ''})`];
  return [place ? `(“${short},” ${place.mla})` : `(“${short}”)`];
}

function titleWords(title: CitedTitle): string {
  if (title.supplied) return `${describedTitle(title)}.`;
  const english = bracketedEnglish(title);
  return english ? `“${title.pinyin ?? chineseTitle(title)}”${english}.` : `“${title.pinyin ?? chineseTitle(title)}.”`;
}

function mlaYear({ date }: Work, language: 'zh' | 'en'): string {
  const read = readEdtf(date);
  if (!read) return '';
  const words = language === 'zh' ? chineseDate(read) : mlaDate(read);
  if (!read.doubt) return words;
  const about = language === 'zh' ? '约' : 'circa ';
  return `[${read.doubt === '?' ? '' : about}${words}${read.doubt === '~' ? '' : '?'}]`;
}
