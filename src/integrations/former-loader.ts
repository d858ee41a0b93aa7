import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { folders } from '../corpus/corpus.ts';
import { type FormerAddress, formerAddresses } from '../corpus/former-addresses.ts';
import { addressUnder } from '../speech/render-gloss.ts';
import { corpusFor } from './shared-corpus.ts';

/** Astro content loader for the addresses that have no content of their own any more: those that forward, and those of what was removed. */
export function formerLoader(): Loader {
  return {
    name: 'tifa-former',
    async load(context) {
      load(context);
      context.watcher?.on('all', (_event, path) => {
        if (path === join(fileURLToPath(context.config.root), folders.addresses)) load(context);
      });
    },
  };
}

function load({ store, config, generateDigest }: LoaderContext): void {
  const corpus = corpusFor('former', fileURLToPath(config.root));
  store.clear();
  for (const former of formerAddresses(corpus, addressUnder(config.base, config.site))) {
    store.set({ id: `${former.kind}/${former.id}`, data: { ...former } satisfies FormerAddress, digest: generateDigest({ ...former }) });
  }
}
