import type { Bilingual } from '../../schemas/claim.ts';
import type { SpeechMeta } from '../../schemas/speech.ts';
import type { TermEntry } from '../../schemas/term.ts';
import { genreLabels } from '../labels.ts';
import { withoutTones } from '../pinyin.ts';

/** The name of the site, as citations give it. */
export const siteName: Bilingual = { zh: '提法 Tifa', en: 'Tifa' };

/** A title as citation styles need it. */
export interface CitedTitle {
  /** The lines of the title on one line. */
  main: string;
  /** The line that stands after a dash, without it. */
  sub?: string;
  /** True when the source has no title and the editors describe it. */
  supplied: boolean;
  /** Romanisation after GB/T 16159, words joined, without tones; for styles that ask for Latin letters. */
  pinyin?: string;
  /** Translation, if there is one. */
  en?: string;
}

/** Something that can be cited: a speech or an entry of the glossary. Neither has an author: no speaker is named, and entries are unsigned. */
export interface Work {
  id: string;
  kind: 'speech' | 'term';
  title: CitedTitle;
  /** What it is, in a word. */
  genre: Bilingual;
  language: string;
  /** Date in EDTF, empty when nothing is known. Of an entry: its last revision. */
  date: string;
}

/** A citation: of a work or a place in it, at an address, by a reader on a day. */
export interface Citation {
  work: Work;
  /** The full address, pinned with its receipt. */
  url: string;
  /** The first and the last unit that is cited; neither for the whole work. */
  first?: string;
  last?: string;
  /** The passages in which these stand, where a sentence has moved to another passage than its id names. */
  within?: readonly [first: string, last: string];
  /** The day on which the reader saw it, as 2026-11-21. */
  accessed: string;
  /** The edition of the site that the reader saw. */
  edition: string;
}

/** The speech as a work to cite. */
export function speechWork(id: string, { title, kind, language, date }: Pick<SpeechMeta, 'title' | 'kind' | 'language' | 'date'>): Work {
  const isSub = (line: string) => /^[—–]/.test(line);
  const main = title.lines.filter((line) => !isSub(line)).map((line) => line.trim().replace(/\s+/g, ' '));
  const sub = title.lines.filter(isSub).map((line) => line.replace(/^[—–]+\s*/, ''));
  return {
    id,
    kind: 'speech',
    title: {
      main: main.join(' '),
      ...(sub.length ? { sub: sub.join(' ') } : {}),
      supplied: title.supplied,
      ...(title.pinyin ? { pinyin: title.pinyin } : {}),
      // Without a translation the front matter has the title itself in its place.
      ...(title.en === title.lines.join(' ') ? {} : { en: title.en }),
    },
    genre: genreLabels[kind],
    language,
    date: date.edtf,
  };
}

/** The glossary entry as a work to cite. */
export function termWork({ id, term, pinyin, renderings, revised }: Pick<TermEntry, 'term' | 'pinyin' | 'renderings' | 'revised'> & { id: string }): Work {
  const letters = withoutTones(pinyin);
  return {
    id,
    kind: 'term',
    title: { main: term, supplied: false, pinyin: letters.charAt(0).toUpperCase() + letters.slice(1), en: renderings[0]!.text },
    genre: { zh: '词条', en: 'Glossary entry' },
    language: 'zh-Hans',
    date: revised,
  };
}

/** The title in Chinese on one line, its subtitle after a dash; square brackets round a title that the editors supplied. */
export function chineseTitle({ main, sub, supplied }: CitedTitle): string {
  const whole = sub ? `${main}——${sub}` : main;
  return supplied ? `[${whole}]` : whole;
}

/** The translation in sentence style, with a capital after a colon; nothing when there is none. */
export function englishTitle({ en }: CitedTitle): string | undefined {
  return en?.replace(/: (\p{Ll})/gu, (_, letter: string) => `: ${letter.toUpperCase()}`);
}

/** The translation in brackets, after the title; nothing when there is none. */
export function bracketedEnglish(title: CitedTitle): string {
  const english = englishTitle(title);
  return english ? ` [${english}]` : '';
}

/** What stands in the place of a title that the source lacks: a description in the language of the citation. */
export function describedTitle(title: CitedTitle): string {
  return englishTitle(title) ?? title.main;
}

/** A title short enough for a reference in running text: up to its first stop. */
export function shortTitle(title: CitedTitle, language: 'zh' | 'en'): string {
  if (language === 'zh') return title.supplied ? chineseTitle(title) : title.main.split(' ')[0]!;
  return title.supplied ? describedTitle(title) : (title.pinyin ?? title.main).split(/[,:] /)[0]!;
}
