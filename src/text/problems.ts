/** A place in a file; line and column count from 1, the column in UTF-16 units. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** One thing that is wrong with the content, and what to write instead. */
export interface Problem extends Place {
  kind: ProblemKind;
  message: string;
  hint: string;
}

const list = (words: readonly string[]) => words.map((word) => `<${word}>`).join(', ');
const nearest = (names: readonly string[]) => (names.length ? ` Did you mean ${names.map((n) => `“${n}”`).join(' or ')}?` : '');

/** Everything that can be wrong with content: for each kind the message (why) and the hint (what to write instead). */
export const catalogue = {
  'bad-yaml': (d: { reason: string }) => ({
    message: `The YAML cannot be read: ${d.reason}`,
    hint: 'Put texts that contain a colon, a # or a quotation mark in "double quotes", and indent with two blanks.',
  }),
  'no-front-matter': () => ({
    message: 'The file does not begin with front matter.',
    hint: 'Begin the first line with ---, write the fields, and close them with a line of --- again.',
  }),
  'bad-field': (d: { field: string; reason: string }) => ({
    message: `Field “${d.field}”: ${d.reason}.`,
    hint: 'The guide for editors lists every field with an example.',
  }),
  'missing-field': (d: { field: string; reason: string }) => ({
    message: `Field “${d.field}” is missing (${d.reason}).`,
    hint: `Add “${d.field}:” to the front matter; the guide for editors has an example.`,
  }),
  'unknown-field': (d: { field: string }) => ({
    message: `Field “${d.field}” is not known here.`,
    hint: 'Check its spelling and its indentation, or remove it.',
  }),
  unfinished: (d: { field: string; text: string }) => ({
    message: `Field “${d.field}” still says ${d.text}.`,
    hint: 'Write it in place of the TODO, or remove the field if it can be left out; nothing unfinished is published.',
  }),
  'bad-slug': (d: { slug: string }) => ({
    message: `“${d.slug}” cannot be a file name here, because it becomes part of an address.`,
    hint: 'Use lower-case letters and digits joined by hyphens, such as liang-ge-wei-hu.mdx.',
  }),
  'dangling-source': (d: { id: string; near: readonly string[] }) => ({
    message: `There is no source “${d.id}” in src/content/sources/.`,
    hint: `Write the id of an existing record, or add src/content/sources/${d.id}.yaml.${nearest(d.near)}`,
  }),
  'praise-or-polemic': (d: { word: string }) => ({
    message: `“${d.word}” praises or attacks, and the editors do neither.`,
    hint: 'Say what the words mean and do; if somebody else says so, quote them in quotation marks. The list is src/content/tone.yaml.',
  }),
  'unseen-source': (d: { id: string }) => ({
    message: `The claim says “seen”, but the source “${d.id}” has no “seen”.`,
    hint: `Say in src/content/sources/${d.id}.yaml what was seen of it, or give the claim the basis “recalled”.`,
  }),
  'unlisted-address': (d: { site: string }) => ({
    message: `The site ${d.site} is not on the list of official and archival sites.`,
    hint: 'Leave the address out and say under “seen” what was seen where; or, if the site belongs to the publisher, a public body or an archive, add it to src/content/official-sites.yaml.',
  }),
  'dangling-term': (d: { id: string; field: string; near: readonly string[] }) => ({
    message: `Field “${d.field}” names the term “${d.id}”, which the glossary does not have.`,
    hint: `Write the slug of an existing entry, or add src/content/glossary/${d.id}.mdx.${nearest(d.near)}`,
  }),
  'claimed-twice': (d: { form: string; other: string }) => ({
    message: `The surface form “${d.form}” is already claimed by ${d.other}.`,
    hint: 'Keep it in one of the two entries, and relate the entries with “related”.',
  }),
  'self-reference': (d: { field: string }) => ({
    message: `Field “${d.field}” names the entry itself.`,
    hint: 'Remove it.',
  }),
  'wider-without-form': (d: { field: string; text: string }) => ({
    message: `Field “${d.field}”: “${d.text}” contains none of the surface forms of this entry.`,
    hint: 'Write a wider string that contains the term or one of its variants, or remove the line.',
  }),
  'dangling-speech': (d: { id: string; field: string; near: readonly string[] }) => ({
    message: `Field “${d.field}” names the speech “${d.id}”, which is not there.`,
    hint: `Write the file name of a speech in src/content/speeches/, without .mdx.${nearest(d.near)}`,
  }),
  'unknown-component': (d: { name: string; known: readonly string[] }) => ({
    message: `<${d.name}> is not a component that a speech may use.`,
    hint: `Use one of ${list(d.known)}; to print the characters < and > write \\< and \\>.`,
  }),
  'bad-component': (d: { name: string; reason: string; example: string }) => ({
    message: `<${d.name}>: ${d.reason}.`,
    hint: `Write it as ${d.example}.`,
  }),
  'no-expressions': (d: { code: string }) => ({
    message: `A speech cannot contain the expression {${d.code}}: content is text, never code.`,
    hint: 'Write the result itself, or escape a brace that belongs to the text as \\{ or \\}.',
  }),
  'no-imports': () => ({
    message: 'A speech cannot import or export anything: content is text, never code.',
    hint: 'Remove the line; our components need no import. If the source text itself begins so, write its first letter as a code: &#105;mport, &#101;xport.',
  }),
  'no-markup': (d: { what: string; mark: string }) => ({
    message: `The text contains Markdown markup (${d.what}), which would change what the source says.`,
    hint: `If the characters belong to the source, escape them with a backslash (${d.mark}); otherwise remove them.`,
  }),
  'bad-heading': (d: { depth: number }) => ({
    message: `A heading of level ${d.depth} has no place in a speech.`,
    hint: 'Section heads are written with two signs: ## 一、…. The title stands in the front matter.',
  }),
  'broken-line': () => ({
    message: 'A paragraph runs over more than one line.',
    hint: 'Write each paragraph of the source on one line, and leave an empty line between paragraphs.',
  }),
  'bad-mdx': (d: { reason: string }) => ({
    message: `The MDX cannot be read: ${d.reason}`,
    hint: 'Close every component, and escape < and { that belong to the text as \\< and \\{.',
  }),
  'bad-body': (d: { what: string }) => ({
    message: `The text of an entry cannot hold ${d.what}.`,
    hint: 'Write its paragraphs inside <Zh> and </Zh>, then inside <En> and </En>, each tag on a line of its own; *emphasis* is all the markup there is.',
  }),
  'unknown-term': (d: { id: string; near: readonly string[] }) => ({
    message: `<Term id="${d.id}"> names a term that the glossary does not have.`,
    hint: `Write the slug of an existing entry, or add src/content/glossary/${d.id}.mdx.${nearest(d.near)}`,
  }),
  'unknown-note': (d: { id: string; near: readonly string[] }) => ({
    message: `The note “${d.id}” is not written yet.`,
    hint: `Add “${d.id}:” to the notes file of this speech in src/content/notes/.${nearest(d.near)}`,
  }),
  'anchored-twice': (d: { id: string }) => ({
    message: `The note “${d.id}” is anchored a second time.`,
    hint: 'Each note stands at one place: remove one of the two, or write a second note.',
  }),
  'nested-term': (d: { id: string }) => ({
    message: `<Term id="${d.id}"> stands inside another <Term>, and mentions cannot overlap.`,
    hint: 'Keep one of the two.',
  }),
  'unused-note': (d: { id: string }) => ({
    message: `The note “${d.id}” is not anchored anywhere in the speech.`,
    hint: `Mark its words with <Note id="${d.id}">…</Note> or <Sic id="${d.id}">…</Sic>, or remove the note.`,
  }),
  'unknown-anchor': (d: { field: string; id: string }) => ({
    message: `Field “${d.field}” names “${d.id}”, and the speech has no such section head or passage.`,
    hint: 'Use an id from the lock file in src/content/permalinks/.',
  }),
  'unused-context': (d: { context: string }) => ({
    message: `The context “${d.context}” fits no redaction of the speech.`,
    hint: 'Write a string of the text with a redaction mark in it, such as X届, or remove it.',
  }),
  'bad-link': (d: { field: string }) => ({
    message: `Field “${d.field}” has a link that leads out of the speech.`,
    hint: 'Write the id of a passage, sentence or note of this speech, such as [passage 3](#p3), and cite documents by their record, such as [@gwr-2019].',
  }),
  'stray-file': (d: { speech: string; near: readonly string[] }) => ({
    message: `There is no speech “${d.speech}” to which this file could belong.`,
    hint: `Give it the name of a file in src/content/speeches/.${nearest(d.near)}`,
  }),
  'no-text': () => ({
    message: 'The file has no text after its front matter.',
    hint: 'Write the speech below the front matter, one paragraph a line.',
  }),
  'no-lock': (d: { speech: string }) => ({
    message: `The speech “${d.speech}” has no permalinks yet.`,
    hint: 'Run: npm run permalinks',
  }),
  'bad-lock': (d: { reason: string }) => ({
    message: `The lock file cannot be read: ${d.reason}`,
    hint: 'Restore it from version control, then run: npm run permalinks. Only that command writes it.',
  }),
  'stale-lock': (d: { unit: string; found: string; expected: string }) => ({
    message: `The text disagrees with its lock at ${d.unit}: the file says ${d.found}, the lock ${d.expected}.`,
    hint: 'If the change is meant, run: npm run permalinks. If not, undo it in the speech.',
  }),
  'uncovered-quotation': (d: { text: string }) => ({
    message: `The speech puts “${d.text}” in quotation marks, and nothing explains it: it is no mention, and no member of a term of this speech.`,
    hint: 'Add a glossary entry or a variant of one, name it among the members of one, or list it with the reason in src/content/coverage/quotations.yaml.',
  }),
  'open-quotation': (d: { text: string }) => ({
    message: `The quotation mark before “${d.text}…” is never closed.`,
    hint: 'If the closing mark is damaged in the source, put <Sic> round it and write the mark as “corr” in the note. A quotation that goes on in the next paragraph is opened there again.',
  }),
  'stale-coverage': (d: { text: string; reason: string }) => ({
    message: `“${d.text}” need not be listed here: ${d.reason}.`,
    hint: 'Remove it from the list.',
  }),
  'missing-slug': (d: { slug: string; what: string }) => ({
    message: `The address of the ${d.what} “${d.slug}” is not in the lock.`,
    hint: 'Run: npm run permalinks',
  }),
  'lost-slug': (d: { slug: string; what: string }) => ({
    message: `The lock promises an address for the ${d.what} “${d.slug}”, but its file is gone.`,
    hint: 'If it was renamed or removed, run: npm run permalinks. If not, restore the file.',
  }),
  'reused-slug': (d: { slug: string; what: string; fate: string }) => ({
    message: `The address of the ${d.what} “${d.slug}” was given up before (${d.fate}), and cannot be used for another.`,
    hint: 'Choose another file name. If it is the same content again, run: npm run permalinks',
  }),
} satisfies Record<string, (details: never) => { message: string; hint: string }>;

export type ProblemKind = keyof typeof catalogue;
type Details<K extends ProblemKind> = Parameters<(typeof catalogue)[K]>[0];

/** Makes a problem of a catalogued kind. */
export function problem<K extends ProblemKind>(kind: K, place: Place, ...details: Details<K> extends undefined ? [] : [Details<K>]): Problem {
  const describe = catalogue[kind] as (details: unknown) => { message: string; hint: string };
  return { kind, file: place.file, line: place.line, column: place.column, ...describe(details[0]) };
}

/** One problem as editors read it: `file:line:column`, why, and what to write instead. */
export function formatProblem(p: Problem): string {
  return `${p.file}:${p.line}:${p.column}  ${p.message}\n    ${p.hint}`;
}

/** Sorts by file, then line, then column, so that reports are stable. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}
