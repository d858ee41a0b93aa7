import { z } from 'astro/zod';
import { type Problem, problem } from '../text/problems.ts';

/** What an address can be of; the first part of its path says so. */
export type AddressKind = 'speeches' | 'terms';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const ofKind = <T extends z.ZodType>(schema: T) => z.strictObject({ speeches: z.record(z.string(), schema), terms: z.record(z.string(), schema) });
const addressesSchema = z.strictObject({
  format: z.literal(2),
  /** Addresses that have a page: the title of each speech, the headword of each term. */
  present: ofKind(z.string()),
  /** Addresses that forward, each to the one that has its content since. */
  renamed: ofKind(z.string()),
  /** Addresses whose content was taken away. */
  removed: ofKind(z.strictObject({ name: z.string(), date: day })),
});

/** Every address of the site that was ever published. */
export type Addresses = z.infer<typeof addressesSchema>;

/** No address yet. */
export function noAddresses(): Addresses {
  const none = () => ({ speeches: {}, terms: {} });
  return { format: 2, present: none(), renamed: none(), removed: none() };
}

/** Reads the lock of addresses; an absent one is empty. */
export function readAddresses(file: string, text: string | undefined): { addresses: Addresses; problems: Problem[] } {
  if (text === undefined) return { addresses: noAddresses(), problems: [] };
  const damaged = (reason: string) => ({ addresses: noAddresses(), problems: [problem('bad-lock', { file, line: 1, column: 1 }, { reason })] });
  try {
    const result = addressesSchema.safeParse(JSON.parse(text));
    if (result.success) return { addresses: result.data, problems: [] };
    const issue = result.error.issues[0]!;
    return damaged([...(issue.path.length ? [issue.path.join('.')] : []), issue.message].join(': '));
  } catch (error) {
    return damaged((error as Error).message);
  }
}

/** The lock of addresses as its file, in order, so that it shows well what changed. */
export function formatAddresses({ format, ...rest }: Addresses): string {
  const sorted = (record: Record<string, unknown>) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const parts = Object.entries(rest).map(([name, { speeches, terms }]) => [name, { speeches: sorted(speeches), terms: sorted(terms) }]);
  return `${JSON.stringify({ format, ...Object.fromEntries(parts) }, null, 1)}\n`;
}

/** Where an address leads today: to itself, or to the one that it was renamed to, be that present or removed. */
export function lastAddress({ renamed }: Addresses, kind: AddressKind, id: string): string {
  const seen = new Set<string>();
  let last = id;
  while (Object.hasOwn(renamed[kind], last) && !seen.has(last)) {
    seen.add(last);
    last = renamed[kind][last]!;
  }
  return last;
}

/** Where an address leads today, if there is content. */
export function presentAddress(addresses: Addresses, kind: AddressKind, id: string): string | undefined {
  const last = lastAddress(addresses, kind, id);
  return Object.hasOwn(addresses.present[kind], last) ? last : undefined;
}
