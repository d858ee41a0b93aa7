import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { folders } from '../corpus/corpus.ts';
import { corpusFor } from './shared-corpus.ts';

/** Astro content loader for the fields of the glossary entries; their longer texts, where there are any, are MDX of their own collection. */
export function termLoader(): Loader {
  return {
    name: 'tifa-terms',
    async load(context) {
      load(context);
      context.watcher?.on('all', (_event, path) => {
        if (path.startsWith(join(fileURLToPath(context.config.root), folders.glossary))) load(context);
      });
    },
  };
}

function load({ store, config, generateDigest }: LoaderContext): void {
  const { terms } = corpusFor('terms', fileURLToPath(config.root));
  store.clear();
  for (const term of terms.values()) store.set({ id: term.id, data: { ...term }, digest: generateDigest({ ...term }) });
}
