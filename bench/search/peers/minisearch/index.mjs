// MiniSearch over pairs of neighbouring characters as words, all of which must be there; it is made for languages with
// blanks, and has no settings for Chinese. A single character is looked up as the beginning of a pair.
import MiniSearch from 'minisearch';

const options = {
  fields: ['text'],
  tokenize: (text) => {
    const characters = [...text];
    return characters.length === 1 ? characters : characters.slice(1).map((character, i) => characters[i] + character);
  },
  searchOptions: { combineWith: 'AND', prefix: (term) => [...term].length === 1 },
};

/** Indexes passages, and exports the index to one text. */
export async function build(passages) {
  const index = new MiniSearch(options);
  for (const passage of passages) index.add(passage);
  return JSON.stringify(index);
}

/** Imports the index; the function that is returned gives the addresses of what is found. */
export async function open(exported) {
  const index = MiniSearch.loadJSON(exported, options);
  return (query) => index.search(query).map(({ id }) => id);
}
