import { type Corpus, readCorpus } from '../corpus/corpus.ts';

let last: { root: string; corpus: Corpus; readers: Set<string> } | undefined;

/**
 * The content folder, read once for all loaders of one round: a loader that asks again begins a new round, and the
 * folder is read anew.
 */
export function corpusFor(reader: string, root: string): Corpus {
  if (last?.root !== root || last.readers.has(reader)) last = { root, corpus: readCorpus(root), readers: new Set() };
  last.readers.add(reader);
  return last.corpus;
}
