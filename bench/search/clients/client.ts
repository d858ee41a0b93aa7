/** What an engine answers to a query. */
export interface Found {
  /** Addresses of all passages, when the engine gives them; for some engines, names that the bench knows how to read. */
  passages?: string[];
  /** Counts by the number of the speech: occurrences and passages. */
  counts?: [speech: number, occurrences: number, passages: number][];
  /** Addresses of the passages on the first page, when the engine lists it apart. */
  firstPage?: string[];
}

/** A search in the page. It loads what it needs when it is first asked. */
export type Search = (query: string) => Promise<Found>;

/** What every client module exports. */
export interface Client {
  open(mode: string | undefined): Search;
}

/** Results, or speeches, on a first page. */
export const onFirstPage = 10;

/** Loads JSON, with an error where it does not come. */
export async function load(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}
