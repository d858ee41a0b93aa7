/**
 * A record as one string. Astro's content store takes every record apart and bundles the parts as code: 1,000 summaries
 * were 111,000 values, which cost a build a second and 100 MB; as strings they are 2,000.
 */
export interface Packed extends Record<string, unknown> {
  json: string;
}

/** Packs a record. Its strings are new ones: a piece of a string would keep the whole of it in memory, such as the text of a speech. */
export function pack(record: unknown): Packed {
  return { json: JSON.stringify(record) };
}

/** The record again; nothing checks that it is one of the kind asked for. */
export function unpack<T>({ json }: Record<string, unknown>): T {
  return JSON.parse(json as string) as T;
}
