import type { Choice } from './detect-structure.ts';

/**
 * Reads which lines an editor chose: `all`, `none`, or numbers and ranges.
 * @returns undefined when it is none of these
 * @example readChoice('1-3,9') // [1, 2, 3, 9]
 */
export function readChoice(written: string): Choice | undefined {
  const plain = written.trim().toLowerCase();
  if (plain === 'all') return 'all';
  if (plain === 'none' || plain === '') return [];
  const lines: number[] = [];
  for (const part of plain.split(/[,，、\s]+/)) {
    const range = /^(\d{1,6})(?:[-–](\d{1,6}))?$/.exec(part);
    if (!range) return undefined;
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (to < from || to - from > 100_000) return undefined;
    for (let line = from; line <= to; line++) lines.push(line);
  }
  return lines;
}
