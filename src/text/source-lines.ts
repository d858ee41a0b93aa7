/** A line of a source text: its words without the blanks around them. */
export interface SourceLine {
  /** Its number in the source, from 1. */
  line: number;
  text: string;
  /** The blanks before its words: paragraphs of Chinese texts begin with two ideographic spaces. */
  indent: string;
  /** True when an empty line stands before it. */
  afterGap: boolean;
}

/**
 * Ends of lines: CR LF, LF, CR, and the others that the Unicode Standard names in its Newline Guidelines (section 5.8):
 * line tabulation, form feed, next line, line separator, paragraph separator.
 */
const lineEnd = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/;

/** Blanks: every character of Unicode’s White_Space, and those that take no room: U+FEFF (once a byte order mark) and U+200B. */
const blanks = '[\\s\\ufeff\\u200b]*';
const line = new RegExp(`^(${blanks})(.*?)${blanks}$`, 's');

/**
 * The lines of a source text as the importer takes them; this is all that it changes about a text:
 *
 * 1. what ends a line ends it, whichever character did so in the source;
 * 2. blanks at the beginning and the end of a line go (an indent is layout, and a byte order mark no text); those inside stay;
 * 3. empty lines go;
 * 4. U+0000 and halves of surrogate pairs, which no text may hold, become U+FFFD.
 *
 * No other character is changed, added or lost; nothing is composed, folded or respelt.
 */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let afterGap = false;
  const written = text.toWellFormed().replaceAll('\0', '\ufffd').split(lineEnd);
  for (const [i, whole] of written.entries()) {
    const [, indent = '', words = ''] = line.exec(whole)!;
    if (words !== '') lines.push({ line: i + 1, text: words, indent: indent.replaceAll('\ufeff', ''), afterGap });
    afterGap = words === '';
  }
  return lines;
}

/** A source text as it is after import: its lines, each with one line end. The text of a speech that was imported whole is equal to this. */
export function normalizeSource(text: string): string {
  return sourceLines(text)
    .map(({ text }) => `${text}\n`)
    .join('');
}
