import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { corpus, passageId } from '../corpus.ts';
import type { Builder } from './engine.ts';

/** No index: all passages in one file, one a line. */
export const build: Builder = async (request, folder) => {
  const file = openSync(join(folder, 'passages.txt'), 'w');
  for (const { id, passages } of corpus(request)) writeSync(file, passages.map((passage) => `${passageId(id, passage.id)}\t${passage.text}\n`).join(''));
  closeSync(file);
};
