import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Corpus, readCorpus } from '../../../src/corpus/corpus.ts';
import { notesSchema } from '../../../src/schemas/speech.ts';
import { type ParsedSpeech, parseSpeech, type SpeechContext } from '../../../src/speech/parse.ts';
import type { Gloss } from '../../../src/speech/render-gloss.ts';
import type { RenderContext } from '../../../src/speech/render-html.ts';
import type { Lock } from '../../../src/text/permalinks/lock.ts';
import { mintLock } from '../../../src/text/permalinks/mint.ts';
import { formatProblem, type Problem, sortProblems } from '../../../src/text/problems.ts';
import { createTermMatcher } from '../../../src/text/terms.ts';
import type { Passage, Speech } from '../../../src/text/types.ts';
import { readYaml, validate } from '../../../src/text/yaml.ts';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Front matter of a small invented speech, 12 lines long; the text begins on line 13. */
export const frontMatter = `---
title:
  lines: ["关于丰收的讲话"]
  en: On the harvest
  short: { zh: 丰收讲话, en: Harvest }
kind: address
genre: { zh: 致辞, en: Address }
speaker: { zh: 未见, en: not given, status: unknown }
place: { zh: 未见, en: not given, status: unknown }
date: { edtf: "2020?", written: { zh: 2020年, en: "2020", basis: inferred } }
source: { file: harvest.txt, sha256: ${'0123456789abcdef'.repeat(4)} }
---
`;

/** The front matter with one line replaced; it keeps its number of lines. */
export function frontMatterWith(line: number, written: string): string {
  return frontMatter
    .split('\n')
    .with(line - 1, written)
    .join('\n');
}

/** The front matter with one more field before its end. */
export function frontMatterAnd(field: string): string {
  return frontMatter.replace(/---\n$/, `${field}\n---\n`);
}

const gloss = (id: string, term: string, kind: Gloss['kind']): Gloss => ({
  id,
  term,
  pinyin: `pinyin of ${id}`,
  kind,
  gloss: { zh: `${term}的释义`, en: `gloss of ${id}`, basis: 'recalled' },
  renderings: [{ text: `rendering of ${id}`, basis: 'recalled' }],
});

/** A small invented glossary. */
export const glosses: ReadonlyMap<string, Gloss> = new Map([
  ['feng-shou', gloss('feng-shou', '丰收', 'formulation')],
  ['liang-shi-an-quan', gloss('liang-shi-an-quan', '粮食安全', 'policy')],
  ['san-nong', gloss('san-nong', '三农', 'numbered-formula')],
]);

const matcher = createTermMatcher([
  { id: 'feng-shou', forms: ['丰收'], notWhen: ['丰收节'] },
  { id: 'liang-shi-an-quan', forms: ['粮食安全', '粮安'], notWhen: [] },
  { id: 'san-nong', forms: ['三农', '“三农”'], notWhen: [] },
]);

/** What a small speech is rendered with: a site under the address /. */
export const rendering: RenderContext = { terms: glosses, href: (path) => path };

export interface ParseOptions {
  /** The notes file. */
  notes?: string;
  /** Its lock; left out, ids are minted from the text itself; `undefined`, there is none. */
  lock?: Lock | undefined;
}

/** Parses the file speech.mdx of the speech “harvest” against the small glossary. */
export function parse(text: string, options: ParseOptions = {}): ParsedSpeech {
  const source = { file: 'speech.mdx', id: 'harvest', text };
  const notesYaml = readYaml('notes.yaml', options.notes ?? '{}');
  const notes = new Map(Object.entries(validate(notesSchema, notesYaml).value!));
  const context: SpeechContext = { matcher, terms: new Set(glosses.keys()), notes, notesYaml, lock: undefined };
  const lock = 'lock' in options ? options.lock : lockOf(parseSpeech(source, context));
  return parseSpeech(source, { ...context, lock });
}

/** A fresh lock for a parsed speech. */
export function lockOf({ units }: ParsedSpeech): Lock | undefined {
  return units && mintLock('harvest', units);
}

/** The speech that a body makes under the usual front matter; it must have no problems. */
export function speechOf(body: string, options: ParseOptions & { front?: string } = {}): Speech {
  const { speech, problems } = parse((options.front ?? frontMatter) + body, options);
  if (!speech || problems.length) throw new Error(report(problems));
  return speech;
}

/** The only passage of a body. */
export function passageOf(body: string, options: ParseOptions & { front?: string } = {}): Passage {
  const passages = speechOf(body, options).sections.flatMap((section) => section.passages);
  if (passages.length !== 1) throw new Error(`${passages.length} passages, not one`);
  return passages[0]!;
}

/** Problems as an editor reads them. */
export function report(problems: readonly Problem[]): string {
  return sortProblems(problems).map(formatProblem).join('\n');
}

/** What is reported about a body under the usual front matter (the text begins on line 13). */
export function reportOn(body: string, options: ParseOptions = {}): string {
  return report(parse(frontMatter + body, options).problems);
}

let corpus: Corpus | undefined;

/** The real content, read once. */
export function realCorpus(): Corpus {
  corpus ??= readCorpus(root);
  return corpus;
}

/** The ids of the two real speeches that the tests know by name. */
export const realSpeeches = ['district-plenum', 'ziyang-study-session'] as const;

const parsed = new Map<string, Speech>();

/** A real speech. */
export function realSpeech(id: (typeof realSpeeches)[number]): Speech {
  const known = parsed.get(id);
  if (known) return known;
  const { speech } = realCorpus().parse(realFile(id));
  parsed.set(id, speech!);
  return speech!;
}

/** The file of a real speech. */
export function realFile(id: (typeof realSpeeches)[number]) {
  return realCorpus().speeches.find((file) => file.id === id)!;
}

/** A fixture, as text. */
export function fixture(path: string): string {
  return readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8');
}
