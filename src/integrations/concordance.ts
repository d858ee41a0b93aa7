import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { concordanceRecord } from '../speech/to-concordance.ts';
import type { SpeechJson } from '../speech/to-json.ts';
import { readBuilt } from './built.ts';
import { writeConcordance } from './write-concordance.ts';

/** Builds the exact concordance from the JSON views that the build emitted. `TIFA_SEARCH=off` leaves it out (for benchmarks). */
export function concordance(): AstroIntegration {
  return {
    name: 'tifa-concordance',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        if (process.env['TIFA_SEARCH'] === 'off') return;
        const folder = fileURLToPath(dir);
        const speeches = function* () {
          for (const id of readBuilt(folder).speeches) yield concordanceRecord(JSON.parse(readFileSync(join(folder, `api/speeches/${id}.json`), 'utf8')) as SpeechJson);
        };
        const { files, bytes, entries } = writeConcordance(speeches(), join(folder, 'concordance'));
        logger.info(`concordance: ${entries.right} positions, ${files} files, ${Math.round(bytes / 1024)} KB`);
      },
    },
  };
}
