import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../schemas/source.ts';
import { type NoteText, notesSchema } from '../schemas/speech.ts';
import { slug } from '../schemas/term.ts';
import { type ParsedSpeech, parseSpeech, type SpeechContext } from '../speech/parse.ts';
import type { Lock } from '../text/permalinks.ts';
import { type Problem, problem } from '../text/problems.ts';
import { similarNames } from '../text/similar.ts';
import { createTermMatcher } from '../text/terms.ts';
import { readYaml, validate, type YamlDocument } from '../text/yaml.ts';
import { type ContentFile, readFolder } from './read-folder.ts';
import { readGlossary, type Term } from './read-glossary.ts';
import { type Addresses, readAddresses, readLock } from './read-lock.ts';
import { readSources } from './read-sources.ts';

/** Where content lives, from the project's root. */
export const folders = {
  speeches: 'src/content/speeches',
  glossary: 'src/content/glossary',
  sources: 'src/content/sources',
  notes: 'src/content/notes',
  locks: 'src/content/permalinks/speeches',
  addresses: 'src/content/permalinks/addresses.json',
} as const;

/** The content folder, read; speeches are parsed one at a time, so that thousands need no more memory than one. */
export interface Corpus {
  root: string;
  terms: ReadonlyMap<string, Term>;
  sources: ReadonlyMap<string, Source>;
  speeches: readonly ContentFile[];
  locks: ReadonlyMap<string, Lock>;
  addresses: Addresses;
  /** What is wrong outside the speeches. */
  problems: Problem[];
  /** Everything besides its own file that the parse of a speech depends on, as text. */
  dependenciesOf(id: string): string;
  parse(speech: ContentFile): ParsedSpeech;
}

interface NotesFile {
  notes: ReadonlyMap<string, NoteText>;
  yaml: YamlDocument;
}

/** Reads the content under a project's root. */
export function readCorpus(root: string): Corpus {
  const { sources, problems: sourceProblems } = readSources(readFolder(root, folders.sources, '.yaml'));
  const glossaryFiles = readFolder(root, folders.glossary, '.mdx');
  const { terms, problems: glossaryProblems } = readGlossary(glossaryFiles, new Set(sources.keys()));
  const speeches = readFolder(root, folders.speeches, '.mdx');
  const notes = readNotes(readFolder(root, folders.notes, '.yaml'), new Set(sources.keys()));
  const lockFiles = readFolder(root, folders.locks, '.json');
  const locks = new Map<string, Lock>();
  const lockProblems = lockFiles.flatMap(({ file, id, text }) => {
    const { lock, problems } = readLock(file, text);
    if (lock) locks.set(id, lock);
    return problems;
  });
  const addressesPath = join(root, folders.addresses);
  const { addresses, problems: addressProblems } = readAddresses(folders.addresses, existsSync(addressesPath) ? readFileSync(addressesPath, 'utf8') : undefined);

  const matcher = createTermMatcher(terms.values());
  const termIds = new Set(terms.keys());
  const lockTexts = new Map(lockFiles.map(({ id, text }) => [id, text]));
  const glossaryText = glossaryFiles.map(({ id, text }) => `${id}\n${text}`).join('\n');
  const contextOf = (id: string): SpeechContext => ({
    matcher,
    terms: termIds,
    notes: notes.files.get(id)?.notes ?? new Map(),
    notesYaml: notes.files.get(id)?.yaml,
    lock: locks.get(id),
  });

  return {
    root,
    terms,
    sources,
    speeches,
    locks,
    addresses,
    problems: [
      ...sourceProblems,
      ...glossaryProblems,
      ...notes.problems,
      ...lockProblems,
      ...addressProblems,
      ...badSlugs(speeches),
      ...addressMismatches(addresses, speeches, glossaryFiles),
    ],
    dependenciesOf: (id) => [glossaryText, notes.texts.get(id) ?? '', lockTexts.get(id) ?? ''].join('\u0000'),
    parse: (speech) => parseSpeech(speech, contextOf(speech.id)),
  };
}

function readNotes(files: readonly ContentFile[], sources: ReadonlySet<string>): { files: Map<string, NotesFile>; texts: Map<string, string>; problems: Problem[] } {
  const read = new Map<string, NotesFile>();
  const problems: Problem[] = [];
  for (const { file, id, text } of files) {
    const yaml = readYaml(file, text);
    const checked = validate(notesSchema, yaml);
    problems.push(...checked.problems);
    for (const [note, { source }] of Object.entries(checked.value ?? {})) {
      if (source && !sources.has(source)) problems.push(problem('dangling-source', yaml.placeOf([note, 'source']), { id: source, near: similarNames(source, sources) }));
    }
    read.set(id, { notes: new Map(Object.entries(checked.value ?? {})), yaml });
  }
  return { files: read, texts: new Map(files.map(({ id, text }) => [id, text])), problems };
}

function badSlugs(files: readonly ContentFile[]): Problem[] {
  return files.filter(({ id }) => !slug.safeParse(id).success).map(({ file, id }) => problem('bad-slug', { file, line: 1, column: 1 }, { slug: id }));
}

function addressMismatches(addresses: Addresses, speeches: readonly ContentFile[], terms: readonly ContentFile[]): Problem[] {
  const compare = (what: string, published: readonly string[], files: readonly ContentFile[]) => {
    const known = new Set(published);
    const present = new Set(files.map(({ id }) => id));
    return [
      ...files.filter(({ id }) => !known.has(id)).map(({ file, id }) => problem('missing-slug', { file, line: 1, column: 1 }, { slug: id, what })),
      ...published.filter((id) => !present.has(id)).map((id) => problem('lost-slug', { file: folders.addresses, line: 1, column: 1 }, { slug: id, what })),
    ];
  };
  return [...compare('speech', addresses.speeches, speeches), ...compare('term', addresses.terms, terms)];
}
