import { count, painter, width } from '../text/problem-report.ts';
import type { Ambiguity } from './ambiguities.ts';
import type { Candidate, CandidateReason } from './candidates.ts';
import { findDate } from './dates.ts';
import { label } from './detect-encoding.ts';
import type { Offer, Role } from './detect-structure.ts';
import { lineList } from './failure.ts';
import type { Imported } from './import-speech.ts';
import type { ReadDocument } from './read-document.ts';

/** What is told about a speech that was imported. */
export interface Told {
  document: ReadDocument;
  imported: Imported;
  ambiguities: readonly Ambiguity[];
  candidates: readonly Candidate[];
}

/** How an import is told to people. */
export interface TellOptions {
  /** The file as the editor named it, for the commands that are proposed. */
  source: string;
  /** What the proposed commands have to reckon with: nothing was written, or the file is there and --force is needed; `asked`: questions follow, and no command is proposed. */
  state?: 'planned' | 'written' | 'asked';
  colour?: boolean;
}

const roles: Readonly<Record<Role, string>> = {
  title: 'title',
  subtitle: 'subtitle',
  above: 'above the title',
  byline: 'name',
  dateline: 'date',
  note: 'below the title',
  salutation: 'greeting',
  head: 'section head',
  subhead: 'head in a section',
  'run-in': 'run-in head',
  item: 'list',
  row: 'table',
  footnote: 'note',
  closing: 'closing',
  signature: 'signature',
  separator: 'signs',
  break: 'section break',
  removed: 'removed',
  joined: 'joined',
};

/** Everything that was decided about one file, as people read it. */
export function tellImport({ document, imported }: Pick<Told, 'document' | 'imported'>, { source, state = 'planned', colour = false }: TellOptions): string {
  const paint = painter(colour);
  const { metadata, structure, redactions, speech } = imported;
  const { title, date } = metadata;
  const passages = speech.sections.reduce((sum, section) => sum + section.passages.length, 0);
  const heads = speech.sections.filter(({ head }) => head).length;
  const facts: [string, string][] = [
    ['Encoding', encodingOf(document)],
    ['Title', `${shown(title.lines.join(' / '))}${title.supplied ? ' (supplied: the source has none)' : ''}`],
    ['Date', date.edtf ? `${date.edtf}${date.stated ? ` (${date.stated.zh})` : ''}` : (date.stated?.zh ?? `none is stated${putUp(imported.structure)}`)],
    ['Language', `${metadata.language}, ${metadata.kind}`],
    ['Text', `${count(passages, 'passage')} under ${count(heads, 'head')}`],
  ];
  const parts = [
    facts.map(([name, value]) => `  ${paint('strong', pad(name, 10))}${value}`).join('\n'),
    table(
      structure.decisions.map(({ line, role, text, why }) => [String(line), roles[role], text, why]),
      paint,
    ),
    offers('These lines may be no part of the text. They are in it still.', structure.removable, paint),
    offers('These lines may go on the paragraph before them. They stand alone still.', structure.joinable, paint),
    state === 'asked' ? '' : proposal(structure, source, state === 'written'),
    redactions.length ? `  ${paint('strong', 'Redactions')}  ${tellRedactions(imported)}` : '',
    [
      ...structure.oddities.map(({ line, message }) => `  ${paint('place', `line ${line}`)}  ${message}`),
      ...document.remarks.map(({ lines, message }) => `  ${paint('place', lines.length ? lineList(lines) : 'note')}  ${message}`),
    ].join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The day on which a page says that it was put up: not that of the speech, but a hint. */
function putUp({ removable, removed }: Imported['structure']): string {
  const day = [...removed, ...removable].map(({ text }) => findDate(text)).find((date) => date?.edtf.length === 10);
  return day ? ` (the page names ${day.edtf}, which is not that of the speech)` : '';
}

function encodingOf({ encoding, format }: ReadDocument): string {
  if (!encoding) return `${format}, which has its own`;
  const sure = encoding.confidence >= 0.99995 ? 'certain' : `${(encoding.confidence * 100).toFixed(encoding.confidence > 0.99 ? 2 : 0)} % certain`;
  return `${label(encoding.name)}, ${sure} (${encoding.why})`;
}

/** Rows whose words are cut to fit a terminal. */
function table(rows: readonly (readonly [string, string, string, string])[], paint: ReturnType<typeof painter>): string {
  if (rows.length === 0) return '';
  const [lines, kinds] = [Math.max(4, ...rows.map(([line]) => line.length)), Math.max(...rows.map(([, kind]) => kind.length))];
  return [
    `  ${paint('soft', `${'line'.padStart(lines)}  ${pad('taken for', kinds)}  ${pad('words', 40)}  because`)}`,
    ...rows.map(([line, kind, text, why]) => `  ${paint('place', line.padStart(lines))}  ${pad(kind, kinds)}  ${pad(clip(text, 40), 40)}  ${paint('soft', why)}`),
  ].join('\n');
}

function offers(head: string, offered: readonly Offer[], paint: ReturnType<typeof painter>): string {
  if (offered.length === 0) return '';
  return [
    `  ${paint('strong', head)}`,
    ...offered.map(({ line, text, why }) => `  ${paint('place', String(line).padStart(4))}  ${pad(clip(text, 40), 40)}  ${paint('soft', why)}`),
  ].join('\n');
}

/** The command that does what is offered. */
function proposal({ removable, joinable }: Imported['structure'], source: string, written: boolean): string {
  const options = [...(removable.length ? [['remove', removable] as const] : []), ...(joinable.length ? [['join', joinable] as const] : [])];
  if (options.length === 0) return '';
  const name = /[\s'"()&;$!*?]/.test(source) ? JSON.stringify(source) : source;
  const all = options.map(([option]) => ` --${option} all`).join('');
  const some = options.map(([option, offered]) => `--${option} ${numbers(offered.map(({ line }) => line))}`).join(' ');
  return `  To do it: npm run import -- ${name}${all}${written ? ' --force' : ''}\n  Or with some of the lines: ${some}`;
}

/** Line numbers as the options take them: 1-3,9. */
function numbers(lines: readonly number[]): string {
  const runs: string[] = [];
  for (let i = 0; i < lines.length && runs.length < 3; ) {
    let end = i;
    while (lines[end + 1] === lines[end]! + 1) end++;
    runs.push(end === i ? `${lines[i]}` : `${lines[i]}-${lines[end]}`);
    i = end + 1;
  }
  return runs.join(',');
}

function tellRedactions({ redactions }: Imported): string {
  const real = redactions.filter(({ kind }) => kind !== 'none');
  const marks = [...Map.groupBy(real, ({ mark }) => mark)].sort((a, b) => b[1].length - a[1].length).map(([mark, found]) => `${mark} ${found.length}×`);
  const kinds = [...Map.groupBy(real, ({ kind }) => kind ?? 'of what kind is open')].sort((a, b) => b[1].length - a[1].length).map(([kind, found]) => `${found.length} ${kind}`);
  const none = redactions.length - real.length;
  return `${marks.join(', ')}: ${kinds.join(', ')}${none ? `; ${none} more of these signs are none` : ''}`;
}

const reasons: Readonly<Record<CandidateReason, string>> = { quoted: 'in quotation marks', numbered: 'numbered formulas', repeated: 'again and again' };

/** What an editor may do next for the glossary: mentions found, other readings, expressions without an entry. */
export function tellNext({ imported, ambiguities, candidates }: Omit<Told, 'document'>, { colour = false, most = 12 }: { colour?: boolean; most?: number } = {}): string {
  const paint = painter(colour);
  const mentions = imported.speech.sections.flatMap(({ head, passages }) => [...(head?.mentions ?? []), ...passages.flatMap((passage) => passage.mentions)]);
  const terms = [...Map.groupBy(mentions, ({ term }) => term)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const often = terms.slice(0, 6).map(([term, found]) => `${term} ${found.length}×`);
  const lines = [
    `  ${paint('strong', 'In the glossary')}  ${count(mentions.length, 'mention')} of ${count(terms.length, 'term')}${often.length ? `: ${often.join(', ')}${terms.length > often.length ? ' …' : ''}` : ''}`,
    ...ambiguities
      .slice(0, most)
      .map(
        ({ at, term, kind, context }) =>
          `  ${paint('place', at)}  ${shown(context)}  ${paint('soft', kind === 'crossing' ? `overlaps another term; ${term} is not marked here` : `not marked: an exception of ${term}`)}`,
      ),
    ...(ambiguities.length > most ? [`  … and ${count(ambiguities.length - most, 'more place')}; --json has them all`] : []),
  ];
  for (const reason of ['quoted', 'numbered', 'repeated'] as const) {
    const found = candidates.filter((candidate) => candidate.reason === reason);
    if (found.length === 0) continue;
    const some = found
      .slice(0, most)
      .map((candidate) => `${shown(candidate.text)} ${candidate.count}×${candidate.others ? ` (and in ${count(candidate.others, 'other speech', 'other speeches')})` : ''}`);
    lines.push(`  ${paint('strong', 'Not in the glossary')}, ${reasons[reason]}: ${some.join(', ')}${found.length > most ? ` … and ${found.length - most} more` : ''}`);
  }
  const first = (['quoted', 'numbered', 'repeated'] as const)
    .map((reason) => candidates.find((candidate) => candidate.reason === reason))
    .find((candidate) => candidate !== undefined);
  if (first) lines.push(`  An entry for one of them: npm run new:term -- ${first.text}`);
  return lines.join('\n');
}

/** A text without characters that could steer a terminal. */
function shown(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');
}

/** A text filled with blanks to a width in a terminal. */
function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** A text cut to a width in a terminal. */
function clip(text: string, columns: number): string {
  if (width(shown(text)) <= columns) return shown(text);
  let cut = '';
  for (const character of shown(text)) {
    if (width(cut + character) > columns - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

/** A row of the summary of many files. */
export interface SummaryRow {
  source: string;
  /** Where it was written, or why not. */
  result: string;
  failed: boolean;
  encoding?: string | undefined;
  passages?: number | undefined;
  heads?: number | undefined;
  redactions?: number | undefined;
  /** Lines offered for removal or joining. */
  offers?: number | undefined;
}

/** The summary of many files as a table. */
export function tellSummary(rows: readonly SummaryRow[], colour = false): string {
  const paint = painter(colour);
  const names = Math.min(40, Math.max(4, ...rows.map(({ source }) => width(source))));
  const cell = (value: number | undefined, columns: number) => String(value ?? '').padStart(columns);
  return [
    `  ${paint('soft', `${pad('file', names)}  ${pad('encoding', 9)}  passages  heads  redacted  offered  result`)}`,
    ...rows.map(
      (row) =>
        `  ${pad(clip(row.source, names), names)}  ${pad(row.encoding ? label(row.encoding) : '', 9)}  ${cell(row.passages, 8)}  ${cell(row.heads, 5)}  ${cell(row.redactions, 8)}  ${cell(row.offers, 7)}  ${paint(row.failed ? 'bad' : 'good', row.result)}`,
    ),
  ].join('\n');
}
