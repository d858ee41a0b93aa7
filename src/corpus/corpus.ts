import { createHash } from 'node:crypto';
import { introductionSchema } from '../schemas/introduction.ts';
import type { Source } from '../schemas/source.ts';
import { type NoteText, notesSchema } from '../schemas/speech.ts';
import { slug } from '../schemas/term.ts';
import { type ParsedSpeech, parseSpeech, type SpeechContext } from '../speech/parse.ts';
import type { Lock } from '../text/permalinks/lock.ts';
import { type Problem, problem } from '../text/problems.ts';
import { similarNames } from '../text/similar.ts';
import { createTermMatcher } from '../text/terms.ts';
import { readYaml, validate, type YamlDocument } from '../text/yaml.ts';
import { type Addresses, type AddressKind, presentAddress, readAddresses } from './address-file.ts';
import { readLock } from './lock-file.ts';
import { type ContentPlace, listFolder, readContent, readFolder } from './read-folder.ts';
import { danglingSources, readGlossary, type Term } from './read-glossary.ts';
import { readOfficialSites, readSources } from './read-sources.ts';

/** Where content lives, from the project's root. */
export const folders = {
  speeches: 'src/content/speeches',
  glossary: 'src/content/glossary',
  sources: 'src/content/sources',
  notes: 'src/content/notes',
  introductions: 'src/content/introductions',
  locks: 'src/content/permalinks/speeches',
  addresses: 'src/content/permalinks/addresses.json',
  sites: 'src/content/official-sites.yaml',
} as const;

/** The lock file of a speech. */
export const lockFileOf = (speech: string) => `${folders.locks}/${speech}.json`;

/** The content folder, read; speeches are parsed one at a time, so that thousands need no more memory than one. */
export interface Corpus {
  root: string;
  terms: ReadonlyMap<string, Term>;
  sources: ReadonlyMap<string, Source>;
  speeches: readonly ContentPlace[];
  /** The files of the glossary, those with problems too. */
  termFiles: readonly ContentPlace[];
  addresses: Addresses;
  /** What is wrong outside the speeches, their notes and their locks. */
  problems: Problem[];
  /** Reads the files of one speech; its lock may still be under the name that it had before. */
  open(speech: ContentPlace, lockedAs?: string): OpenSpeech;
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

  const open = ({ file, id }: ContentPlace, lockedAs = id): OpenSpeech => {
    const introductionFile = `${folders.introductions}/${id}.yaml`;
    const [text, notesText, introductionText, lockText] = [file, `${folders.notes}/${id}.yaml`, introductionFile, lockFileOf(lockedAs)].map((name) => readContent(root, name));
    const { lock, problems: lockProblems } = lockText === undefined ? { lock: undefined, problems: [] } : readLock(lockFileOf(lockedAs), lockedAs, lockText);
    return {
      fingerprint: hash(glossaryHash, text ?? '', notesText ?? '', introductionText ?? '', lockText ?? ''),
      lock,
      parse() {
        const { notes, yaml, problems } = readNotes(`${folders.notes}/${id}.yaml`, notesText ?? '', sourceIds);
        const { introduction, problems: introductionProblems } = readIntroduction(introductionFile, introductionText, sourceIds);
        const context: SpeechContext = { matcher, terms: termIds, notes, notesYaml: yaml, introduction, sources: sourceIds, lock };
        const parsed = parseSpeech({ file, id, text: text ?? '' }, context);
        // What follows only from a lock or notes that cannot be read is not reported a second time.
        const follows = new Set<Problem['kind']>([...(lockProblems.length ? ['no-lock' as const] : []), ...(problems.length ? ['unknown-note' as const] : [])]);
        return { ...parsed, problems: [...lockProblems, ...problems, ...introductionProblems, ...parsed.problems.filter(({ kind }) => !follows.has(kind))] };
      },
    };
  };

  return {
    root,
    terms,
    sources,
    speeches,
    termFiles: glossaryFiles,
    addresses,
    problems: [
      ...siteProblems,
      ...sourceProblems,
      ...glossaryProblems,
      ...addressProblems,
      ...badSlugs(speeches),
      ...strayFiles(root, speeches, addresses),
      ...addressMismatches(addresses, { speeches, terms: glossaryFiles }),
      ...damagedGraves(root, addresses),
    ],
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

function readIntroduction(file: string, text: string | undefined, sources: ReadonlySet<string>): { introduction: SpeechContext['introduction']; problems: Problem[] } {
  if (text === undefined) return { introduction: undefined, problems: [] };
  const yaml = readYaml(file, text);
  const { value, problems } = validate(introductionSchema, yaml);
  return { introduction: value && { value, yaml }, problems: [...problems, ...danglingSources(yaml, sources)] };
}

/** Notes and introductions of a speech that is not there, unless its file is only missing. */
function strayFiles(root: string, speeches: readonly ContentPlace[], addresses: Addresses): Problem[] {
  const known = new Set([...speeches.map(({ id }) => id), ...Object.keys(addresses.present.speeches)]);
  return [...listFolder(root, folders.notes, '.yaml'), ...listFolder(root, folders.introductions, '.yaml')]
    .filter(({ id }) => !known.has(id))
    .map(({ file, id }) => problem('stray-file', { file, line: 1, column: 1 }, { speech: id, near: similarNames(id, known) }));
}

function badSlugs(files: readonly ContentPlace[]): Problem[] {
  return files.filter(({ id }) => !slug.safeParse(id).success).map(({ file, id }) => problem('bad-slug', { file, line: 1, column: 1 }, { slug: id }));
}

/** Locks of removed speeches that cannot be read: their ids would not land any more. One that was deleted takes the words with it. */
function damagedGraves(root: string, { removed }: Addresses): Problem[] {
  return Object.keys(removed.speeches).flatMap((id) => {
    const text = readContent(root, lockFileOf(id));
    return text === undefined ? [] : readLock(lockFileOf(id), id, text).problems;
  });
}

const kindNames: Readonly<Record<AddressKind, string>> = { speeches: 'speech', terms: 'term' };

/** Files without an address of their own, and addresses without a file. */
function addressMismatches(addresses: Addresses, files: Readonly<Record<AddressKind, readonly ContentPlace[]>>): Problem[] {
  const { present, removed } = addresses;
  return (['speeches', 'terms'] as const).flatMap((kind) => {
    const what = kindNames[kind];
    const found = new Set(files[kind].map(({ id }) => id));
    const unlisted = files[kind].filter(({ id }) => !Object.hasOwn(present[kind], id));
    return [
      ...unlisted.map(({ file, id }) => {
        const place = { file, line: 1, column: 1 };
        const now = presentAddress(addresses, kind, id);
        if (now) return problem('reused-slug', place, { slug: id, what, fate: `it forwards to “${now}”` });
        const gone = removed[kind][id];
        return gone ? problem('reused-slug', place, { slug: id, what, fate: `it was removed on ${gone.date}` }) : problem('missing-slug', place, { slug: id, what });
      }),
      ...Object.keys(present[kind])
        .filter((id) => !found.has(id))
        .map((id) => problem('lost-slug', { file: folders.addresses, line: 1, column: 1 }, { slug: id, what })),
    ];
  });
}
