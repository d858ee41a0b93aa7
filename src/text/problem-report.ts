import { type Problem, sortProblems } from './problems.ts';

/** How a report for people is made. */
export interface ReportOptions {
  /** Colours for a terminal. */
  colour?: boolean;
  /** A line of a content file, from 1; with it the report quotes the words at the place. */
  lineOf?: (file: string, line: number) => string | undefined;
}

const styles = { strong: '1', soft: '2', bad: '31', good: '32', place: '36' } as const;
type Paint = (style: keyof typeof styles, text: string) => string;

/** Paints with ANSI colours, or not at all. */
export function painter(colour: boolean): Paint {
  return (style, text) => (colour && text !== '' ? `\u001b[${styles[style]}m${text}\u001b[0m` : text);
}

/**
 * Problems as people read them: grouped by file; for each its line and column, why, the words at the place with a sign under
 * them, and what to write instead.
 */
export function reportProblems(problems: readonly Problem[], { colour = false, lineOf }: ReportOptions = {}): string {
  const paint = painter(colour);
  const groups = Map.groupBy(sortProblems(problems), ({ file }) => file);
  return [...groups]
    .map(([file, found]) => {
      const lines = found.flatMap((problem) => {
        const place = `${problem.line}:${problem.column}`;
        const margin = ' '.repeat(place.length + 4);
        const quoted = quote(lineOf?.(file, problem.line), problem.column);
        return [
          `  ${paint('place', place)}  ${paint('bad', problem.message)}`,
          ...quoted.map((line) => `${margin}${paint('soft', line)}`),
          ...problem.hint.split('\n').map((line) => `${margin}${line}`),
        ];
      });
      return `${paint('strong', file)}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** Annotations for GitHub’s workflow runs: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function githubAnnotations(problems: readonly Problem[]): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return sortProblems(problems)
    .map(({ kind, file, line, column, message, hint }) => `::error file=${property(file)},line=${line},col=${column},title=${property(kind)}::${data(`${message}\n${hint}`)}\n`)
    .join('');
}

/** A number with its noun: 1 problem, 2 problems. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** Widths in a terminal, at most so many before and after the place. */
const before = 24;
const after = 40;

/** The words around a column, and a line with a sign under it; nothing when the line has no words to show. */
function quote(line: string | undefined, column: number): string[] {
  if (line === undefined || !/[\p{L}\p{N}]/u.test(line)) return [];
  const at = Math.min(column - 1, line.length);
  const left = clip([...line.slice(0, at)].toReversed(), before).reverse();
  const right = clip([...line.slice(at)], after);
  const cut = { left: left.join('').length < at, right: at + right.join('').length < line.length };
  const head = `${cut.left ? '…' : ''}${left.join('')}`.replaceAll('\t', ' ');
  return [`│ ${head}${right.join('').replaceAll('\t', ' ')}${cut.right ? '…' : ''}`, `│ ${' '.repeat(width(head))}^`];
}

/** As many characters as fit into a width. */
function clip(characters: readonly string[], most: number): string[] {
  let used = 0;
  const end = characters.findIndex((character) => {
    used += width(character);
    return used > most;
  });
  return characters.slice(0, end === -1 ? characters.length : end);
}

/** East Asian wide and full-width characters, roughly by block (https://www.unicode.org/reports/tr11/). */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes in a terminal; Chinese quotation marks and dashes count as one, as most terminals draw them. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : /\p{Mn}|\p{Cc}|\p{Cf}/u.test(character) ? 0 : 1;
  return columns;
}
