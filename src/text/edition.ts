import { receiptOf } from './normalize.ts';

/**
 * The name of a state of the content: the day of its newest change, and eight characters that stand for all of it. Both come
 * from the content, not from the clock, so that the same content has the same name wherever and whenever it is built.
 * @param fingerprints of everything that belongs to the content, in any order
 * @param dates of changes, as 2026, 2026-11 or 2026-11-21
 * @example editionName(['0f…', '9a…'], ['2026-11-20', '2026-11-21']) // '2026-11-21.7k3m9x2p'
 */
export function editionName(fingerprints: readonly string[], dates: readonly string[]): string {
  const newest = dates.reduce((latest, date) => (date > latest ? date : latest), '');
  const sum = receiptOf([...fingerprints].sort().join(','));
  return newest ? `${newest}.${sum}` : sum;
}

/** The beginning of a JSON object that says first of which edition it is: it takes the place of the opening brace. */
export function editionField(edition: string): string {
  return `{"edition":${JSON.stringify(edition)},`;
}
