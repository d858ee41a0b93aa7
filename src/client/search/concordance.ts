import type { FaultReason } from '../../text/concordance/store.ts';
import { base } from '../address.ts';
import type { ConcordanceService } from './service.ts';

/** An error as the worker sends it. */
interface SentError {
  name: string;
  message: string;
  reason?: FaultReason;
  speeches?: number;
}

/** An error that the concordance reported from its worker. */
export class ServiceError extends Error {
  /** What is wrong with the index, if that is the fault. */
  readonly reason: FaultReason | undefined;
  /** Speeches that would have to be read, when a query was too common to verify. */
  readonly speeches: number | undefined;
  constructor({ name, message, reason, speeches }: SentError) {
    super(message);
    this.name = name;
    this.reason = reason;
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
  started.addEventListener('message', ({ data }: MessageEvent<{ id: number; answer?: unknown; error?: SentError }>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error) one?.reject(new ServiceError(data.error));
    else one?.resolve(data.answer);
  });
  // A worker that does not even start fails everything that waits; the next call starts another.
  started.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new ServiceError({ name: 'IndexError', message: 'the search could not be started', reason: 'missing' }));
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
