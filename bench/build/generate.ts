import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { Clause, Clauses } from './clauses.ts';
import { between, mulberry32, pick, type Random } from './random.ts';

/**
 * What the generated text is like.
 * - `marked`: about 60 mentions a speech, each written as `<Term>`, so that every site marks them.
 * - `sprinkled`: the same words without the component: our build finds and marks them all the same, the peers print plain words.
 * - `dense`: clauses as they come in the seeds, which carry nearly ten times as many mentions.
 */
export type TextKind = 'marked' | 'sprinkled' | 'dense';

/** The kinds of text, in the order in which they are run. */
export const textKinds: readonly TextKind[] = ['marked', 'sprinkled', 'dense'];

/** A generated speech, in the parts from which each site makes its file. */
export interface GeneratedSpeech {
  id: string;
  title: string;
  /** Our front matter, without its fences. */
  frontMatter: string;
  /** The text as MDX: paragraphs and section heads, one a line, blank lines between. */
  body: string;
  /** The notes file that the text refers to. */
  notes: string;
  /** Stretches of text that no component interrupts; each must be found in a page made from the speech. */
  stretches: string[];
}

const passageCount = 40;
const length = 12_000;
const sprinkledMentions = 60;
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** Section heads stand before these passages (counted from 0). */
const heads = [2, 11, 21, 31];
/** How many of each component a speech uses. */
const used = { Term: 4, NoTerm: 2, Sic: 3, Note: 4, Gap: 2 } as const;

/** Makes speeches 1 to `count`; the same seed, clauses and kind give the same speeches, and the first hundred of a thousand are the hundred. */
export function generateSpeeches(clauses: Clauses, { count, seed, kind }: { count: number; seed: number; kind: TextKind }): GeneratedSpeech[] {
  return Array.from({ length: count }, (_, i) => generateSpeech(clauses, i + 1, mulberry32(seed + i), kind));
}

/** A digest of the speeches, to tell whether two runs had the same input. */
export function digestOf(speeches: readonly GeneratedSpeech[]): string {
  const hash = createHash('sha256');
  for (const { frontMatter, body, notes } of speeches) hash.update(frontMatter).update(body).update(notes);
  return hash.digest('hex').slice(0, 16);
}

/** A clause in its place, with the mark after it and the component around some of its words. */
interface Piece {
  clause: Clause;
  after: string;
  component?: { name: keyof typeof used; start: number; end: number; attributes: string };
}

function generateSpeech(clauses: Clauses, number: number, random: Random, kind: TextKind): GeneratedSpeech {
  const id = `speech-${String(number).padStart(4, '0')}`;
  const titleLines = [pick(random, clauses.plain).text, `——在第${number}次会议上的讲话`];
  const passages = passageLengths(random, passageCount - 1, length).map((wanted, i) => makePassage(clauses, wanted, random, kind, i));
  addComponents(
    passages.flatMap((pieces) => pieces.slice(1)),
    clauses,
    random,
  );

  const marked = kind === 'marked';
  const lines: string[] = ['同志们：'];
  const contents: Record<string, { zh: string; en: string }> = {};
  passages.forEach((pieces, i) => {
    const section = heads.indexOf(i);
    if (section !== -1) {
      const head = `${numerals[section]}、${pick(random, clauses.plain).text}`;
      lines.push(`## ${escapeMdx(head)}`);
      contents[`h${section + 1}`] = { zh: head, en: `Section ${section + 1}` };
    }
    lines.push(pieces.map((piece) => toMdx(piece, marked)).join(''));
  });
  const body = `${lines.join('\n\n')}\n`;
  const frontMatter = stringify({
    title: { lines: titleLines, en: `Generated speech ${number}`, short: { zh: `第${number}篇`, en: `Speech ${number}` } },
    language: 'zh-Hans',
    kind: pick(random, ['plenum-speech', 'study-session-remarks', 'work-report', 'address']),
    genre: { zh: '生成的讲话', en: 'Generated speech' },
    speaker: { zh: '无', en: 'nobody', status: 'unknown' },
    place: { zh: '无', en: 'nowhere', status: 'unknown' },
    date: { edtf: String(between(random, 1998, 2025)), written: { zh: '生成', en: 'generated', basis: 'inferred' } },
    redactions: { marks: ['**', 'XX', 'X'] },
    source: { file: `${id}.txt`, sha256: createHash('sha256').update(body).digest('hex') },
    contents,
  });
  return { id, title: titleLines[0]!, frontMatter, body, notes: makeNotes(passages.flat()), stretches: passages.flatMap(stretchesOf) };
}

/** Lengths of so many passages, from a few dozen characters to about a thousand, as in the seeds, that add up to the length of a speech. */
export function passageLengths(random: Random, count: number, length: number): number[] {
  const weights = Array.from({ length: count }, () => 0.2 + 2 * random() ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (weight / total) * length);
}

function makePassage(clauses: Clauses, wanted: number, random: Random, kind: TextKind, index: number): Piece[] {
  // A clause and its mark have 12.8 characters in the mean; so many of them must carry a term that a speech has its 60.
  const share = sprinkledMentions / (length / 12.8);
  const next = () => (kind === 'dense' ? pick(random, clauses.all) : pick(random, random() < share ? clauses.marked : clauses.plain));
  const pieces: Piece[] = [];
  let written = 0;
  const add = (clause: Clause, after: string) => {
    pieces.push({ clause, after });
    written += clause.text.length + after.length;
  };
  if (index % 3 === 0) add(prefixed(`（${numerals[index % 10]}）`, pick(random, clauses.plain)), '。');
  for (let left = between(random, 2, 6); written < wanted - 6 || pieces.length < 2; left--) {
    if (left === 0) left = between(random, 2, 6);
    add(next(), left === 1 ? '。' : random() < 0.1 ? '；' : '，');
  }
  pieces.at(-1)!.after = '。';
  return pieces;
}

function prefixed(prefix: string, { text, mentions }: Clause): Clause {
  return { text: prefix + text, mentions: mentions.map(({ term, start, end }) => ({ term, start: start + prefix.length, end: end + prefix.length })) };
}

/** Puts components around words of clauses that have none yet; never around the first words of a passage. */
function addComponents(pieces: readonly Piece[], clauses: Clauses, random: Random): void {
  const place = (fits: (clause: Clause) => boolean, component: (clause: Clause, i: number) => NonNullable<Piece['component']>, count: number, spare?: readonly Clause[]) => {
    for (let i = 0; i < count; i++) {
      const free = pieces.filter((piece) => !piece.component);
      const fitting = free.filter(({ clause }) => fits(clause));
      const piece = pick(random, fitting.length ? fitting : free);
      if (!fitting.length) piece.clause = pick(random, spare ?? clauses.plain);
      piece.component = component(piece.clause, i);
    }
  };
  const whole = ({ text }: Clause) => ({ start: 0, end: text.length });
  const plain = ({ mentions }: Clause) => mentions.length === 0;
  const withTerm = ({ mentions }: Clause) => mentions.length === 1;
  place(withTerm, ({ mentions: [mention] }) => ({ name: 'Term', start: mention!.start, end: mention!.end, attributes: ` id="${mention!.term}"` }), used.Term, clauses.marked);
  place(withTerm, ({ mentions: [mention] }) => ({ name: 'NoTerm', start: mention!.start, end: mention!.end, attributes: '' }), used.NoTerm, clauses.marked);
  place(plain, (clause, i) => ({ name: 'Sic', ...whole(clause), attributes: ` id="slip-${i + 1}"` }), used.Sic);
  place(plain, (clause, i) => ({ name: 'Note', ...whole(clause), attributes: ` id="note-${i + 1}"` }), used.Note);
  place(
    (clause) => plain(clause) && /X/.test(clause.text),
    ({ text }) => {
      const { 0: mark, index } = /X+/.exec(text)!;
      return { name: 'Gap', start: index, end: index + mark.length, attributes: ` kind="${pick(random, ['place', 'name', 'number'])}"` };
    },
    used.Gap,
    clauses.redacted,
  );
}

function toMdx({ clause, after, component }: Piece, marked: boolean): string {
  const { text, mentions } = clause;
  const around = component ? [component] : marked ? mentions.map(({ term, start, end }) => ({ name: 'Term', start, end, attributes: ` id="${term}"` })) : [];
  let mdx = '';
  let at = 0;
  for (const { name, start, end, attributes } of around) {
    mdx += `${escapeMdx(text.slice(at, start))}<${name}${attributes}>${escapeMdx(text.slice(start, end))}</${name}>`;
    at = end;
  }
  return mdx + escapeMdx(text.slice(at)) + after;
}

function escapeMdx(text: string): string {
  return text.replaceAll('*', '\\*');
}

function makeNotes(pieces: readonly Piece[]): string {
  const notes: Record<string, object> = {};
  for (const { clause, component } of pieces) {
    const id = /id="((?:slip|note)-\d+)"/.exec(component?.attributes ?? '')?.[1];
    if (!id) continue;
    const claim = { zh: `此处作“${clause.text.slice(0, 6)}”，他处不同。编者推断。`, en: 'Other places read otherwise. Editors’ inference.', basis: 'inferred' };
    notes[id] = component?.name === 'Sic' ? { corr: clause.text.slice(0, -1), ...claim } : claim;
  }
  return stringify(notes);
}

/** The text of a passage, cut where a component begins or ends (a site may print a sign there). */
function stretchesOf(pieces: readonly Piece[]): string[] {
  const cut = '\u0000';
  const text = pieces.map(({ clause: { text }, after, component }) => {
    if (!component) return text + after;
    return [text.slice(0, component.start), text.slice(component.start, component.end), text.slice(component.end) + after].join(cut);
  });
  return text
    .join('')
    .split(cut)
    .filter((stretch) => stretch.length >= 6);
}
