import type { Bilingual } from '../../schemas/claim.ts';
import { type Recorded, recordKey } from './csl-json.ts';
import { readEdtf } from './dates.ts';
import { locatorWords } from './locator.ts';
import { chineseTitle, siteName } from './work.ts';

/** The format has no sign for a doubtful date; a note says so. */
const doubtWords: Readonly<Record<'?' | '~' | '%', Bilingual>> = {
  '?': { zh: '年份存疑', en: 'date uncertain' },
  '~': { zh: '年份为约计', en: 'date approximate' },
  '%': { zh: '年份为约计，且存疑', en: 'date approximate and uncertain' },
};

/** The citation as RIS: `ELEC`, a web page (`SOUND`, which a speech would become, is a recording). A translated title (`TT`) is left out: some readers take it for the title. Lines end as the format asks. */
export function ris(citation: Recorded, language: 'zh' | 'en'): string {
  const { work, url, accessed, edition } = citation;
  const date = readEdtf(work.date);
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', 'ELEC'],
    ['ID', recordKey(citation)],
    ['TI', chineseTitle(work.title)],
    ['T2', siteName[language]],
    ['M3', work.genre[language]],
    ['PY', date?.year],
    ['DA', date && [date.year, date.month ?? '', date.day ?? '', ''].join('/')],
    ['LA', work.language],
    ['N1', locatorWords(citation)?.[language]],
    ['N1', date?.doubt && `${doubtWords[date.doubt][language]} (EDTF ${work.date})`],
    ['N1', `${language === 'zh' ? '版次' : 'edition'} ${edition}`],
    ['UR', url],
    ['Y2', accessed?.replaceAll('-', '/')],
    ['ER', ''],
  ];
  return fields.flatMap(([tag, value]) => (value === undefined || (value === '' && tag !== 'ER') ? [] : [`${tag}  - ${value}\r\n`])).join('');
}
