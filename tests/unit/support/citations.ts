import { citedSentences, writeAddress } from '../../../src/text/address.ts';
import { biblatex, bibtex } from '../../../src/text/citation/bibtex.ts';
import { cslJson } from '../../../src/text/citation/csl-json.ts';
import { ris } from '../../../src/text/citation/ris.ts';
import { type Citation, speechWork, termWork } from '../../../src/text/citation/work.ts';
import { receiptOf } from '../../../src/text/normalize.ts';
import { passagesOf, type Speech } from '../../../src/text/types.ts';
import { realSpeech, realSpeeches } from './speech.ts';

const seen = { accessed: '2026-11-21', edition: '2026-11-21.7k3m9x2p' };
const site = 'https://example.org';

/** The words of a place in a speech. */
function wordsOf(speech: Speech, first: string | undefined, last: string | undefined): string {
  if (first === 't1') return speech.title.lines.join('\n');
  const head = speech.sections.find(({ head }) => head?.id === first)?.head;
  if (head) return head.text;
  return citedSentences(passagesOf(speech), { ...(first ? { first } : {}), ...(last ? { last } : {}) })!
    .map(({ text }) => text)
    .join('');
}

/** A citation of a place in a real speech, with its receipt. */
export function citationOf(id: (typeof realSpeeches)[number], first?: string, last?: string): Citation {
  const speech = realSpeech(id);
  const place = { ...(first ? { first } : {}), ...(last ? { last } : {}) };
  const receipt = receiptOf(wordsOf(speech, first, last));
  return { work: speechWork(id, speech.meta), url: site + writeAddress(`/speeches/${id}/`, { ...place, receipt }), ...place, ...seen };
}

/** A citation of an entry. */
export const citationOfTerm: Citation = {
  work: termWork({
    id: 'san-da-gong-jian-zhan',
    term: '三大攻坚战',
    pinyin: 'sān dà gōngjiānzhàn',
    renderings: [{ text: 'three critical battles', basis: 'recalled' }],
    revised: '2026-11-20',
  }),
  url: `${site}/glossary/san-da-gong-jian-zhan/`,
  ...seen,
};

/** Citations of every sort, by what they cite. */
export const citations = (): [string, Citation][] => [
  ...realSpeeches.flatMap((id): [string, Citation][] => [
    [`${id}, whole`, citationOf(id)],
    [`${id}, passage`, citationOf(id, id === 'district-plenum' ? 'p12' : 'p3')],
    [`${id}, sentences of one passage`, citationOf(id, 'p4s2', 'p4s3')],
    [`${id}, passages`, citationOf(id, 'p2', 'p4')],
  ]),
  ['district-plenum, section head', citationOf('district-plenum', 'h2')],
  ['district-plenum, title', citationOf('district-plenum', 't1')],
  ['san-da-gong-jian-zhan', citationOfTerm],
];

/** The formats that reference managers read. */
export const formats = { biblatex, bibtex, ris, 'csl-json': cslJson } as const;
