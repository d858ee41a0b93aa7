import { z } from 'astro/zod';
import { bilingual } from './claim.ts';

const name = z.union([z.strictObject({ literal: z.string().min(1) }), z.strictObject({ family: z.string().min(1), given: z.string().min(1) })]);

/** A CSL date: `date-parts` with year, month and day as far as known. */
const cslDate = z.strictObject({
  'date-parts': z.tuple([z.array(z.number().int()).min(1).max(3)]),
  circa: z.boolean().optional(),
});

/**
 * A document cited by the glossary or the notes: `src/content/sources/{id}.yaml`.
 * The fields are those of CSL-JSON 1.0 (https://docs.citationstyles.org/), plus `titleEn` and `seen`.
 */
export const sourceSchema = z.strictObject({
  type: z.enum([
    'speech',
    'report',
    'article-newspaper',
    'article-journal',
    'article-magazine',
    'book',
    'chapter',
    'legislation',
    'webpage',
    'entry-encyclopedia',
    'entry-dictionary',
    'classic',
    'dataset',
    'document',
  ]),
  title: z.string().min(1),
  /** English title, or the editors' translation of it. Ours, not CSL. */
  titleEn: z.string().optional(),
  author: z.array(name).optional(),
  editor: z.array(name).optional(),
  issued: cslDate.optional(),
  'container-title': z.string().optional(),
  publisher: z.string().optional(),
  'event-title': z.string().optional(),
  number: z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  /** Only an official or archival address; leave it out rather than name a mirror. */
  URL: z.url({ protocol: /^https?$/ }).optional(),
  language: z.string().min(2),
  /** What the editors saw of it. Absent: it is cited from memory. */
  seen: z
    .strictObject({
      /** Day on which it was seen; leave out when it was not recorded. */
      on: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .optional(),
      /** What was seen: the whole text, an extract, a report about it… */
      what: bilingual,
    })
    .optional(),
});
/** One CSL-JSON item of the bibliography, without its id. */
export type Source = z.infer<typeof sourceSchema>;
