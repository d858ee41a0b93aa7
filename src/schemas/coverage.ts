import { z } from 'astro/zod';
import { bilingual } from './claim.ts';
import { slug } from './term.ts';

/**
 * Quoted strings of the speeches that are no terms: `src/content/coverage/quotations.yaml`.
 * A string is written as it stands between the quotation marks, and is left alone in every speech.
 */
export const quotationListSchema = z.array(z.strictObject({ /** Why they are left alone. */ reason: bilingual, strings: z.array(z.string().min(1)).min(1) }));

/**
 * Words that were weighed as terms and left unmarked: `src/content/coverage/unmarked.yaml`.
 * Each is named with its speech and the ids of its passages, section heads or title.
 */
export const unmarkedListSchema = z.array(
  z.strictObject({
    /** Why they are left alone. */
    reason: bilingual,
    places: z
      .array(
        z.strictObject({
          text: z.string().min(1),
          speech: slug,
          in: z.array(z.string().regex(/^[pht]\d+[a-z]*$/, 'write the id of a passage, head or title, such as p12, h2 or t1')).min(1),
        }),
      )
      .min(1),
  }),
);
