import { escapeHtml } from '../html.ts';
import { locatorWords } from './locator.ts';
import { escapeMarkdown, type Rich, toMarkdown, toMarkup, toPlain } from './rich.ts';
import { cite, type StyleName } from './styles.ts';
import type { Citation } from './work.ts';

/** Words quoted from a speech, passage by passage. */
export interface Quotation {
  paragraphs: string[];
  /** The marks in them that stand for something removed in the source: X, XX, **. */
  redactions: readonly string[];
}

/** How a quotation is cited: in which style, with labels in which language. */
export interface Manner {
  style: StyleName;
  language: 'zh' | 'en';
}

/** The citation that stands under a quotation: the entry or note, with the place where the entry does not give it. */
function source(citation: Citation, { style, language }: Manner): Rich {
  const { use, text } = cite(citation, style, language)[0]!;
  const place = use === 'note' ? undefined : locatorWords(citation)?.[style.startsWith('gbt') ? 'zh' : language];
  if (!place) return text;
  return [...text, language === 'zh' || style.startsWith('gbt') ? `（${place}）` : ` (${place})`];
}

/** Says once what the marks of redaction are, as the reader of a quotation cannot know. */
function explanation({ redactions }: Quotation, language: 'zh' | 'en'): string {
  if (redactions.length === 0) return '';
  const marks = redactions.join(language === 'zh' ? '、' : ', ');
  return language === 'zh' ? `（${marks}为来源隐去。）` : `(${marks}: removed in the source.)`;
}

/** Quotation and citation as plain text. */
export function plainQuotation(quotation: Quotation, citation: Citation, manner: Manner): string {
  const told = explanation(quotation, manner.language);
  return [...quotation.paragraphs, ...(told ? [told] : []), `${manner.language === 'zh' ? '——' : '— '}${toPlain(source(citation, manner))}`].join('\n');
}

/** Quotation and citation as HTML: for the clipboard, and to be set into another page. No script, no style. */
export function htmlQuotation(quotation: Quotation, citation: Citation, manner: Manner): string {
  const told = explanation(quotation, manner.language);
  const paragraphs = quotation.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');
  return `<blockquote cite="${escapeHtml(citation.url)}" lang="${citation.work.language}">
${paragraphs}
</blockquote>
<p>${escapeHtml(told)}${told && '<br>'}— ${toMarkup(source(citation, manner))}</p>
`;
}

/** Quotation and citation as Markdown. */
export function markdownQuotation(quotation: Quotation, citation: Citation, manner: Manner): string {
  const told = explanation(quotation, manner.language);
  const blocks = [...quotation.paragraphs.map(escapeMarkdown), ...(told ? [escapeMarkdown(told)] : []), `— ${toMarkdown(source(citation, manner))}`];
  return `${blocks.map((block) => `> ${block}`).join('\n>\n')}\n`;
}
