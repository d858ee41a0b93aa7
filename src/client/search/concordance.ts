import { base } from './pagefind.ts';
import type { ConcordanceService } from './service.ts';

/** An error that the concordance reported from its worker. */
export class ServiceError extends Error {
  /** Speeches that would have to be read, when a query was too common to verify. */
  readonly speeches: number | undefined;
  constructor({ name, message, speeches }: { name: string; message: string; speeches?: number }) {
    super(message);
    this.name = name;
    this.speeches = speeches;
  }
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

let worker: Worker | undefined;
let next = 0;
const waiting = new Map<number, Waiting>();

function start(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<{ id: number; answer?: unknown; error?: { name: string; message: string; speeches?: number } }>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error) one?.reject(new ServiceError(data.error));
    else one?.resolve(data.answer);
  });
  // A worker that does not even start fails everything that waits; the next call starts another.
  started.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new ServiceError({ name: 'IndexError', message: 'the search could not be started' }));
    waiting.clear();
    worker = undefined;
  });
  return started;
}

/** The concordance, asked through its worker. */
export const concordance = new Proxy({} as ConcordanceService, {
  get:
    (_, method: string) =>
    (...words: unknown[]) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        const id = next++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, base, method, words });
      }),
});
