import { z } from 'astro/zod';

/**
 * What a claim rests on.
 * `seen`: a source was opened and says so. `text`: the speech itself says so. `inferred`: the editors argue it
 * from evidence. `recalled`: the editors' recollection, not yet checked against a document.
 */
export const basis = z.enum(['seen', 'text', 'inferred', 'recalled']);
export type Basis = z.infer<typeof basis>;

/** From strongest to weakest; the evidence of an entry is that of its weakest claim. */
export const basisOrder: readonly Basis[] = ['seen', 'text', 'inferred', 'recalled'];

/** A text in both interface languages. */
export const bilingual = z.strictObject({
  /** Chinese wording, in simplified characters. */
  zh: z.string().trim().min(1),
  /** English wording. */
  en: z.string().trim().min(1),
});
export type Bilingual = z.infer<typeof bilingual>;

/** Evidence of one claim. A claim with basis `seen` names the source that was seen. */
export const evidence = {
  basis,
  /** Id of a record in `src/content/sources/`. */
  source: z.string().optional(),
};

/** Adds the rule that ties `seen` to a source. */
export function needsSource<T extends z.ZodType<{ basis: Basis; source?: string | undefined }>>(schema: T): T {
  return schema.refine((claim) => claim.basis !== 'seen' || claim.source !== undefined, {
    error: 'a claim with basis “seen” needs a “source”: the id of a record in src/content/sources/',
    path: ['source'],
  });
}

/** A bilingual claim with its evidence. */
export const claim = needsSource(z.strictObject({ ...bilingual.shape, ...evidence }));
export type Claim = z.infer<typeof claim>;
