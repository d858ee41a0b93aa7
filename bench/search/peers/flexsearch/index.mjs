// FlexSearch with its settings for Chinese: every character is a word, and all must be there.
import { Charset, Index } from 'flexsearch';

const create = () => new Index({ tokenize: 'strict', encoder: Charset.CJK });
/** More passages than any corpus has. */
const all = 10_000_000;

/** Indexes passages, and exports the index to one text. */
export async function build(passages) {
  const index = create();
  for (const { id, text } of passages) index.add(id, text);
  const parts = [];
  await index.export((key, data) => {
    parts.push([key, data]);
  });
  return JSON.stringify(parts);
}

/** Imports the index; the function that is returned gives the addresses of what is found. */
export async function open(exported) {
  const index = create();
  for (const [key, data] of JSON.parse(exported)) await index.import(key, data);
  return (query) => index.search(query, { limit: all });
}
