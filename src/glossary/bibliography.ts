import { namedSources, type Term } from '../corpus/read-glossary.ts';
import type { Source } from '../schemas/source.ts';
import { issuedOn } from '../text/reference.ts';

/** Sorts of documents, in the order of the bibliography; each takes in one or more types of CSL. */
export const sourceSorts = ['official', 'speech', 'news', 'journal', 'book', 'reference', 'web', 'classic'] as const;
export type SourceSort = (typeof sourceSorts)[number];

const sortOfType: Readonly<Record<Source['type'], SourceSort>> = {
  report: 'official',
  legislation: 'official',
  document: 'official',
  dataset: 'official',
  speech: 'speech',
  'article-newspaper': 'news',
  'article-journal': 'journal',
  'article-magazine': 'journal',
  book: 'book',
  chapter: 'book',
  'entry-encyclopedia': 'reference',
  'entry-dictionary': 'reference',
  webpage: 'web',
  classic: 'classic',
};

/** A record with the entries that rest on it. */
export interface BibliographyRecord {
  id: string;
  source: Source;
  terms: Term[];
}

/** The bibliography by sort, within a sort by date; what has no date comes last. Sorts without records are left out. */
export function bibliographyOf(sources: ReadonlyMap<string, Source>, terms: readonly Term[]): { sort: SourceSort; records: BibliographyRecord[] }[] {
  const resting = new Map<string, Term[]>();
  for (const term of terms) {
    for (const id of new Set(namedSources(term).map((named) => named.id))) {
      const known = resting.get(id);
      if (known) known.push(term);
      else resting.set(id, [term]);
    }
  }
  const key = ({ id, source }: BibliographyRecord) => `${issuedOn(source) ?? '9999'} ${id}`;
  const records = [...sources].map(([id, source]): BibliographyRecord => ({ id, source, terms: resting.get(id) ?? [] })).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return sourceSorts.map((sort) => ({ sort, records: records.filter(({ source }) => sortOfType[source.type] === sort) })).filter(({ records }) => records.length > 0);
}
