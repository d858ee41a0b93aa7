import type { ConcordanceService } from '../../../src/client/search/service.ts';
import { type Client, onFirstPage } from './client.ts';

/** Ours, in its worker: the counts of all speeches, and the lines of the first ten. */
export const open: Client['open'] = () => {
  const worker = new Worker('/clients/worker.js', { type: 'module' });
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  worker.addEventListener('message', ({ data }) => {
    const { resolve, reject } = waiting.get(data.id)!;
    waiting.delete(data.id);
    if (data.error) reject(new Error(data.error.message));
    else resolve(data.answer);
  });
  let next = 0;
  const ask = <M extends keyof ConcordanceService>(method: M, ...words: Parameters<ConcordanceService[M]>): ReturnType<ConcordanceService[M]> =>
    new Promise((resolve, reject) => {
      waiting.set(next, { resolve, reject });
      worker.postMessage({ id: next++, base: '/', method, words });
    }) as ReturnType<ConcordanceService[M]>;
  return async (text) => {
    const slogan = { text, strict: false };
    const { tallies } = await ask('search', [slogan], {});
    const counts = tallies[0]!.counts.filter(({ occurrences }) => occurrences > 0);
    const first = counts.slice(0, onFirstPage).map(({ speech }) => speech);
    const lines = (await ask('linesOf', slogan, first, false)).flatMap((speech) => speech.lines.filter(({ inHead }) => !inHead));
    return {
      counts: counts.map(({ speech, occurrences, passages }) => [speech, occurrences, passages]),
      firstPage: [...new Set(lines.map(({ speechId, unit }) => `${speechId}#${unit}`))],
    };
  };
};
