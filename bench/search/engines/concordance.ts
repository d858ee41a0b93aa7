import { join } from 'node:path';
import { writeConcordance } from '../../../src/integrations/write-concordance.ts';
import { corpus } from '../corpus.ts';
import type { Builder } from './engine.ts';

/** Ours, as the site's build writes it. */
export const build: Builder = async (request, folder) => {
  writeConcordance(corpus(request), join(folder, 'concordance'));
};
