import type { Basis, Bilingual } from '../schemas/claim.ts';
import type { RedactionKind, SpeechMeta } from '../schemas/speech.ts';
import type { TermKind } from '../schemas/term.ts';

/** Names of the kinds of terms, in the order of the glossary's filter. */
export const kindLabels: Readonly<Record<TermKind, Bilingual>> = {
  'numbered-formula': { zh: '数字套语', en: 'numbered formula' },
  formulation: { zh: '固定表述', en: 'formulation' },
  concept: { zh: '概念', en: 'concept' },
  policy: { zh: '政策', en: 'policy' },
  technical: { zh: '术语', en: 'technical term' },
  institution: { zh: '机构', en: 'institution' },
  meeting: { zh: '会议', en: 'meeting' },
  document: { zh: '文献', en: 'document' },
  metaphor: { zh: '比喻', en: 'metaphor' },
  allusion: { zh: '典故', en: 'allusion' },
  idiom: { zh: '习语', en: 'idiom' },
};

/** Names of the kinds of documents. */
export const documentKindLabels: Readonly<Record<SpeechMeta['kind'], Bilingual>> = {
  'plenum-speech': { zh: '全会讲话', en: 'plenum speech' },
  'study-session-remarks': { zh: '学习班发言', en: 'study-session remarks' },
  'work-report': { zh: '工作报告', en: 'work report' },
  address: { zh: '致辞', en: 'address' },
  article: { zh: '文章', en: 'article' },
};

/** What a claim rests on, in words that stand beside its sign. */
export const basisLabels: Readonly<Record<Basis, Bilingual>> = {
  seen: { zh: '有据', en: 'source seen' },
  text: { zh: '据本篇', en: 'from the speech' },
  inferred: { zh: '推断', en: 'inferred' },
  recalled: { zh: '据记忆', en: 'from memory' },
};

/** What sort of work a document is, as citations name it. */
export const genreLabels: Readonly<Record<SpeechMeta['kind'], Bilingual>> = {
  'plenum-speech': { zh: '讲话', en: 'Speech' },
  'study-session-remarks': { zh: '发言', en: 'Remarks' },
  'work-report': { zh: '报告', en: 'Report' },
  address: { zh: '致辞', en: 'Address' },
  article: { zh: '文章', en: 'Article' },
};

/** What a redaction stands for: what kind of thing was removed, never which. */
export const redactionLabels: Readonly<Record<RedactionKind, Bilingual>> = {
  place: { zh: '地名', en: 'place name' },
  name: { zh: '人名或名称', en: 'name of a person or programme' },
  number: { zh: '数字', en: 'figure' },
  ordinal: { zh: '序数', en: 'number in a series' },
  year: { zh: '年份', en: 'year' },
  unspecified: { zh: '未详', en: 'not specified' },
};

/** Names of the sorts of documents in the bibliography. */
export const sourceSortLabels: Readonly<Record<'official' | 'speech' | 'news' | 'journal' | 'book' | 'reference' | 'web' | 'classic', Bilingual>> = {
  official: { zh: '文件、报告和统计', en: 'Documents, reports and statistics' },
  speech: { zh: '讲话', en: 'Speeches' },
  news: { zh: '报纸和通讯社', en: 'Newspapers and news agencies' },
  journal: { zh: '期刊', en: 'Journals and magazines' },
  book: { zh: '图书', en: 'Books' },
  reference: { zh: '词典和术语库', en: 'Dictionaries and termbases' },
  web: { zh: '网页', en: 'Web pages' },
  classic: { zh: '古籍和诗文', en: 'Classics and verse' },
};
