import { type Recorded, recordKey } from './csl-json.ts';
import { longDay, readEdtf } from './dates.ts';
import { locatorWords } from './locator.ts';
import { bracketedEnglish, chineseTitle, siteName } from './work.ts';

type Fields = [name: string, value: string | undefined][];

/** Characters that mean something to TeX. */
const special: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
const escapeTex = (text: string) => text.replace(/[\\{}&%$#_~^]/g, (character) => special[character] ?? `\\${character}`);

/** Fields that the programs read as they stand. */
const verbatim = new Set(['url', 'date', 'urldate']);

function entry(type: string, key: string, fields: Fields): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${verbatim.has(name) ? value : escapeTex(value)}},\n`] : []));
  return `@${type}{${key},\n${lines.join('')}}\n`;
}

const joined = (language: 'zh' | 'en', ...parts: (string | undefined)[]) => parts.filter(Boolean).join(language === 'zh' ? '，' : ', ');

/** The citation for biblatex: `@online`, whose `date` takes EDTF with its doubt. */
export function biblatex(citation: Recorded, language: 'zh' | 'en'): string {
  const { work, url, accessed, edition } = citation;
  return entry('online', recordKey(citation), [
    ['title', chineseTitle(work.title)],
    ['titleaddon', language === 'en' ? bracketedEnglish(work.title).trim() : undefined],
    ['date', work.date],
    ['organization', siteName[language]],
    ['version', edition],
    ['note', joined(language, work.genre[language], locatorWords(citation)?.[language])],
    ['url', url],
    ['urldate', accessed],
    ['langid', 'chinese'],
  ]);
}

/** The citation for classic BibTeX: `@misc`; `key` is what styles sort by when there is no author. */
export function bibtex(citation: Recorded, language: 'zh' | 'en'): string {
  const { work, url, accessed, edition } = citation;
  const date = readEdtf(work.date);
  return entry('misc', recordKey(citation), [
    ['key', work.title.pinyin ?? work.id],
    ['title', chineseTitle(work.title)],
    ['year', date && (date.doubt ? `[${date.year}?]` : date.year)],
    ['howpublished', siteName[language]],
    [
      'note',
      joined(
        language,
        work.genre[language],
        locatorWords(citation)?.[language],
        `${language === 'zh' ? '版次' : 'edition'} ${edition}`,
        accessed && `${language === 'zh' ? '访问' : 'accessed'} ${longDay(accessed, language)}`,
      ),
    ],
    ['url', url],
    ['language', 'chinese'],
  ]);
}
