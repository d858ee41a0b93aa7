import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the routes of a build wrote that a later step needs. */
export interface Built {
  edition: string;
  /** Ids of the speeches, in the order of the lists. */
  speeches: string[];
}

/** Reads it from the output folder. */
export function readBuilt(folder: string): Built {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown;
  const { edition } = read('api/edition.json') as { edition: string };
  return { edition, speeches: (read('api/speeches.json') as { id: string }[]).map(({ id }) => id) };
}
