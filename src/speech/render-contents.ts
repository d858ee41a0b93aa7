import { bilingualHtml, type Html, html } from '../text/html.ts';
import type { ContentsEntry } from './summary.ts';

/**
 * The table of contents: section heads, under them the run-in heads of passages, and a sentence on each; empty where there
 * is neither. On a wide screen the script sets a second copy into the margin, which shows the sentence of the place being read.
 */
export function renderContents(entries: readonly ContentsEntry[]): string {
  if (entries.length === 0) return '';
  const summarized = entries.some(({ summary, entries: inner }) => summary || inner.some((entry) => entry.summary));
  const title = summarized ? bilingualHtml('目录与提要', 'Contents, with summaries') : bilingualHtml('目录', 'Contents');
  return html`<nav class="toc" aria-label="目录 Contents"><details><summary><h2>${title}</h2></summary>${renderList(entries)}</details></nav>\n`.markup;
}

function renderList(entries: readonly ContentsEntry[]): Html {
  return html`<ol>${entries.map((entry) => html`<li><a href="#${entry.id}">${nameOf(entry)}</a>${entry.summary && html`<p>${bilingualHtml(entry.summary.zh, entry.summary.en)}</p>`}${entry.entries.length > 0 && renderList(entry.entries)}</li>\n`)}</ol>`;
}

/** The editors' label, or else the first clause of the text. */
function nameOf({ label, text }: ContentsEntry): Html {
  const clause = text.replace(/[。，].*$/s, '');
  return bilingualHtml(label?.zh ?? clause, label?.en ?? clause);
}
