import { biblatex } from './bibtex.ts';
import { cslJson, type Recorded } from './csl-json.ts';
import { ris } from './ris.ts';

/** The records of a whole work as files, by the ending of their names; labels are in the language of the work. */
export const recordFiles = {
  'csl.json': { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', write: (citation: Recorded) => cslJson(citation, 'zh') },
  ris: { name: 'RIS', type: 'application/x-research-info-systems', write: (citation: Recorded) => ris(citation, 'zh') },
  bib: { name: 'BibLaTeX', type: 'application/x-bibtex', write: (citation: Recorded) => biblatex(citation, 'zh') },
} as const;
export type RecordEnding = keyof typeof recordFiles;
