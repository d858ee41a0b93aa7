import { z } from 'astro/zod';
import { bilingual, claim, needsSource } from './claim.ts';

const anchorId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters and digits joined by hyphens');

/** A piece of evidence: what it shows, where in the speech it stands, and on what the editors’ word for it rests. */
const point = needsSource(
  z.strictObject({
    /** Id of the passage or sentence it stands in. */
    at: z.string().optional(),
    ...claim.shape,
    /** Ids of further sources. */
    sources: z.array(z.string()).default([]),
  }),
);

/**
 * A part of an introduction. Texts are paragraphs with an empty line between them; `[words](#p3s2)` leads to a passage or
 * sentence, `[@gwr-2019]` cites a source.
 */
const part = z.strictObject({
  /** Its address on the page is `#intro-` and this. */
  id: anchorId,
  title: bilingual,
  ...bilingual.shape,
  /** Evidence, one piece an item. */
  points: z.array(point).default([]),
  /** What follows from the evidence, and what remains in doubt. */
  conclusion: bilingual.optional(),
});

/** The editors’ introduction to a speech, and a sentence on each of its sections: `src/content/introductions/{speech}.yaml`. */
export const introductionSchema = z.strictObject({
  /** One or two sentences that stand under the title. */
  lead: bilingual.optional(),
  parts: z.array(part).default([]),
  /** One sentence each, by id of a section (`h1`, or `s-p6` for one without a head) or of a passage with a run-in head (`p4`). */
  summaries: z.record(z.string(), bilingual).default({}),
});
/** The introduction to a speech. */
export type Introduction = z.infer<typeof introductionSchema>;
/** A part of an introduction. */
export type IntroductionPart = Introduction['parts'][number];
