// The concordance in a worker of its own, so that decoding never holds up the page.
import type { TooCommonError } from '../../text/concordance/query.ts';
import type { IndexError } from '../../text/concordance/store.ts';
import { type ConcordanceService, openService } from './service.ts';

let service: ConcordanceService | undefined;

addEventListener('message', async ({ data }: MessageEvent<{ id: number; base: string; method: keyof ConcordanceService; words: unknown[] }>) => {
  const { id, base, method, words } = data;
  try {
    service ??= openService(base);
    const answer = await (service[method] as (...words: unknown[]) => Promise<unknown>)(...words);
    postMessage({ id, answer });
  } catch (error) {
    // Errors lose their own fields on the way, so these go as data.
    const { name, message, reason, speeches } = error as Error & Partial<Pick<IndexError, 'reason'> & Pick<TooCommonError, 'speeches'>>;
    postMessage({ id, error: { name, message, reason, speeches } });
  }
});
