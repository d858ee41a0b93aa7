import { hasHeadShape, isChinese, type Marker, markerOf } from './markers.ts';
import type { ReadLine } from './read-document.ts';

/** A line that is a section head, or a head within a section; and what speaks for it. */
export interface FoundHead {
  role: 'head' | 'subhead';
  why: string;
}

const bare =
  /^(?:前\s*言|引\s*言|序\s*言|导\s*言|导\s*语|结\s*语|结束语|结束語|后\s*记|後\s*記|附\s*录|附\s*錄|附\s*件\s*\d*|注\s*释|註\s*釋|参考文献|Introduction|Conclusion|Notes|Appendix(?: [A-Z\d])?|References)[:：]?$/iu;
const roman = /^(?:[IVX]{1,5}|Chapter \d+|Part [IVX\d]+|Section \d+)[.:)]?\s+\S/u;

/**
 * Finds the section heads. Levels that the layout marks go first; then 第一部分, then 一、; where a text has neither, （一） standing
 * alone, then 1.; in Latin scripts, short lines between empty ones. Below section heads, lines of the next levels that stand
 * alone are heads within a section. Heads of which no text follows are items of a list.
 * @param lines the text without its head matter; `undefined` for lines that are no text of the speech
 * @returns the heads by number of the line
 */
export function findHeads(lines: readonly ReadLine[]): Map<number, FoundHead> {
  const heads = new Map<number, FoundHead>();
  const markers = lines.map(({ text }) => markerOf(text));
  const shaped = lines.map(({ text, hints }) => hasHeadShape(text) && !hints.row && !hints.note);
  const alone = (i: number) => shaped[i]! && i < lines.length - 1 && !sameList(lines, markers, shaped, i);
  const of = (kind: Marker['kind']) => lines.flatMap((_, i) => (markers[i]?.kind === kind && alone(i) ? [i] : []));

  const levels = lines.flatMap(({ hints }, i) => (hints.level !== undefined && hints.level > 0 && i < lines.length - 1 ? [hints.level] : []));
  const top = levels.length ? Math.min(...levels) : undefined;
  const marked = lines.flatMap(({ hints, text }, i) => (hints.level !== undefined && text.length <= 120 && i < lines.length - 1 ? [i] : []));
  const parts = of('part');
  const chinese = of('chinese');
  const bracketed = of('chinese-bracketed');
  const digits = of('digit');
  for (const i of marked) {
    const within = lines[i]!.hints.level! > top! && ['chinese-bracketed', 'ordinal'].includes(markers[i]?.kind ?? '');
    heads.set(
      lines[i]!.line,
      within
        ? { role: 'subhead', why: 'a heading of a lower level' }
        : { role: 'head', why: lines[i]!.hints.level === top ? 'a heading' : `a heading of level ${lines[i]!.hints.level}; speeches have one level` },
    );
  }
  const add = (found: readonly number[], role: FoundHead['role'], why: (i: number) => string) => {
    for (const i of found) if (!heads.has(lines[i]!.line)) heads.set(lines[i]!.line, { role, why: why(i) });
  };
  add(parts, 'head', () => 'its number');
  add(chinese, 'head', () => 'its number, alone on its line');
  const sectioned = heads.size > 0;
  add(bracketed, sectioned ? 'subhead' : 'head', () => 'its number, alone on its line');
  if (heads.size === 0 && digits.length >= 2) add(digits, 'head', () => 'its number, alone on its line');
  add(
    lines.flatMap(({ text }, i) => (bare.test(text) && i < lines.length - 1 ? [i] : [])),
    'head',
    () => 'its word',
  );
  add(latinHeads(lines), 'head', () => 'a short line between empty ones');
  return heads;
}

/** True when a line of the same numbering follows at once: both are items of a list, not heads. */
function sameList(lines: readonly ReadLine[], markers: readonly (Marker | undefined)[], shaped: readonly boolean[], i: number): boolean {
  const follows = (a: number, b: number) => shaped[a] && shaped[b] && markers[a] !== undefined && markers[a]?.kind === markers[b]?.kind;
  if (lines[i]!.hints.level !== undefined) return false;
  return follows(i, i + 1) || (i > 0 && follows(i - 1, i)) || false;
}

/** Heads of texts in Latin scripts: numbered with Roman numbers, or short lines between empty ones with long text below. */
function latinHeads(lines: readonly ReadLine[]): number[] {
  if (isChinese(lines.map(({ text }) => text.slice(0, 80)).join(' '))) return [];
  return lines.flatMap(({ text, afterGap, hints }, i) => {
    const next = lines[i + 1];
    if (!next || hints.row || hints.item || hints.note || hints.level !== undefined) return [];
    const stands = afterGap && next.afterGap && text.length <= 70 && /^[\p{Lu}\d“"]/u.test(text) && /\p{L}{2}/u.test(text) && !/[.,;:!?)\]]$|^["“([]|:/u.test(text);
    const body = next.text.length >= 100 || (lines[i + 2] && !lines[i + 2]!.afterGap && next.text.length >= 50);
    return (stands && body) || (roman.test(text) && text.length <= 90 && !/[.;,]$/.test(text)) ? [i] : [];
  });
}
