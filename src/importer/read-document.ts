import type { SourceLine } from '../text/source-lines.ts';
import type { Encoding } from './detect-encoding.ts';

/** The kinds of file that are read. */
export const formats = ['txt', 'md', 'html', 'docx'] as const;
export type Format = (typeof formats)[number];

/** What the layout of a file says about a line. */
export interface Hints {
  /** It has the style of a title. */
  title?: boolean;
  /** Level of the heading that it is, from 1. */
  level?: number;
  centred?: boolean;
  /** Set to the right, as signatures are. */
  right?: boolean;
  /** Why it may be furniture of a page: a menu, a button, a footer. */
  furniture?: string;
  /** It is a row of a table, its cells parted by tabs. */
  row?: boolean;
  /** It is an item of a list. */
  item?: boolean;
  /** It is a footnote or endnote. */
  note?: boolean;
  /** It is no line but a break between sections; its text is empty. */
  break?: boolean;
}

/** A line of text with what its layout says. */
export interface ReadLine extends SourceLine {
  hints: Hints;
}

/** Something that a reader left out, added or found wrong, and that an editor has to know. */
export interface Remark {
  /** Lines that it is about; empty when it is about the whole file. */
  lines: number[];
  message: string;
}

/** A file as it was read: its lines in order. */
export interface ReadDocument {
  format: Format;
  /** How its bytes were read as text; a .docx has its own way. */
  encoding?: Encoding;
  lines: ReadLine[];
  remarks: Remark[];
  /** Titles that the file gives of itself outside its text, as web pages do. */
  titles: string[];
}

/** Remarks on characters that cannot be right, wherever they come from. */
export function characterRemarks(lines: readonly SourceLine[]): Remark[] {
  const finds: [RegExp, string][] = [
    [/\ufffd|锟斤拷/u, 'Characters were lost in the source before it came here (U+FFFD or 锟斤拷 stands for them).'],
    [/\p{Co}/u, 'Characters of private use: no font shows them for certain. In Big5 they may be characters of the Hong Kong supplement.'],
    [/[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/u, 'Control characters stand in the text. They are kept; look at whether they belong there.'],
  ];
  return finds.flatMap(([found, message]) => {
    const at = lines.filter(({ text }) => found.test(text)).map(({ line }) => line);
    return at.length ? [{ lines: at, message }] : [];
  });
}
