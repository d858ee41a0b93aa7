/** Characters that Markdown or MDX may read as markup, wherever they stand. */
const active = /[\\*_#<>{}~|`[\]&]/g;

/**
 * Writes a line of text so that MDX reads exactly this text from it. The line has no line end in it and no blanks around it.
 * @example escapeMdx('**书记') // '\\*\\*书记'
 * @example escapeMdx('1. 甲') // '1\\. 甲'
 */
export function escapeMdx(line: string): string {
  return escapeLineStart(escapeInline(line));
}

/**
 * Escapes what is active inside a line. Addresses are escaped as well, since GitHub’s Markdown makes links of bare ones and
 * then reads no escapes in them (https://github.github.com/gfm/#autolinks-extension-).
 */
export function escapeInline(text: string): string {
  return text
    .replace(active, '\\$&')
    .replace(/(https?|ftp|mailto|xmpp):/gi, '$1\\:')
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replaceAll('@', '\\@');
}

/** Escapes what is active only at the beginning of a line: list marks, breaks, and the words import and export of MDX. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2')
    .replace(/^[-+](?=[ \t]|$)|^-(?=-[- \t]*$)/, '\\$&')
    .replace(/^([ie])(?=(?:mport|xport)(?![A-Za-z0-9_$]))/, (letter) => `&#${letter.charCodeAt(0)};`);
}
