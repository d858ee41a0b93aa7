import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import type { ContentFile } from '../corpus/read-folder.ts';
import { type Ambiguity, findAmbiguities } from '../importer/ambiguities.ts';
import { type Candidate, findCandidates } from '../importer/candidates.ts';
import { failure, ImportFailure } from '../importer/failure.ts';
import { type Imported, type ImportOptions, importSpeech } from '../importer/import-speech.ts';
import type { ReadDocument } from '../importer/read-document.ts';
import { readSource, type SourceOptions } from '../importer/read-source.ts';
import type { SummaryRow } from '../importer/report.ts';
import { createTermMatcher, type TermMatcher } from '../text/terms.ts';
import { readInput, reasonOf } from './read-input.ts';
import { FileIsThere, writeNew } from './write-new.ts';

/** What all files of one call share. */
export interface ImportRun {
  corpus: Corpus;
  /** The folder that speeches are written into, and the one that they are prepared in. */
  out: string;
  scratch: string;
  /** Also look for what the glossary lacks, and for other readings. */
  withGlossary: boolean;
  today: string;
  source: SourceOptions;
  options: ImportOptions;
  dryRun: boolean;
  force: boolean;
  /** Is asked before a speech is written, and gives back what the editor decided. */
  ask?: (document: ReadDocument, imported: Imported, options: ImportOptions) => Promise<ImportOptions>;
  matcher: TermMatcher;
  /** Surface forms of the glossary. */
  forms: ReadonlySet<string>;
  /** Texts of the speeches that are there, in which expressions are counted. */
  others: readonly string[];
  /** Speeches by the checksum of their source. */
  known: Map<string, string>;
}

/** Prepares a call: what is in the glossary, and which files were imported before. */
export function prepareRun(corpus: Corpus, speeches: readonly ContentFile[]): Pick<ImportRun, 'corpus' | 'matcher' | 'forms' | 'others' | 'known'> {
  return {
    corpus,
    matcher: createTermMatcher(corpus.terms.values()),
    forms: new Set([...corpus.terms.values()].flatMap((term) => term.forms)),
    others: speeches.map(({ text }) => text),
    known: new Map(speeches.map(({ file, text }) => [/^ {2}sha256: ([0-9a-f]{64})$/m.exec(text)?.[1] ?? '', file])),
  };
}

/** What came of one file. */
export interface Outcome {
  source: string;
  /** Where it was written, and the copy that was kept of what was there. */
  path?: string;
  copy?: string | undefined;
  document?: ReadDocument;
  imported?: Imported;
  ambiguities: Ambiguity[];
  candidates: Candidate[];
  failed?: ImportFailure;
}

/** Imports one file. Whatever goes wrong with it is in the outcome, and the next file can follow. */
export async function importFile(source: string, run: ImportRun): Promise<Outcome> {
  const outcome: Outcome = { source: source === '-' ? 'pasted text' : source, ambiguities: [], candidates: [] };
  try {
    const bytes = readInput(source);
    const origin = { name: source === '-' ? 'pasted-text.txt' : basename(source), bytes, today: run.today };
    const document = readSource(origin.name, bytes, run.source);
    const options = { ...run.options, matcher: run.matcher };
    let imported = importSpeech(document, origin, options);
    if (run.ask) imported = importSpeech(document, origin, await run.ask(document, imported, options));
    outcome.document = document;
    outcome.imported = imported;
    if (run.withGlossary) {
      outcome.ambiguities = findAmbiguities(imported.speech, run.corpus.terms.values());
      outcome.candidates = findCandidates(imported.speech, run.forms, run.others);
    }
    Object.assign(outcome, save(imported, run));
  } catch (error) {
    outcome.failed = error instanceof ImportFailure ? error : failure('fault', { reason: (error as Error).message });
  }
  return outcome;
}

function save({ id, mdx, metadata }: Imported, { corpus, out, scratch, dryRun, force, known }: ImportRun): Pick<Outcome, 'path' | 'copy'> {
  const path = join(out, `${id}.mdx`);
  const file = relative(corpus.root, path).split('\\').join('/');
  const before = known.get(metadata.source.sha256);
  if (before !== undefined && !force) throw failure('imported-before', { file: before });
  if (dryRun && existsSync(path) && !force) throw failure('exists', { file });
  try {
    const copy = dryRun ? undefined : writeNew(path, mdx, force ? 'keep-copy' : 'refuse', scratch);
    known.set(metadata.source.sha256, file);
    return dryRun ? {} : { path: file, copy: copy && relative(corpus.root, copy).split('\\').join('/') };
  } catch (error) {
    throw error instanceof FileIsThere ? failure('exists', { file }) : failure('not-written', { file, reason: reasonOf(error) });
  }
}

/** One row of the summary. */
export function summaryOf({ source, path, document, imported, failed }: Outcome): SummaryRow {
  const name = basename(source);
  if (!imported || !document) return { source: name, result: `failed: ${failed?.kind}`, failed: true };
  return {
    source: name,
    result: failed ? `failed: ${failed.kind}` : (path ?? `would be ${imported.id}.mdx`),
    failed: failed !== undefined,
    encoding: document.encoding?.name,
    passages: imported.speech.sections.reduce((sum, section) => sum + section.passages.length, 0),
    heads: imported.speech.sections.filter(({ head }) => head).length,
    redactions: imported.redactions.filter(({ kind }) => kind !== 'none').length,
    offers: imported.structure.removable.length + imported.structure.joinable.length,
  };
}

/** Everything about one file as data. */
export function asData({ source, path, copy, document, imported, ambiguities, candidates, failed }: Outcome): object {
  const status = failed ? 'failed' : path === undefined ? 'planned' : 'written';
  const why = failed ? { failure: { kind: failed.kind, message: failed.message, hint: failed.hint } } : {};
  if (!imported || !document) return { file: source, status, ...why };
  const { id, metadata, structure, redactions, speech, problems } = imported;
  const units = speech.sections.flatMap(({ head, passages }) => [...(head ? [head] : []), ...passages]);
  return {
    file: source,
    status,
    ...why,
    id,
    ...(path === undefined ? {} : { path }),
    ...(copy ? { copy } : {}),
    format: document.format,
    encoding: document.encoding ?? null,
    ...metadata,
    passages: speech.sections.reduce((sum, section) => sum + section.passages.length, 0),
    heads: speech.sections.flatMap(({ head }) => (head ? [head.text] : [])),
    decisions: structure.decisions,
    offered: { remove: structure.removable, join: structure.joinable },
    removed: structure.removed,
    joined: structure.joined,
    oddities: structure.oddities,
    found: redactions,
    remarks: document.remarks,
    problems,
    mentions: units.flatMap(({ id: at, mentions }) => mentions.map((mention) => ({ at, ...mention }))),
    ambiguities,
    candidates,
  };
}
