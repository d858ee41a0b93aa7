import type { Term } from '../corpus/read-glossary.ts';
import { type Html, html } from '../text/html.ts';
import { exampleOf } from './example.ts';
import type { GlossaryData } from './glossary-data.ts';

/** Columns of the deck. Anki fills the fields of a note type that have the same names; for others it asks which goes where. */
const columns = ['GUID', 'Term', 'Pinyin', 'Gloss', 'Example', 'Tags'];

/**
 * The glossary as a text that Anki imports (2.1.54 and later read the lines that begin with #). An entry keeps its GUID, so that a
 * later import renews the card and keeps what was learnt.
 */
export function glossaryAnki(data: GlossaryData): string {
  const head = ['#separator:tab', '#html:true', '#deck:Tifa 提法', '#guid column:1', `#tags column:${columns.length}`, `#columns:${columns.join('\t')}`];
  const rows = data.terms.map((term) =>
    [`tifa-${term.id}`, html`${term.term}`, html`${term.pinyin}`, glossOf(term), exampleHtml(term, data) ?? '', `tifa tifa::${term.kind}`].map(cell).join('\t'),
  );
  return `${[...head, ...rows].join('\n')}\n`;
}

/** A field that holds a quotation mark is put in quotation marks, its own doubled; none holds a tab or the end of a line. */
function cell(value: Html | string): string {
  const text = String(value).replace(/\s+/g, ' ');
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

function glossOf({ gloss, renderings }: Term): Html {
  return html`<b>${renderings[0]!.text}</b><br>${gloss.en}<br><span lang="zh-Hans">${gloss.zh}</span>`;
}

/** A use of the term with its permalink; without a site address the permalink is a path, which no card can open, and is printed as text. */
function exampleHtml(term: Term, { mentions, speeches, address }: GlossaryData): Html | undefined {
  const example = exampleOf(mentions.get(term.id) ?? []);
  if (!example) return undefined;
  const permalink = address(example.path);
  const name = `${speeches.get(example.speech)!.zh}，第 ${example.passage.slice(1)} 段`;
  const source = /^https?:/.test(permalink) ? html`<a href="${permalink}">${name}</a>` : html`${name}，${permalink}`;
  return html`<span lang="zh-Hans">${example.left}<b>${example.hit}</b>${example.right}<br><small>${source}</small></span>`;
}
