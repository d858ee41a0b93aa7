import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { concordanceRecord } from '../speech/to-concordance.ts';
import type { SpeechJson } from '../speech/to-json.ts';
import { buildConcordance } from '../text/concordance/build.ts';

/** Builds the exact concordance from the JSON views that the build emitted. `TIFA_SEARCH=off` leaves it out (for benchmarks). */
export function concordance(): AstroIntegration {
  return {
    name: 'tifa-concordance',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        if (process.env['TIFA_SEARCH'] === 'off') return;
        const folder = fileURLToPath(dir);
        const target = join(folder, 'concordance');
        mkdirSync(target, { recursive: true });
        const json = <T>(path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
        const ids = json<{ id: string }[]>('api/speeches.json').map(({ id }) => id);
        // Read anew each time the builder goes through them, so that not all texts are in memory at once.
        const speeches = {
          *[Symbol.iterator]() {
            for (const id of ids) yield concordanceRecord(json<SpeechJson>(`api/speeches/${id}.json`));
          },
        };
        const { files, bytes, entries } = buildConcordance(speeches, {
          deflate: (raw) => deflateRawSync(raw, { level: 9 }),
          write: (name, file) => writeFileSync(join(target, `${name}.bin`), file),
        });
        logger.info(`concordance: ${ids.length} speeches, ${entries.right} positions, ${files} files, ${Math.round(bytes / 1024)} KB`);
      },
    },
  };
}
