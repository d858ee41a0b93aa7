import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { hrefUnder } from '../speech/render-gloss.ts';
import type { SpeechJson } from '../speech/to-json.ts';
import { type IndexedTerm, speechRecord, termRecord } from '../speech/to-records.ts';
import { termPath } from '../text/paths.ts';
import { readBuilt } from './built.ts';

/** Settings of the word index. */
export interface SearchIndexOptions {
  /**
   * Up to this many speeches Pagefind takes in every passage; beyond it only titles and heads, since it needs about
   * 4 GB of memory for 1,000 speeches of 12,000 characters.
   * @default 300
   */
  fullTextUpTo?: number;
}

/** Builds the word index with Pagefind from the JSON views that the build emitted. `TIFA_SEARCH=off` leaves it out (for benchmarks). */
export function searchIndex({ fullTextUpTo = 300 }: SearchIndexOptions = {}): AstroIntegration {
  let base = '/';
  return {
    name: 'tifa-search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (process.env['TIFA_SEARCH'] === 'off') return;
        const folder = fileURLToPath(dir);
        const json = <T>(path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
        const { speeches } = readBuilt(folder);
        const { terms } = json<{ terms: IndexedTerm[] }>('api/glossary.json');
        const depth = speeches.length <= fullTextUpTo ? 'full' : 'heads';
        try {
          const { index } = sound(await createIndex({}));
          for (const id of speeches) await addSpeech(index!, json<SpeechJson>(`api/speeches/${id}.json`), depth, base);
          for (const term of terms) sound(await index!.addCustomRecord(termRecord(term, termPath(term.id))));
          sound(await index!.writeFiles({ outputPath: join(folder, 'pagefind') }));
        } finally {
          await close();
        }
        logger.info(`word index: ${speeches.length} speeches (${depth === 'full' ? 'every passage' : 'titles and heads only'}), ${terms.length} terms`);
      },
    },
  };
}

async function addSpeech(index: PagefindIndex, speech: SpeechJson, depth: 'full' | 'heads', base: string): Promise<void> {
  const { url, content } = speechRecord(speech, depth);
  // Pagefind adds the base path itself, in the browser.
  const prefix = hrefUnder(base)('');
  sound(await index.addHTMLFile({ url: url.slice(prefix.length), content }));
}

/** Any error that Pagefind reports fails the build. */
function sound<T extends { errors: string[] }>(response: T): T {
  if (response.errors.length) throw new Error(`Pagefind: ${response.errors.join('; ')}`);
  return response;
}
