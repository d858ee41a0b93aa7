import { z } from 'astro/zod';
import { basis, bilingual, claim, needsSource } from './claim.ts';

/** What is known of a fact about the speech, in words; nothing is filled in that the source does not give. */
const fact = z.strictObject({
  ...bilingual.shape,
  /** `redacted`: removed in the source. `unknown`: the source is silent. `inferred`: argued by the editors. `stated`: in the source. */
  status: z.enum(['stated', 'redacted', 'inferred', 'unknown']),
});

/** What was taken out of the text; `name` is that of a person or of a programme. */
export const redactionKind = z.enum(['place', 'name', 'number', 'ordinal', 'year', 'unspecified']);
export type RedactionKind = z.infer<typeof redactionKind>;

/** Characters of a title that stand for it where it has no short name. */
const longestShort = 20;

/** Front matter of a speech: `src/content/speeches/{id}.mdx`. */
export const speechSchema = z.strictObject({
  title: z
    .strictObject({
      /** Lines of the source above the title: a kicker, or what a page puts there. They are not part of the title. */
      above: z.array(z.string().min(1)).default([]),
      /** The title block, line by line, exactly as in the source (blanks inside a line included). */
      lines: z.array(z.string().min(1)).min(1),
      /** Lines of the source between the title and the text: names, dates, remarks. They are not part of the title. */
      below: z.array(z.string().min(1)).default([]),
      /** True when the source has no title and the editors supplied one. */
      supplied: z.boolean().default(false),
      /** The title in pinyin without tones, words joined, a capital at the beginning and after a colon; citation styles ask for it. Leave it out when the title is supplied. */
      pinyin: z.string().min(1).optional(),
      /** English translation of the title. Absent: there is none yet, and the title stands in its place. */
      en: z.string().min(1).optional(),
      /** A short name for lists and tables. Absent: the beginning of the title. */
      short: bilingual.optional(),
    })
    .transform((title) => {
      const whole = title.lines.join(' ');
      const brief = [...whole].length > longestShort ? `${[...whole].slice(0, longestShort - 1).join('')}…` : whole;
      return { ...title, en: title.en ?? whole, short: title.short ?? { zh: brief, en: brief } };
    }),
  /** Language of the text, as BCP 47. */
  language: z.string().default('zh-Hans'),
  /** What sort of document it is; a facet of the search. */
  kind: z.enum(['plenum-speech', 'study-session-remarks', 'work-report', 'address', 'article']),
  genre: bilingual,
  speaker: fact,
  place: fact,
  date: z.strictObject({
    /** The date in Extended Date/Time Format (ISO 8601-2): `2020?` stated but doubted, `2022~` approximate, empty when nothing is known. */
    edtf: z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?[?~%]?)?$/, 'write the date in EDTF, such as "2020?" or "2022-01-07"'),
    /** The year or date as the text itself gives it. */
    stated: bilingual.optional(),
    /** When the editors think it was written, and on what that rests. */
    written: z.strictObject({ ...bilingual.shape, basis }),
  }),
  redactions: z
    .strictObject({
      /** The strings that stand for something removed, such as X, XX or **. */
      marks: z.array(z.string().min(1)).default([]),
      /** By kind, strings with a mark in them that tell what the mark stands for, such as “X届”; the longest that fits decides, and <Gap> overrides. */
      kinds: z.partialRecord(redactionKind, z.array(z.string().min(1))).default({}),
    })
    .default({ marks: [], kinds: {} }),
  /** The file that was imported; its bytes are given back by `/speeches/{id}.txt`. */
  source: z.strictObject({
    file: z.string().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'write the SHA-256 of the source file in hexadecimal'),
    /** The encoding that the file was read in, a label of the Encoding Standard. */
    encoding: z.string().min(1).optional(),
    /** Day of the import. */
    imported: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day of the import as "2026-11-21", in quotes')
      .optional(),
    /** Lines of the file that are not in the text, since an editor judged them to be furniture of a page. */
    removed: z.array(z.string().min(1)).default([]),
    /** How many lines of the file were joined to the paragraph before them. */
    joined: z.number().int().min(1).optional(),
    note: bilingual.optional(),
  }),
  /** Labels for the table of contents, by id of a section head or of a passage. */
  contents: z.record(z.string(), bilingual).default({}),
});
/** The front matter of a speech. */
export type SpeechMeta = z.infer<typeof speechSchema>;

/** A note of the apparatus, anchored in the text by <Sic id> or <Note id>. */
export const noteSchema = needsSource(
  z.strictObject({
    /** For a slip: the reading the editors conjecture. */
    corr: z.string().optional(),
    ...claim.shape,
    /** Ids of further sources that the note rests on. */
    sources: z.array(z.string()).default([]),
  }),
);
export type NoteText = z.infer<typeof noteSchema>;

/** The notes of one speech, by id: `src/content/notes/{speech}.yaml`. */
export const notesSchema = z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case letters and digits joined by hyphens'), noteSchema);
