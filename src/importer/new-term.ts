import { pinyin } from 'pinyin-pro';
import type { TermKind } from '../schemas/term.ts';
import { toSlug } from './speech-id.ts';

/** What is known of a term before its entry is written. */
export interface NewTerm {
  term: string;
  pinyin?: string | undefined;
  kind?: TermKind | undefined;
  /** The day, as 2026-11-21. */
  today: string;
}

/** The slug of a term: pinyin without tones, a syllable a word; a number where it is taken. */
export function slugOf(term: string, taken: { has(slug: string): boolean }): string {
  const slug = toSlug(term).slice(0, 120).replace(/-+$/, '');
  for (let number = 1; ; number++) {
    const one = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(one)) return one;
  }
}

/**
 * An entry to be written: valid by its schema, with TODO where the editor has to write. `npm run check` reports each TODO, and a
 * build stops at it. The pinyin is a proposal, syllable by syllable with citation tones; the editor joins the words.
 */
export function scaffoldTerm({ term, pinyin: given, kind: told, today }: NewTerm): string {
  const proposed = pinyin(term, { toneSandhi: false, nonZh: 'consecutive', type: 'array' }).join(' ').replace(/\s+/g, ' ').trim();
  const kind = told ?? (/^[二两三四五六七八九十]\p{Script=Han}/u.test(term) ? 'numbered-formula' : 'formulation');
  return [
    '---',
    `term: ${JSON.stringify(term)}`,
    `pinyin: ${JSON.stringify(given ?? `TODO ${proposed}`)}`,
    `kind: ${kind}`,
    'gloss:',
    '  zh: "TODO 一两句话：它的意思，以及它在这样的讲话里起什么作用"',
    '  en: "TODO what it means and does in such a speech, in one or two sentences"',
    '  basis: recalled',
    'renderings:',
    '  - text: "TODO an English version, the preferred one first"',
    '    basis: recalled',
    ...(ofKind[kind]?.(today.slice(0, 4)) ?? []),
    `revised: "${today}"`,
    '---',
    '',
  ].join('\n');
}

/** What entries of some kinds cannot do without. */
const ofKind: Readonly<Partial<Record<TermKind, (year: string) => string[]>>> = {
  'numbered-formula': (year) => [
    'members: # if the speech does not list them and you do not know them: { status: not-given }',
    '  status: listed',
    '  items:',
    '    - { zh: "TODO 第一项", en: "TODO" }',
    '    - { zh: "TODO 第二项", en: "TODO" }',
    '  basis: recalled',
    'firstUse: # not needed with “scope: local”',
    `  date: "${year}" # this year; write that of the earliest use you have seen`,
    '  occasion: { zh: "TODO 所见最早用例的场合或文件", en: "TODO the occasion or document of the earliest use you have seen" }',
    '  certainty: low',
    '  status: earliest-seen',
    '  basis: recalled',
  ],
  metaphor: () => ['image: { zh: "TODO 比喻的本来意思", en: "TODO what it pictures" }'],
  allusion: () => [
    'allusion:',
    '  work: { zh: "TODO 出处", en: "TODO" }',
    '  author: { zh: "TODO 作者", en: "TODO" }',
    '  line: "TODO 原文"',
    '  turn: { zh: "TODO 讲话怎样用它", en: "TODO" }',
    '  basis: recalled',
  ],
};
