import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { folders } from '../corpus/corpus.ts';
import { formerAddresses } from '../corpus/former-addresses.ts';
import { addressUnder } from '../speech/render-gloss.ts';
import { pack } from '../text/packed.ts';
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
  // One record, for Astro warns of a collection that is empty, as this one mostly is.
  const data = pack(formerAddresses(corpus, addressUnder(config.base, config.site)));
  store.set({ id: 'all', data, digest: generateDigest(data) });
}
