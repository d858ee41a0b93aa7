import type { Introduction } from '../schemas/introduction.ts';
import type { NoteText } from '../schemas/speech.ts';
import { speechSchema } from '../schemas/speech.ts';
import { type BoundIds, bindIds, isMismatch, type LockMismatch } from '../text/permalinks/bind.ts';
import type { HeadUnit, Lock, TextUnits } from '../text/permalinks/lock.ts';
import { mintLock } from '../text/permalinks/mint.ts';
import { reconcile } from '../text/permalinks/reconcile.ts';
import { type Problem, problem } from '../text/problems.ts';
import { createRedactionFinder } from '../text/redactions.ts';
import { isRunInHead, isSalutation, isSubhead, segmentSentences } from '../text/segment.ts';
import { similarNames } from '../text/similar.ts';
import type { TermMatcher } from '../text/terms.ts';
import type { AnnotatedText, Head, Mention, Note, Passage, Redaction, Section, Sentence, Span, Speech } from '../text/types.ts';
import { readFrontMatter, validate, type YamlDocument } from '../text/yaml.ts';
import { checkIntroduction } from './check-introduction.ts';
import { type Block, type InlineMark, readMdx } from './read-mdx.ts';

/** What a speech is parsed against. */
export interface SpeechContext {
  matcher: TermMatcher;
  /** Slugs of all glossary entries. */
  terms: ReadonlySet<string>;
  /** The notes of this speech, by id, and the file they stand in. */
  notes: ReadonlyMap<string, NoteText>;
  notesYaml?: YamlDocument | undefined;
  /** The editors’ introduction to this speech, and the file it stands in. */
  introduction?: { value: Introduction; yaml: YamlDocument } | undefined;
  /** Ids of all sources. */
  sources?: ReadonlySet<string> | undefined;
  /** Its lock; without one every id is provisional and the parse says so. */
  lock: Lock | undefined;
}

/** A parsed speech; when `problems` is empty, `speech` is there and sound. */
export interface ParsedSpeech {
  speech: Speech | undefined;
  /** The units that want ids, as the permalink command reads them. */
  units: TextUnits | undefined;
  problems: Problem[];
}

type TextBlock = Extract<Block, { text: string }>;

/** Parses a speech file into its tree, once. Every problem carries line and column. */
export function parseSpeech(source: { file: string; id: string; text: string }, context: SpeechContext): ParsedSpeech {
  const { file, id, text } = source;
  const { yaml } = readFrontMatter(file, text);
  const front = validate(speechSchema, yaml);
  const { blocks, problems: mdxProblems } = readMdx(file, text);
  const problems = [...front.problems, ...mdxProblems];
  const paragraphs = blocks.filter((block): block is TextBlock => block.type === 'paragraph');
  if (paragraphs.length === 0 && mdxProblems.length === 0) problems.push(problem('no-text', { file, line: text.split('\n').length, column: 1 }));
  if (!front.value) return { speech: undefined, units: undefined, problems };
  const meta = front.value;
  const heads = blocks.filter((block): block is TextBlock => block.type === 'head');

  const marks = [...heads, ...paragraphs].flatMap((block) => block.marks);
  problems.push(...checkMarks(marks, context), ...unusedNotes(marks, context), ...[...heads, ...paragraphs].flatMap((block) => nestedTerms(block.marks)));
  const cuts = paragraphs.map((block) => segmentSentences(block.text));
  const units: TextUnits = {
    title: meta.title.lines.join('\n'),
    heads: headUnits(blocks),
    passages: paragraphs.map((block, i) => cuts[i]!.map(({ start, end }) => block.text.slice(start, end))),
  };
  const {
    ids,
    lock,
    problem: lockProblem,
  } = idsFor(source, units, { title: () => [yaml.placeOf(['title', 'lines'])], heads: () => heads, passages: () => paragraphs }, context.lock);
  if (lockProblem) problems.push(lockProblem);

  const findRedactions = createRedactionFinder(meta.redactions.marks, meta.redactions.kinds);
  const annotate = (block: TextBlock): AnnotatedText => annotateBlock(block, id, findRedactions, context);
  const sections = buildSections(blocks, ids, cuts, annotate);
  const { introduction } = context;
  const title = { ...ids.title, lines: meta.title.lines, supplied: meta.title.supplied };
  const speech: Speech = { id, meta, title, sections, introduction: introduction?.value, revision: context.lock?.revision ?? 0, lock };
  problems.push(...unknownAnchors(speech, yaml), ...unusedContexts(speech, yaml));
  if (introduction) problems.push(...checkIntroduction(introduction.value, introduction.yaml, speech, context.sources ?? new Set()));
  return { speech, units, problems };
}

/** Section heads, each with the number of the passage that follows it. */
function headUnits(blocks: readonly Block[]): HeadUnit[] {
  const heads: HeadUnit[] = [];
  let passages = 0;
  for (const block of blocks) {
    if (block.type === 'head') heads.push({ text: block.text, before: passages });
    else if (block.type === 'paragraph') passages++;
  }
  return heads;
}

/** Ids from the lock; when the lock is missing or stale, those that the permalink command would give, and the problem. */
function idsFor(
  { file, id }: { file: string; id: string },
  units: TextUnits,
  places: Readonly<Record<LockMismatch['part'], () => readonly { line: number }[]>>,
  lock: Lock | undefined,
): { ids: BoundIds; lock: Lock; problem?: Problem } {
  const provisional = (expected: Lock) => ({ lock: expected, ids: bindIds(expected, units) as BoundIds });
  if (!lock) return { ...provisional(mintLock(id, units)), problem: problem('no-lock', { file, line: 1, column: 1 }, { speech: id }) };
  const bound = bindIds(lock, units);
  if (!isMismatch(bound)) return { lock, ids: bound };
  const lines = places[bound.part]();
  const line = lines[bound.index]?.line ?? lines.at(-1)?.line ?? 1;
  return { ...provisional(reconcile(lock, units, '')), problem: staleLock(bound, { file, line, column: 1 }) };
}

function staleLock({ id, found, expected }: LockMismatch, place: { file: string; line: number; column: number }): Problem {
  const at = firstDifference(found ?? '', expected ?? '');
  const around = (text: string | undefined) =>
    text === undefined ? 'nothing' : `“${at > 5 ? '…' : ''}${text.slice(Math.max(0, at - 5), at + 15)}${at + 15 < text.length ? '…' : ''}”`;
  return problem('stale-lock', place, { unit: id ?? 'the end', found: around(found), expected: around(expected) });
}

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

const isNote = ({ component }: InlineMark) => component === 'Sic' || component === 'Note';

function checkMarks(marks: InlineMark[], { terms, notes }: SpeechContext): Problem[] {
  const anchored = new Set<string>();
  return marks.flatMap((mark) => {
    const id = mark.attributes['id'] ?? '';
    if (mark.component === 'Term' && !terms.has(id)) return [problem('unknown-term', mark, { id, near: similarNames(id, terms) })];
    if (!isNote(mark)) return [];
    if (!notes.has(id)) return [problem('unknown-note', mark, { id, near: similarNames(id, notes.keys()) })];
    if (anchored.has(id)) return [problem('anchored-twice', mark, { id })];
    anchored.add(id);
    if (mark.component === 'Note' || notes.get(id)?.corr !== undefined) return [];
    return [
      problem('bad-component', mark, { name: 'Sic', reason: `the note “${id}” proposes no reading (corr)`, example: `<Note id="${id}">…</Note>, or add “corr:” to the note` }),
    ];
  });
}

function nestedTerms(marks: InlineMark[]): Problem[] {
  const terms = marks.filter(({ component }) => component === 'Term');
  return terms
    .filter((inner) => terms.some((outer) => outer !== inner && outer.start <= inner.start && inner.end <= outer.end && (outer.line < inner.line || outer.column < inner.column)))
    .map((inner) => problem('nested-term', inner, { id: inner.attributes['id']! }));
}

function unusedNotes(marks: InlineMark[], { notes, notesYaml }: SpeechContext): Problem[] {
  const used = new Set(marks.filter(isNote).map((mark) => mark.attributes['id']));
  return [...notes.keys()].filter((id) => !used.has(id)).map((id) => problem('unused-note', notesYaml!.placeOf([id]), { id }));
}

type RedactionFinder = ReturnType<typeof createRedactionFinder>;

function annotateBlock({ text, marks }: TextBlock, speech: string, findRedactions: RedactionFinder, { matcher, notes }: SpeechContext): AnnotatedText {
  const of = (...names: string[]) => marks.filter((mark) => names.includes(mark.component));
  const forced: Mention[] = of('Term').map(({ attributes, start, end }) => ({ term: attributes['id']!, start, end }));
  const gaps = of('Gap');
  const redactions: Redaction[] = [
    ...findRedactions(text, gaps),
    ...gaps
      .filter(({ attributes }) => attributes['kind'] !== 'none')
      .map(({ start, end, attributes }) => ({ start, end, mark: text.slice(start, end), kind: attributes['kind'] as Redaction['kind'] })),
  ].sort((a, b) => a.start - b.start);
  return {
    text,
    mentions: matcher.findMentions(text, forced, of('NoTerm'), speech),
    redactions,
    notes: of('Sic', 'Note')
      .filter(({ attributes }) => notes.has(attributes['id']!))
      .map((mark) => noteAt(mark, notes.get(mark.attributes['id']!)!))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  };
}

function noteAt({ component, attributes, start, end }: InlineMark, { corr, zh, en, basis, source, sources }: NoteText): Note {
  return {
    id: attributes['id']!,
    kind: component === 'Sic' ? 'sic' : 'note',
    start,
    end,
    ...(component === 'Sic' && corr !== undefined ? { corr } : {}),
    text: { zh, en },
    basis,
    ...(source === undefined ? {} : { source }),
    ...(sources.length === 0 ? {} : { sources }),
  };
}

function buildSections(blocks: Block[], ids: BoundIds, cuts: Span[][], annotate: (block: TextBlock) => AnnotatedText): Section[] {
  const headIds = ids.heads.values();
  const passageIds = ids.passages.values();
  const passageCuts = cuts.values();
  const sections: Section[] = [];
  let current: Section | undefined;
  const open = (head: Head | null) => {
    current = { id: head?.id ?? '', head, passages: [] };
    sections.push(current);
    return current;
  };
  let first = true;
  for (const block of blocks) {
    if (block.type === 'break') current = undefined;
    else if (block.type === 'head') open({ ...headIds.next().value!, ...annotate(block) });
    else {
      const section = current ?? open(null);
      const passage = buildPassage(annotate(block), passageIds.next().value!, passageCuts.next().value!, first);
      first = false;
      section.id ||= `s-${passage.id}`;
      section.passages.push(passage);
    }
  }
  return sections;
}

function buildPassage(annotated: AnnotatedText, ids: BoundIds['passages'][number], cut: Span[], first: boolean): Passage {
  const { text } = annotated;
  const sentences: Sentence[] = cut.map(({ start, end }, i) => ({ ...ids.sentences[i]!, start, end, text: text.slice(start, end) }));
  return {
    id: ids.id,
    receipt: ids.receipt,
    kind: first && isSalutation(text) ? 'salutation' : 'paragraph',
    ...annotated,
    sentences,
    runIn: sentences.length > 1 ? isRunInHead(sentences[0]!.text) : isSubhead(text),
  };
}

function unknownAnchors(speech: Speech, yaml: YamlDocument): Problem[] {
  const known = new Set(speech.sections.flatMap((section) => [section.id, ...section.passages.map((passage) => passage.id)]));
  return Object.keys(speech.meta.contents)
    .filter((id) => !known.has(id))
    .map((id) => problem('unknown-anchor', yaml.placeOf(['contents', id]), { field: `contents.${id}`, id }));
}

function unusedContexts({ meta, sections }: Speech, yaml: YamlDocument): Problem[] {
  const { marks, kinds } = meta.redactions;
  const fits = (context: string) =>
    marks.some((mark) => context.includes(mark)) && sections.some(({ head, passages }) => head?.text.includes(context) || passages.some(({ text }) => text.includes(context)));
  return Object.entries(kinds).flatMap(([kind, contexts]) =>
    contexts.flatMap((context, i) => (fits(context) ? [] : [problem('unused-context', yaml.placeOf(['redactions', 'kinds', kind, i]), { context })])),
  );
}
