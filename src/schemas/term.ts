import { z } from 'astro/zod';
import { bilingual, claim, evidence, needsSource } from './claim.ts';

/** A year, a month or a day: 2018, 2018-12 or 2018-12-21. */
export const isoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a date as "2018", "2018-12" or "2018-12-21", in quotes');

/** A slug: toneless pinyin (or plain Latin letters), syllables joined by hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters and digits joined by hyphens');

/** What sort of expression an entry explains. */
export const termKind = z.enum([
  'numbered-formula', // 四个意识, 六稳: a label that counts its members
  'formulation', //      a fixed wording of the Party's language
  'concept', //          an idea with a name
  'policy', //           a programme, campaign or measure
  'technical', //        a term of economics, statistics or administration
  'institution', //      an organ, office or body
  'meeting', //          a congress, plenum or conference
  'document', //         a named text
  'metaphor', //         a fixed image
  'allusion', //         a line or phrase from literature
  'idiom', //            a proverb or set phrase of the common language
]);
export type TermKind = z.infer<typeof termKind>;

/** One part of a formula that has several. */
const member = z.strictObject({ zh: z.string().min(1), en: z.string().min(1), /** A word on it, if needed. */ note: bilingual.optional() });

/** The members of a numbered formula. */
const members = z.discriminatedUnion('status', [
  needsSource(z.strictObject({ status: z.literal('listed'), items: z.array(member).min(2), ...evidence })),
  /** The speech uses the label without listing, and the editors do not know the members. */
  z.strictObject({ status: z.literal('not-given'), note: bilingual.optional() }),
]);

/** One English version of a term, with where it is attested. */
const rendering = needsSource(z.strictObject({ text: z.string().min(1), ...evidence, note: bilingual.optional() }));

/** The earliest use known to the editors. */
const firstUse = needsSource(
  z.strictObject({
    date: isoDate,
    /** The occasion or document, in both languages. Write “in use by …”, not “coined in …”, when this is only the earliest sighting. */
    occasion: bilingual,
    /** Certainty of the date alone. */
    certainty: z.enum(['high', 'medium', 'low']),
    /** `first`: documented as the first use. `earliest-seen`: no earlier one is known to us; it may well be older. */
    status: z.enum(['first', 'earliest-seen']),
    ...evidence,
  }),
).refine(({ status, basis }) => status !== 'first' || basis === 'seen' || basis === 'text', {
  error: '“first” needs a document that shows it (basis seen or text); without one, write “earliest-seen”',
  path: ['status'],
});

/** Where a formulation was written into a document of authority. */
const codification = needsSource(z.strictObject({ date: isoDate.optional(), ...bilingual.shape, ...evidence }));

/** The literary or historical source of an allusion or idiom. */
const allusion = needsSource(
  z.strictObject({
    work: bilingual,
    /** Who wrote it; where nobody knows, that is said. */
    author: bilingual,
    /** The original line, in simplified characters. */
    line: z.string().min(1),
    /** How the speech turns it. */
    turn: bilingual,
    ...evidence,
  }),
);

/** Front matter of a glossary entry: `src/content/glossary/{slug}.mdx`. */
const termFields = z.strictObject({
  /** The headword, as it stands in the speeches. It is also the first surface form. */
  term: z.string().min(1),
  /** Hanyu pinyin with tone marks, 一 and 不 in citation tone, numeral and measure word apart (sān gè). The source of truth for search by pinyin. */
  pinyin: z.string().min(1),
  kind: termKind,
  /** `local` marks a formula of one province, city or district. */
  scope: z.enum(['national', 'local']).default('national'),
  /** The short explanation shown beside the text: what it means and does in such a speech. One or two sentences. */
  gloss: needsSource(
    z.strictObject({
      zh: z.string().trim().min(1).max(130, 'keep the Chinese gloss under 130 characters'),
      en: z.string().trim().min(1).max(330, 'keep the English gloss under 330 characters'),
      ...evidence,
    }),
  ),
  /** English versions, the preferred one first. */
  renderings: z.array(rendering).min(1),
  /** Further surface forms to be marked in the speeches. */
  variants: z.array(z.string().min(1)).default([]),
  /** Wider strings in which a surface form is an ordinary word or part of something else, and is not marked. */
  notWhen: z.array(z.string().min(1)).default([]),
  /** For a form that is mostly an ordinary word: wider strings that contain it; it is marked inside them and nowhere else. Forms that stand in none of them are marked everywhere. */
  onlyWhen: z.array(z.string().min(1)).default([]),
  /** For a label that other speeches give to other things: ids of the speeches in which it is marked. */
  onlyIn: z.array(slug).default([]),
  members: members.optional(),
  /** For a metaphor: the image. */
  image: bilingual.optional(),
  allusion: allusion.optional(),
  firstUse: firstUse.optional(),
  codified: z.array(codification).default([]),
  /** What official documents say it means. */
  official: z.array(claim).default([]),
  /** What scholars say. */
  scholarship: z.array(claim).default([]),
  /** The editors' own reading, marked as such. */
  reading: bilingual.optional(),
  /** Slugs of entries to see also. */
  related: z.array(slug).default([]),
  /** Slugs of entries it is easily confused with or set against. */
  contrast: z.array(slug).default([]),
  /** Further sources, beyond those the claims name. */
  sources: z.array(z.string()).default([]),
  /** Date of the last revision of the entry. */
  revised: isoDate,
});
/** What an entry of a kind cannot do without, and what to say when it is missing. */
const demands: readonly { field: 'members' | 'firstUse' | 'image' | 'allusion'; of: (term: z.infer<typeof termFields>) => boolean; error: string }[] = [
  { field: 'members', of: ({ kind }) => kind === 'numbered-formula', error: 'a numbered formula lists its members, or says “status: not-given”' },
  {
    field: 'firstUse',
    of: ({ kind, scope }) => kind === 'numbered-formula' && scope === 'national',
    error: 'a numbered formula that is not local says when it is first seen, and how certain the date is',
  },
  { field: 'image', of: ({ kind }) => kind === 'metaphor', error: 'a metaphor says what it pictures' },
  { field: 'allusion', of: ({ kind }) => kind === 'allusion', error: 'an allusion names the work, the author, the line and how the speech turns it' },
];

export const termSchema = termFields.superRefine((term, context) => {
  for (const { field, of, error } of demands) if (of(term) && term[field] === undefined) context.addIssue({ code: 'custom', path: [field], message: error });
});
/** A glossary entry as written by an editor. */
export type TermEntry = z.infer<typeof termSchema>;
