import { createHash } from 'node:crypto';
import type { Lock, LockedPassage, LockedUnit, Revision } from '../text/permalinks/lock.ts';
import { type Problem, problem } from '../text/problems.ts';

/** What stands between the lock and its checksum, which is the last field. */
const beforeSum = ',\n "sum": "';

/**
 * The lock of a speech as its file: JSON, one unit a line, so that a change shows well, with a checksum at the end. The
 * checksum tells a lock that the command wrote from one that was edited by hand or put together by a merge, whose ids
 * could not be trusted.
 */
export function formatLock(lock: Lock): string {
  const { format, speech, revision, title, heads, passages, history } = lock;
  const body = [
    `{\n "format": ${format},\n "speech": ${JSON.stringify(speech)},\n "revision": ${revision},\n "title": ${JSON.stringify(title)}`,
    ` "heads": ${lines(
      heads.map((head) => JSON.stringify(head)),
      ' ',
    )}`,
    ` "passages": ${lines(passages.map(formatPassage), ' ')}`,
    ` "history": ${lines(history.map(formatRevision), ' ')}`,
  ].join(',\n');
  return `${body}${beforeSum}${sumOf(body)}"\n}\n`;
}

function formatPassage({ id, receipt, sentences }: LockedPassage): string {
  return `{"id":${JSON.stringify(id)},"receipt":${JSON.stringify(receipt)},"sentences":${unitLines(sentences)}}`;
}

function formatRevision({ wordings, ...rest }: Revision): string {
  const { revision, date, ...orders } = rest;
  return `{"revision":${revision},"date":${JSON.stringify(date)},"wordings":${unitLines(wordings)}${Object.entries(orders)
    .map(([name, value]) => `,\n   ${JSON.stringify(name)}:${JSON.stringify(value)}`)
    .join('')}}`;
}

const unitLines = (units: readonly LockedUnit[]) =>
  lines(
    units.map((unit) => JSON.stringify(unit)),
    '  ',
  );

/** A JSON list with one item a line. */
function lines(items: readonly string[], indent: string): string {
  return items.length ? `[\n${items.map((item) => `${indent} ${item}`).join(',\n')}\n${indent}]` : '[]';
}

function sumOf(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 16);
}

/** Reads the lock of a speech; a damaged one is no lock. */
export function readLock(file: string, speech: string, text: string): { lock: Lock | undefined; problems: Problem[] } {
  const damaged = (reason: string) => ({ lock: undefined, problems: [problem('bad-lock', { file, line: 1, column: 1 }, { reason })] });
  let lock: Lock;
  try {
    const { sum: _sum, ...rest } = JSON.parse(text) as Lock & { sum: string };
    lock = rest;
  } catch (error) {
    return damaged((error as Error).message);
  }
  if (lock.format !== 2) return damaged(`its format is ${JSON.stringify(lock?.format)}, not 2`);
  if (lock.speech !== speech) return damaged(`it is that of ${JSON.stringify(lock.speech)}`);
  const plain = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  const end = plain.lastIndexOf(beforeSum);
  if (end === -1 || plain.slice(end).trimEnd() !== `${beforeSum}${sumOf(plain.slice(0, end))}"\n}`)
    return damaged('its checksum is wrong: it was edited by hand, or a merge has put it together');
  return { lock, problems: [] };
}
