import { biblatex } from './bibtex.ts';
import { cslJson, type Recorded } from './csl-json.ts';
import { ris } from './ris.ts';
import type { Work } from './work.ts';

/** Writes the record of a whole work: labels are in the language of the work, and an address stands in it while the site has one. */
const writerOf =
  (write: (citation: Recorded, language: 'zh' | 'en') => string) =>
  (work: Work, edition: string, url: string | undefined): string =>
    write({ work, edition, ...(url === undefined ? {} : { url }) }, 'zh');

/** The records of a whole work as files, by the ending of their names. */
export const recordFiles = {
  'csl.json': { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', write: writerOf(cslJson) },
  ris: { name: 'RIS', type: 'application/x-research-info-systems', write: writerOf(ris) },
  bib: { name: 'BibLaTeX', type: 'application/x-bibtex', write: writerOf(biblatex) },
} as const;
export type RecordEnding = keyof typeof recordFiles;
