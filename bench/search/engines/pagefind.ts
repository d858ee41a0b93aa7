import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { corpus, passageId } from '../corpus.ts';
import type { Builder } from './engine.ts';

/** Pagefind as it comes, one record a passage: with one page a speech it would give no more than the first place of each. */
export const build: Builder = async (request, folder) => {
  const failed = (errors: string[]) => {
    if (errors.length) throw new Error(errors.join('; '));
  };
  try {
    const { index, errors } = await createIndex({});
    failed(errors);
    for (const { id, passages } of corpus(request)) {
      for (const passage of passages) failed((await index!.addCustomRecord({ url: `/${passageId(id, passage.id)}`, content: passage.text, language: 'zh-Hans' })).errors);
    }
    failed((await index!.writeFiles({ outputPath: join(folder, 'pagefind') })).errors);
  } finally {
    await close();
  }
};
