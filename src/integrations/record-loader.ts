import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { type Corpus, folders } from '../corpus/corpus.ts';
import { pack } from '../text/packed.ts';
import { corpusFor } from './shared-corpus.ts';

/** Astro content loader for the glossary entries, their longer texts included. */
export const termLoader = (): Loader => recordLoader('tifa-terms', folders.glossary, ({ terms }) => terms);

/** Astro content loader for the bibliography. */
export const sourceLoader = (): Loader => recordLoader('tifa-sources', folders.sources, ({ sources }) => sources);

/** A loader of what the corpus holds by id; what is wrong with the files, the loader of the speeches says. */
function recordLoader(name: string, folder: string, recordsOf: (corpus: Corpus) => ReadonlyMap<string, object>): Loader {
  const load = ({ store, config, generateDigest }: LoaderContext) => {
    store.clear();
    for (const [id, record] of recordsOf(corpusFor(name, fileURLToPath(config.root)))) {
      const data = pack(record);
      store.set({ id, data, digest: generateDigest(data) });
    }
  };
  return {
    name,
    async load(context) {
      load(context);
      context.watcher?.on('all', (_event, path) => {
        if (path.startsWith(join(fileURLToPath(context.config.root), folder))) load(context);
      });
    },
  };
}
