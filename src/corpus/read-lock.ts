import { z } from 'astro/zod';
import type { Lock } from '../text/permalinks.ts';
import { type Problem, problem } from '../text/problems.ts';

const unit = { id: z.string(), receipt: z.string().regex(/^[0-9a-hjkmnp-tv-z]{8}$/) };
const lockSchema = z.strictObject({
  format: z.literal(1),
  speech: z.string(),
  revision: z.number().int().min(1),
  title: z.strictObject({ ...unit, text: z.string() }),
  heads: z.array(z.strictObject({ ...unit, text: z.string() })),
  passages: z.array(z.strictObject({ ...unit, sentences: z.array(z.strictObject({ ...unit, text: z.string() })) })),
});

/** Every address of the site that was ever published. */
export interface Addresses {
  format: 1;
  speeches: string[];
  terms: string[];
}
const addressesSchema = z.strictObject({ format: z.literal(1), speeches: z.array(z.string()), terms: z.array(z.string()) });

/** Reads the lock of a speech. */
export function readLock(file: string, text: string): { lock: Lock | undefined; problems: Problem[] } {
  const { value, problems } = readJson(file, text, lockSchema);
  return { lock: value, problems };
}

/** Reads the lock of addresses. */
export function readAddresses(file: string, text: string | undefined): { addresses: Addresses; problems: Problem[] } {
  const { value, problems } = text === undefined ? { value: undefined, problems: [] } : readJson(file, text, addressesSchema);
  return { addresses: value ?? { format: 1, speeches: [], terms: [] }, problems };
}

function readJson<T>(file: string, text: string, schema: z.ZodType<T>): { value: T | undefined; problems: Problem[] } {
  const place = { file, line: 1, column: 1 };
  try {
    const result = schema.safeParse(JSON.parse(text));
    if (result.success) return { value: result.data, problems: [] };
    const issue = result.error.issues[0]!;
    return { value: undefined, problems: [problem('bad-lock', place, { reason: [...(issue.path.length ? [issue.path.join('.')] : []), issue.message].join(': ') })] };
  } catch (error) {
    return { value: undefined, problems: [problem('bad-lock', place, { reason: (error as Error).message })] };
  }
}
