/** The order of the hits: as in the texts, by what follows, by what stands before. */
export type Order = 'text' | 'right' | 'left';

/** Everything that the results page shows follows from this, and this from its address. */
export interface SearchState {
  /** The slogans, each literal; empty fields left out. */
  slogans: string[];
  strict: boolean;
  /** True when only passages with all the slogans are listed. */
  together: boolean;
  order: Order;
  /** Attributes by which speeches are chosen: kind, year. */
  facets: Record<string, string>;
}

/** Longest slogan that is asked for, in UTF-16 units; the rest is cut off, also in the field. */
export const longestSlogan = 1000;

const facetNames = ['kind', 'year'];

/** Reads the state from an address; whatever does not belong is passed over. */
export function readState(query: URLSearchParams): SearchState {
  const order = query.get('order');
  return {
    slogans: query
      .getAll('q')
      .map((text) => text.trim().slice(0, longestSlogan))
      .filter((text) => text !== ''),
    strict: query.get('strict') === '1',
    together: query.get('together') === '1',
    order: order === 'right' || order === 'left' ? order : 'text',
    facets: Object.fromEntries(facetNames.flatMap((name) => (query.get(name) ? [[name, query.get(name)!]] : []))),
  };
}

/** Writes the state as the query of an address; what is usual is left out. */
export function writeState({ slogans, strict, together, order, facets }: SearchState): string {
  const query = new URLSearchParams(slogans.map((text) => ['q', text]));
  if (strict) query.set('strict', '1');
  if (together && slogans.length > 1) query.set('together', '1');
  if (order !== 'text') query.set('order', order);
  for (const name of facetNames) if (facets[name]) query.set(name, facets[name]);
  return query.toString();
}
