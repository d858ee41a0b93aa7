import { escapeHtml } from '../html.ts';

/** A piece of a citation: words, words in italics, or an address. */
export type Piece = string | { italic: string } | { link: string };

/** A citation in pieces; written as plain text, as HTML or as Markdown. */
export type Rich = readonly Piece[];

const write = (rich: Rich, text: (words: string) => string, italic: (words: string) => string, link: (url: string) => string) =>
  rich.map((piece) => (typeof piece === 'string' ? text(piece) : 'italic' in piece ? italic(piece.italic) : link(piece.link))).join('');

/** As plain text. */
export function toPlain(rich: Rich): string {
  return write(
    rich,
    (words) => words,
    (words) => words,
    (url) => url,
  );
}

/** As HTML. */
export function toMarkup(rich: Rich): string {
  return write(
    rich,
    escapeHtml,
    (words) => `<i>${escapeHtml(words)}</i>`,
    (url) => `<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`,
  );
}

/** Text with the signs of Markdown escaped, so that X, ** and brackets of a source survive. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_`[\]<>#|~]/g, '\\$&');
}

/** As Markdown. */
export function toMarkdown(rich: Rich): string {
  return write(
    rich,
    escapeMarkdown,
    (words) => `*${escapeMarkdown(words)}*`,
    (url) => `<${url}>`,
  );
}
