import type { Term } from '../corpus/read-glossary.ts';
import { csv } from '../text/csv.ts';
import { termPath } from '../text/paths.ts';
import { type GlossaryData, splitMentions } from './glossary-data.ts';

/** What stands between the items of a list in one cell. */
export const listSeparator = ' | ';

const list = (items: readonly string[]) => items.join(listSeparator);
const dated = ({ date, ...text }: Term['codified'][number], language: 'zh' | 'en') => `${date ? `${date} ` : ''}${text[language]}`;
const members = (term: Term, language: 'zh' | 'en') => (term.members?.status === 'listed' ? list(term.members.items.map((item) => item[language])) : '');

/** The columns of `/glossary.csv`, in order: a promise to those who read it by program. */
const columns: Readonly<Record<string, (term: Term, data: GlossaryData) => string>> = {
  id: ({ id }) => id,
  term: ({ term }) => term,
  pinyin: ({ pinyin }) => pinyin,
  kind: ({ kind }) => kind,
  scope: ({ scope }) => scope,
  gloss_zh: ({ gloss }) => gloss.zh,
  gloss_en: ({ gloss }) => gloss.en,
  rendering: ({ renderings }) => renderings[0]!.text,
  other_renderings: ({ renderings }) => list(renderings.slice(1).map(({ text }) => text)),
  variants: ({ variants }) => list(variants),
  not_when: ({ notWhen }) => list(notWhen),
  only_when: ({ onlyWhen }) => list(onlyWhen),
  only_in: ({ onlyIn }) => list(onlyIn),
  members_zh: (term) => members(term, 'zh'),
  members_en: (term) => members(term, 'en'),
  first_use: ({ firstUse }) => firstUse?.date ?? '',
  first_use_status: ({ firstUse }) => firstUse?.status ?? '',
  first_use_zh: ({ firstUse }) => firstUse?.occasion.zh ?? '',
  first_use_en: ({ firstUse }) => firstUse?.occasion.en ?? '',
  codified_zh: ({ codified }) => list(codified.map((one) => dated(one, 'zh'))),
  codified_en: ({ codified }) => list(codified.map((one) => dated(one, 'en'))),
  image_zh: ({ image }) => image?.zh ?? '',
  image_en: ({ image }) => image?.en ?? '',
  allusion_line: ({ allusion }) => allusion?.line ?? '',
  allusion_zh: ({ allusion }) => (allusion ? list([allusion.work.zh, allusion.author.zh, allusion.turn.zh]) : ''),
  allusion_en: ({ allusion }) => (allusion ? list([allusion.work.en, allusion.author.en, allusion.turn.en]) : ''),
  official_zh: ({ official }) => list(official.map(({ zh }) => zh)),
  official_en: ({ official }) => list(official.map(({ en }) => en)),
  scholarship_zh: ({ scholarship }) => list(scholarship.map(({ zh }) => zh)),
  scholarship_en: ({ scholarship }) => list(scholarship.map(({ en }) => en)),
  reading_zh: ({ reading }) => reading?.zh ?? '',
  reading_en: ({ reading }) => reading?.en ?? '',
  related: ({ related }) => list(related),
  contrast: ({ contrast }) => list(contrast),
  sources: ({ sources }) => list(sources),
  evidence: ({ evidence }) => evidence,
  revised: ({ revised }) => revised,
  mentions: ({ id }, { mentions }) => String(splitMentions(mentions.get(id)).inPassages.length),
  heads: ({ id }, { mentions }) => String(splitMentions(mentions.get(id)).inHeads.length),
  speeches: ({ id }, { mentions }) => String(new Set(mentions.get(id)?.map(({ speech }) => speech)).size),
  address: ({ id }, { address }) => address(termPath(id)),
};

/** The glossary as a table, one entry a row; lists within a cell are parted by a bar between blanks. */
export function glossaryCsv(data: GlossaryData): string {
  return csv([Object.keys(columns), ...data.terms.map((term) => Object.values(columns).map((column) => column(term, data)))]);
}
