import { csv } from '../../text/csv.ts';
import { bilingual, make, toast } from '../dom.ts';
import { concordance } from './concordance.ts';
import type { HitLine, Slogan, Tally } from './service.ts';

/** Speeches whose hits one export takes in; beyond it the export says what it leaves out. */
const mostExported = 300;

/** A hit as data. */
interface ExportedHit {
  slogan: string;
  speech: string;
  title: string;
  date: string;
  passage: string;
  section: string;
  left: string;
  hit: string;
  right: string;
  permalink: string;
}

/** What an export contains. */
interface Export {
  /** The edition of the site that was searched. */
  edition: string;
  slogan: string;
  occurrences: number;
  passages: number;
  speeches: number;
  /** Speeches whose hits are left out because the export would be too long. */
  speechesLeftOut: number;
  hits: ExportedHit[];
}

/** A hit for export: context of the whole sentence, and the permalink with the address of this site. */
function exportedHit(hit: HitLine, slogan: string, origin: string): ExportedHit {
  const words = (side: 'left' | 'right') =>
    hit.line[side]
      .filter(({ role }) => role !== 'beyond')
      .map(({ text }) => text)
      .join('');
  return {
    slogan,
    speech: hit.speechId,
    title: hit.title,
    date: hit.date,
    passage: hit.unit,
    section: hit.section,
    left: words('left'),
    hit: hit.line.hit,
    right: words('right'),
    permalink: `${origin}${hit.url}#${hit.unit}`,
  };
}

const leftOut = ({ speechesLeftOut }: Export) => (speechesLeftOut > 0 ? `; hits of ${speechesLeftOut} further speeches are left out` : '');

/** The hits as Markdown: a list with the hit in bold and its permalink. */
function asMarkdown(data: Export): string {
  const escaped = (text: string) => text.replace(/[\\*_`[\]<>#|~]/g, '\\$&');
  const lines = data.hits.map(
    ({ title, passage, left, hit, right, permalink }) => `- ${escaped(left)}**${escaped(hit)}**${escaped(right)} ([${escaped(title)}, ${passage}](${permalink}))`,
  );
  return `# ${escaped(data.slogan)}\n\n${data.occurrences} hits in ${data.passages} passages of ${data.speeches} speeches${leftOut(data)}. Tifa, edition ${data.edition}.\n\n${lines.join('\n')}\n`;
}

/** The hits as a table for spreadsheets. */
function asCsv(data: Export): string {
  const columns: (keyof ExportedHit)[] = ['slogan', 'speech', 'title', 'date', 'passage', 'section', 'left', 'hit', 'right', 'permalink'];
  return csv([[...columns, 'edition'], ...data.hits.map((hit) => [...columns.map((column) => hit[column]), data.edition])]);
}

/** The hits as JSON. */
function asJson(data: Export): string {
  return `${JSON.stringify(data, null, 1)}\n`;
}

async function collect(slogan: Slogan, tally: Tally): Promise<Export> {
  const speeches = tally.counts.filter(({ occurrences }) => occurrences > 0).map(({ speech }) => speech);
  const lines = await concordance.linesOf(slogan, speeches.slice(0, mostExported), false);
  return {
    edition: document.body.dataset['edition']!,
    slogan: slogan.text,
    occurrences: tally.occurrences,
    passages: tally.passages,
    speeches: tally.speeches,
    speechesLeftOut: Math.max(0, speeches.length - mostExported),
    hits: lines.flatMap((speech) => speech.lines.filter(({ inHead }) => !inHead).map((hit) => exportedHit(hit, slogan.text, location.origin))),
  };
}

const formats = [
  { name: 'Markdown', extension: 'md', type: 'text/markdown', write: asMarkdown },
  { name: 'CSV', extension: 'csv', type: 'text/csv', write: asCsv },
  { name: 'JSON', extension: 'json', type: 'application/json', write: asJson },
];

/** Buttons that copy or save all hits with their permalinks. */
export function exportBar(slogan: Slogan, tally: Tally): HTMLElement {
  const bar = make('p', { class: 'export small' }, make('span', { class: 'soft' }, bilingual('全部用例', 'All hits')));
  const button = (label: DocumentFragment, action: () => Promise<void>) => {
    const one = make('button', { class: 'plain', type: 'button' }, label);
    one.addEventListener('click', () => void action().catch(() => toast('没有完成，请再试一次', 'That did not work; try again')));
    bar.append(one);
  };
  button(bilingual('复制', 'Copy'), async () => {
    await navigator.clipboard.writeText(asMarkdown(await collect(slogan, tally)));
    toast('用例已复制（Markdown）', 'Hits copied as Markdown');
  });
  for (const { name, extension, type, write } of formats) {
    button(bilingual(name, name), async () => {
      const file = new Blob([write(await collect(slogan, tally))], { type: `${type};charset=utf-8` });
      const link = make('a', { href: URL.createObjectURL(file), download: `${slogan.text.replace(/[\\/:*?"<>|\s]+/g, '_')}.${extension}` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    });
  }
  return bar;
}
