import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, passageId } from '../corpus.ts';
import type { Builder } from './engine.ts';

/** A peer that exports its index to one file; its module stands in the work folder, where its packages are found. */
export const build: Builder = async (request, folder, module) => {
  const peer = (await import(module!)) as { build(passages: Iterable<{ id: string; text: string }>): Promise<string> };
  const passages = function* () {
    for (const { id, passages } of corpus(request)) for (const passage of passages) yield { id: passageId(id, passage.id), text: passage.text };
  };
  writeFileSync(join(folder, 'index.json'), await peer.build(passages()));
};
