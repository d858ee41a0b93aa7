import { createHash } from 'node:crypto';
import type { Source } from '../schemas/source.ts';
import { type NoteText, notesSchema } from '../schemas/speech.ts';
import { slug } from '../schemas/term.ts';
import { type ParsedSpeech, parseSpeech, type SpeechContext } from '../speech/parse.ts';
import type { Lock } from '../text/permalinks.ts';
import { type Problem, problem } from '../text/problems.ts';
import { createTermMatcher } from '../text/terms.ts';
import { readYaml, validate, type YamlDocument } from '../text/yaml.ts';
import { type ContentPlace, listFolder, readContent, readFolder } from './read-folder.ts';
import { danglingSources, readGlossary, type Term } from './read-glossary.ts';
import { type Addresses, readAddresses, readLock } from './read-lock.ts';
import { readOfficialSites, readSources } from './read-sources.ts';

/** Where content lives, from the project's root. */
export const folders = {
  speeches: 'src/content/speeches',
  glossary: 'src/content/glossary',
  sources: 'src/content/sources',
  notes: 'src/content/notes',
  locks: 'src/content/permalinks/speeches',
  addresses: 'src/content/permalinks/addresses.json',
  sites: 'src/content/official-sites.yaml',
} as const;

/** The content folder, read; speeches are parsed one at a time, so that thousands need no more memory than one. */
export interface Corpus {
  root: string;
  terms: ReadonlyMap<string, Term>;
  sources: ReadonlyMap<string, Source>;
  speeches: readonly ContentPlace[];
  addresses: Addresses;
  /** What is wrong outside the speeches, their notes and their locks. */
  problems: Problem[];
  /** Reads the files of one speech. */
  open(speech: ContentPlace): OpenSpeech;
  /** Reads and parses one speech. */
  parse(speech: ContentPlace): ParsedSpeech;
}

/** The files of one speech, read but not yet parsed. */
export interface OpenSpeech {
  /** Changes whenever anything that the parse depends on changes: the text, its notes, its lock, the glossary. */
  fingerprint: string;
  lock: Lock | undefined;
  parse(): ParsedSpeech;
}

/** Reads the content under a project's root. */
export function readCorpus(root: string): Corpus {
  const { sites, problems: siteProblems } = readOfficialSites(folders.sites, readContent(root, folders.sites) ?? '{}');
  const { sources, problems: sourceProblems } = readSources(readFolder(root, folders.sources, '.yaml'), sites);
  const sourceIds = new Set(sources.keys());
  const seenSources = new Set([...sources].filter(([, { seen }]) => seen).map(([id]) => id));
  const glossaryFiles = readFolder(root, folders.glossary, '.mdx');
  const speeches = listFolder(root, folders.speeches, '.mdx');
  const { terms, problems: glossaryProblems } = readGlossary(glossaryFiles, { sources: sourceIds, seen: seenSources, speeches: new Set(speeches.map(({ id }) => id)) });
  const { addresses, problems: addressProblems } = readAddresses(folders.addresses, readContent(root, folders.addresses));
  const matcher = createTermMatcher(terms.values());
  const termIds = new Set(terms.keys());
  const glossaryHash = hash(glossaryFiles.map(({ id, text }) => `${id}\n${text}`).join('\n'), [...sourceIds].join());

  const open = ({ file, id }: ContentPlace): OpenSpeech => {
    const [text, notesText, lockText] = [file, `${folders.notes}/${id}.yaml`, `${folders.locks}/${id}.json`].map((name) => readContent(root, name));
    const { lock, problems: lockProblems } = lockText === undefined ? { lock: undefined, problems: [] } : readLock(`${folders.locks}/${id}.json`, lockText);
    return {
      fingerprint: hash(glossaryHash, text ?? '', notesText ?? '', lockText ?? ''),
      lock,
      parse() {
        const { notes, yaml, problems } = readNotes(`${folders.notes}/${id}.yaml`, notesText ?? '', sourceIds);
        const context: SpeechContext = { matcher, terms: termIds, notes, notesYaml: yaml, lock };
        const parsed = parseSpeech({ file, id, text: text ?? '' }, context);
        // What follows only from a lock or notes that cannot be read is not reported a second time.
        const follows = new Set<Problem['kind']>([...(lockProblems.length ? ['no-lock' as const] : []), ...(problems.length ? ['unknown-note' as const] : [])]);
        return { ...parsed, problems: [...lockProblems, ...problems, ...parsed.problems.filter(({ kind }) => !follows.has(kind))] };
      },
    };
  };

  return {
    root,
    terms,
    sources,
    speeches,
    addresses,
    problems: [...siteProblems, ...sourceProblems, ...glossaryProblems, ...addressProblems, ...badSlugs(speeches), ...addressMismatches(addresses, speeches, glossaryFiles)],
    open,
    parse: (speech) => open(speech).parse(),
  };
}

function hash(...texts: string[]): string {
  const sum = createHash('sha256');
  for (const text of texts) sum.update(text).update('\0');
  return sum.digest('hex');
}

function readNotes(file: string, text: string, sources: ReadonlySet<string>): { notes: ReadonlyMap<string, NoteText>; yaml: YamlDocument; problems: Problem[] } {
  const yaml = readYaml(file, text);
  const { value = {}, problems } = validate(notesSchema, yaml);
  return { notes: new Map(Object.entries(value)), yaml, problems: [...problems, ...danglingSources(yaml, sources)] };
}

function badSlugs(files: readonly ContentPlace[]): Problem[] {
  return files.filter(({ id }) => !slug.safeParse(id).success).map(({ file, id }) => problem('bad-slug', { file, line: 1, column: 1 }, { slug: id }));
}

function addressMismatches(addresses: Addresses, speeches: readonly ContentPlace[], terms: readonly ContentPlace[]): Problem[] {
  const compare = (what: string, published: readonly string[], files: readonly ContentPlace[]) => {
    const known = new Set(published);
    const present = new Set(files.map(({ id }) => id));
    return [
      ...files.filter(({ id }) => !known.has(id)).map(({ file, id }) => problem('missing-slug', { file, line: 1, column: 1 }, { slug: id, what })),
      ...published.filter((id) => !present.has(id)).map((id) => problem('lost-slug', { file: folders.addresses, line: 1, column: 1 }, { slug: id, what })),
    ];
  };
  return [...compare('speech', addresses.speeches, speeches), ...compare('term', addresses.terms, terms)];
}
