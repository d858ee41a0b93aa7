// The concordance in a worker of its own, so that decoding never holds up the page.
import { type ConcordanceService, openService } from './service.ts';

let service: ConcordanceService | undefined;

addEventListener('message', async ({ data }: MessageEvent<{ id: number; base: string; method: keyof ConcordanceService; words: unknown[] }>) => {
  const { id, base, method, words } = data;
  try {
    service ??= openService(base);
    const answer = await (service[method] as (...words: unknown[]) => Promise<unknown>)(...words);
    postMessage({ id, answer });
  } catch (error) {
    postMessage({ id, error: { name: (error as Error).name, message: (error as Error).message, speeches: (error as { speeches?: number }).speeches } });
  }
});
