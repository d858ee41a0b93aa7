import { join } from 'node:path';
import { folders, readCorpus } from '../corpus/corpus.ts';
import { readContent } from '../corpus/read-folder.ts';
import { scaffoldTerm, slugOf } from '../importer/new-term.ts';
import { slug, type TermKind, termKind } from '../schemas/term.ts';
import { count } from '../text/problem-report.ts';
import { readArguments } from './arguments.ts';
import { FileIsThere, writeNew } from './write-new.ts';

// npm run new:term: begins an entry of the glossary; what is left to write says TODO, and is reported until it is written.
const usage = `npm run new:term -- TERM... [--pinyin TEXT] [--kind KIND] [--id SLUG]

Begins an entry for each term, in ${folders.glossary}, and shows where it stands in the speeches.

  --pinyin TEXT   the pinyin with tone marks, words joined; otherwise it is proposed syllable by syllable
  --kind KIND     ${termKind.options.join(', ')}
  --id SLUG       the name of the file; otherwise the pinyin without tones`;

const { values, positionals } = readArguments(usage, { pinyin: { type: 'string' }, kind: { type: 'string' }, id: { type: 'string' } }, ({ values, positionals }) => {
  if (positionals.length === 0) return 'Name a term, such as: npm run new:term -- 一网通办';
  if (positionals.length > 1 && (values.pinyin ?? values.id) !== undefined) return '--pinyin and --id are for one term.';
  if (values.kind !== undefined && !termKind.safeParse(values.kind).success) return `There is no kind “${values.kind}”; write one of ${termKind.options.join(', ')}.`;
  if (values.id !== undefined && !(slug.safeParse(values.id).success && values.id.length <= 120))
    return `“${values.id}” cannot be a file name here: use lower-case letters and digits joined by hyphens.`;
  return undefined;
});

const corpus = readCorpus(process.cwd());
const today = new Date().toLocaleDateString('sv-SE');
/** Slugs that entries have or once had. */
const { present, renamed, removed } = corpus.addresses;
const taken = new Set([...corpus.terms.keys(), ...[present, renamed, removed].flatMap(({ terms }) => Object.keys(terms))]);

for (const term of positionals.map((word) => word.trim())) {
  const claimed = [...corpus.terms.values()].find(({ forms }) => forms.includes(term));
  if (term === '' || claimed) {
    console.error(claimed ? `“${term}” is in the glossary already: ${folders.glossary}/${claimed.id}.mdx` : 'The term is empty.');
    process.exitCode = 1;
    continue;
  }
  const id = values.id ?? slugOf(term, taken);
  if (!slug.safeParse(id).success) {
    console.error(`No name for “${term}” could be made from its pinyin. Give it one with --id.`);
    process.exitCode = 1;
    continue;
  }
  const file = `${folders.glossary}/${id}.mdx`;
  try {
    writeNew(join(corpus.root, file), scaffoldTerm({ term, pinyin: values.pinyin, kind: values.kind as TermKind | undefined, today }));
  } catch (error) {
    console.error(
      error instanceof FileIsThere
        ? `${file} is there already, and is not overwritten. Give another name with --id.`
        : `${file} could not be written: ${(error as Error).message}.`,
    );
    process.exitCode = 1;
    continue;
  }
  taken.add(id);
  console.log(`wrote ${file}`);
  tellUses(term);
}
if (process.exitCode !== 1) console.log(`\nNext: write what says TODO, then\n  npm run check        names what is left\n  npm run permalinks   locks the address`);

function placesOf(term: string, line: string): number[] {
  const places: number[] = [];
  for (let at = line.indexOf(term); at !== -1; at = line.indexOf(term, at + term.length)) places.push(at);
  return places;
}

/** The words round a use, and the use in brackets. */
function around(line: string, at: number, term: string): string {
  const [before, after] = [line.slice(Math.max(0, at - 14), at), line.slice(at + term.length, at + term.length + 14)];
  return `${at > 14 ? '…' : ''}${before}【${term}】${after}${at + term.length + 14 < line.length ? '…' : ''}`;
}

/** Where the term stands in the speeches, so that the gloss can be written from its uses. */
function tellUses(term: string): void {
  for (const speech of corpus.speeches) {
    const text = (readContent(corpus.root, speech.file) ?? '').replace(/^---[\s\S]*?\n---\n/, '').replace(/<\/?[A-Z][^>]*>|\\(?=[\p{P}\p{S}])/gu, '');
    const uses = text.split('\n').flatMap((line) => placesOf(term, line).map((at) => around(line, at, term)));
    if (uses.length === 0) continue;
    console.log(`  ${speech.id}: ${count(uses.length, 'time')}`);
    for (const use of uses.slice(0, 5)) console.log(`    ${use}`);
  }
}
