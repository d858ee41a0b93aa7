import { width } from '../text/problem-report.ts';
import { endsSentence, isChinese, markerOf } from './markers.ts';
import type { ReadLine } from './read-document.ts';

/** A line that seems to go on the paragraph before it. */
export interface BrokenLine {
  /** Number of the line, and of the line that it goes on. */
  line: number;
  after: number;
  why: string;
}

/** How the lines of a text are broken. */
interface Layout {
  /** Width at which lines were wrapped, in columns; undefined when they were not. */
  wrap: number | undefined;
  /** Paragraphs begin with an indent. */
  indented: boolean;
  /** Empty lines stand between paragraphs, not between all lines. */
  gaps: boolean;
}

/** Columns by which a wrapped line may fall short of the full width: no word is cut in Latin scripts, and no line begins with a comma in Chinese ones. */
const slack = { chinese: 5, other: 16 };

/**
 * Finds lines that go on the paragraph before them: where a text was wrapped at a width (as in files made from PDF or mail), and
 * where a paragraph stops without the end of a sentence.
 * @param paragraphs the lines of the text that are paragraphs, in order; `undefined` where something else stands between
 */
export function findBreaks(paragraphs: readonly (ReadLine | undefined)[]): BrokenLine[] {
  const layout = layoutOf(paragraphs.filter((line) => line !== undefined));
  return paragraphs.flatMap((line, i) => {
    const before = paragraphs[i - 1];
    const why = line && before ? goesOn(before, line, layout) : undefined;
    return why ? [{ line: line!.line, after: before!.line, why }] : [];
  });
}

function layoutOf(lines: readonly ReadLine[]): Layout {
  const widths = lines.map(({ text }) => width(text)).sort((a, b) => a - b);
  const full = widths[Math.floor(widths.length * 0.95)] ?? 0;
  const chinese = isChinese(lines.map(({ text }) => text.slice(0, 60)).join(''));
  const near = widths.filter((one) => one >= full - (chinese ? slack.chinese : slack.other)).length;
  const wrapped = lines.length >= 6 && full >= 30 && full <= 132 && (widths.at(-1) ?? 0) <= full * 1.15 && near >= lines.length * 0.35;
  const indents = lines.filter(({ indent }) => width(indent) >= 2).length;
  const gaps = lines.filter(({ afterGap }) => afterGap).length;
  return { wrap: wrapped ? full : undefined, indented: indents >= 2 && indents < lines.length * 0.8, gaps: gaps > 0 && gaps < lines.length * 0.8 };
}

function goesOn(before: ReadLine, line: ReadLine, { wrap, indented, gaps }: Layout): string | undefined {
  if (line.hints.item || line.hints.row || line.hints.note || before.hints.row || markerOf(line.text) !== undefined) return undefined;
  const begins = indented && width(line.indent) >= 2;
  const parted = gaps && line.afterGap;
  const ended = endsSentence(before.text);
  if (wrap !== undefined) {
    const isFull = width(before.text) >= wrap - (isChinese(before.text) ? slack.chinese : slack.other);
    if (begins || (parted && (ended || indented))) return undefined;
    if (isFull && !parted && (indented || gaps || !ended)) return 'the lines were wrapped at one width';
    return isFull && !ended ? 'the line before is full and its sentence goes on' : undefined;
  }
  if (ended || begins) return undefined;
  const comma = /[，、,]$|[（“《‘(]$/u.test(before.text);
  const lower = /^\p{Ll}/u.test(line.text);
  const unfinished = comma || lower || (before.text.length >= 40 && /[。，；,.]/u.test(before.text));
  return unfinished && before.text.length >= 12 ? 'the sentence before it does not end' : undefined;
}
