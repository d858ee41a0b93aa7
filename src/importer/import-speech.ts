import { createHash } from 'node:crypto';
import { parseSpeech } from '../speech/parse.ts';
import { toText } from '../speech/to-text.ts';
import type { Problem } from '../text/problems.ts';
import { createTermMatcher, type TermMatcher } from '../text/terms.ts';
import type { Speech } from '../text/types.ts';
import { type FoundRedaction, findRedactionMarks } from './detect-redactions.ts';
import { detectStructure, type Structure, type StructureOptions } from './detect-structure.ts';
import { failure } from './failure.ts';
import { describeSpeech, type Metadata, type Told, writeFrontMatter } from './front-matter.ts';
import { joinLines } from './join-lines.ts';
import type { ReadDocument } from './read-document.ts';
import { checkId, proposeId } from './speech-id.ts';
import { type MarkedBlock, toMdx } from './to-mdx.ts';

/** Where a file comes from, and when it is imported. */
export interface Origin {
  /** Its name, without its folder. */
  name: string;
  bytes: Uint8Array;
  /** The day of the import, as 2026-11-21. */
  today: string;
}

/** What may be decided beforehand. */
export interface ImportOptions extends Pick<StructureOptions, 'remove' | 'join'> {
  id?: string | undefined;
  told?: Told;
  /** The glossary, for the mentions. */
  matcher?: TermMatcher;
}

/** A speech that was imported, and everything that was decided about it. */
export interface Imported {
  id: string;
  /** The file to write. */
  mdx: string;
  metadata: Metadata;
  structure: Structure;
  redactions: FoundRedaction[];
  /** The speech as it will be read from the file. */
  speech: Speech;
  /** What `npm run check` will say about the file; never of its text. */
  problems: Problem[];
}

/**
 * Makes a speech of a file that was read. What comes out is parsed again and compared with what went in; a file that would not
 * give its text back is never written. Throws an `ImportFailure`.
 */
export function importSpeech(document: ReadDocument, origin: Origin, options: ImportOptions = {}): Imported {
  const { told = {}, remove, join } = options;
  if (!document.lines.some(({ text }) => text !== '')) throw failure('no-text', { why: '' });
  const wanted = { ...(remove ? { remove } : {}), ...(join ? { join } : {}), titles: document.titles, ...(told.title ? { title: told.title } : {}) };
  const found = detectStructure(document.lines, wanted);
  const hasText = ({ blocks }: Structure) => blocks.some(({ type }) => type === 'paragraph');
  // A text that seems to be nothing but title and heads is no speech with heads.
  const structure = hasText(found) ? found : detectStructure(document.lines, { ...wanted, plain: true });
  if (!hasText(structure)) throw failure('no-text', { why: structure.removed.length ? ' but what was removed' : '' });
  const redactions = findRedactionMarks(structure.blocks.map(({ text, lines }) => ({ text, line: lines[0]! })));
  const metadata = describeSpeech(
    structure,
    redactions,
    {
      file: origin.name,
      sha256: createHash('sha256').update(origin.bytes).digest('hex'),
      encoding: document.encoding?.name,
      imported: origin.today,
      removed: structure.removed.map(({ text }) => text),
      joined: structure.joined.length,
    },
    told,
  );
  const id = options.id === undefined ? proposeId(origin.name, metadata.title.lines, metadata.date.edtf.slice(0, 4)) : checkId(options.id);
  const blocks = structure.blocks.map((block): MarkedBlock => ({ ...block, gaps: redactions.found.filter(({ line, marked }) => line === block.lines[0] && marked) }));
  const mdx = writeFrontMatter(metadata) + toMdx(blocks);
  const { speech, problems } = reread(id, mdx, options.matcher ?? createTermMatcher([]));
  if (!speech) throw failure('unreadable-result', { reason: problems.map(({ message }) => message).join(' ') });
  compare(document, structure, speech);
  return { id, mdx, metadata, structure, redactions: redactions.found, speech, problems };
}

/** Parses what was written, as the site will. */
function reread(id: string, mdx: string, matcher: TermMatcher): { speech: Speech | undefined; problems: Problem[] } {
  const file = `${id}.mdx`;
  const parsed = parseSpeech({ file, id, text: mdx }, { matcher, terms: new Set(), notes: new Map(), lock: undefined });
  return { speech: parsed.speech, problems: parsed.problems.filter(({ kind }) => kind !== 'no-lock') };
}

/** Every line of the file that was not removed must come out again, in order, and nothing else. */
function compare({ lines }: ReadDocument, { removed, joined }: Structure, speech: Speech): void {
  const [without, onto] = [new Set(removed.map(({ line }) => line)), new Set(joined)];
  const expected: { line: number; text: string }[] = [];
  for (const { line, text, hints } of lines) {
    if (hints.break || without.has(line)) continue;
    if (onto.has(line) && expected.length) expected.at(-1)!.text = joinLines(expected.at(-1)!.text, text);
    else expected.push({ line, text });
  }
  const back = toText(speech)
    .split('\n')
    .filter((line) => line !== '');
  const wrong = expected.find(({ text }, i) => text !== back[i]) ?? (back.length > expected.length ? { line: lines.length } : undefined);
  if (wrong) throw failure('unfaithful', { line: wrong.line });
}
