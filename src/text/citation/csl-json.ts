import { readEdtf } from './dates.ts';
import { locatorWords } from './locator.ts';
import { type Citation, chineseTitle, siteName, type Work } from './work.ts';

/** An item of CSL-JSON 1.0 (https://docs.citationstyles.org/), the fields that we write. */
export interface CslItem {
  id: string;
  type: 'webpage';
  title: string;
  'title-short'?: string;
  'container-title': string;
  genre: string;
  language: string;
  issued?: { 'date-parts': [number[]]; circa?: boolean };
  accessed?: { 'date-parts': [number[]] };
  version: string;
  URL?: string;
  note?: string;
  /** What CSL has no field for: the work as the citations of this site are made from it. */
  custom: Work;
}

const dateParts = ({ year, month, day }: { year: string; month?: string; day?: string }): [number[]] => [[year, month, day].filter((part) => part !== undefined).map(Number)];

/** A citation to be recorded. A file of the build has no day of access and, while the site has no public address, no address. */
export type Recorded = Omit<Citation, 'accessed' | 'url'> & Partial<Pick<Citation, 'accessed' | 'url'>>;

/** Name of the record: the work and the place in it. */
export function recordKey({ work, first, last }: Pick<Citation, 'work' | 'first' | 'last'>): string {
  return [work.id, first, last !== first ? last : undefined].filter(Boolean).join('-');
}

/**
 * The citation as CSL-JSON. The view is that of a web page: type `speech` becomes an audio recording in other formats.
 * There is no `author`, since no speaker is named.
 */
export function toCslItem(citation: Recorded, language: 'zh' | 'en'): CslItem {
  const { work, accessed, url, edition } = citation;
  const issued = readEdtf(work.date);
  const place = locatorWords(citation)?.[language];
  return {
    id: recordKey(citation),
    type: 'webpage',
    title: chineseTitle(work.title),
    'container-title': siteName[language],
    genre: work.genre[language],
    language: work.language,
    ...(issued ? { issued: { 'date-parts': dateParts(issued), ...(issued.doubt ? { circa: true } : {}) } } : {}),
    ...(accessed ? { accessed: { 'date-parts': dateParts(readEdtf(accessed)!) } } : {}),
    version: edition,
    ...(url ? { URL: url } : {}),
    ...(place ? { note: place } : {}),
    custom: work,
  };
}

/** CSL-JSON as a file: a list of one item. */
export function cslJson(citation: Recorded, language: 'zh' | 'en'): string {
  return `${JSON.stringify([toCslItem(citation, language)], null, 1)}\n`;
}
