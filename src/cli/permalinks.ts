import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folders, readCorpus } from '../corpus/corpus.ts';
import { mintIds } from '../text/permalinks.ts';
import { formatProblem, type Problem, sortProblems } from '../text/problems.ts';

// npm run permalinks: mints ids for new speeches, passages and terms, and writes the lock. What is locked is never changed here.
const corpus = readCorpus(process.cwd());
const written: string[] = [];
const blocking: Problem[] = corpus.problems.filter(({ kind }) => kind !== 'missing-slug');

for (const file of corpus.speeches) {
  const opened = corpus.open(file);
  const { units, problems } = opened.parse();
  const others = problems.filter(({ kind }) => kind !== 'no-lock' && kind !== 'stale-lock');
  blocking.push(...others);
  if (!units || others.length) continue;
  const old = opened.lock;
  const lock = mintIds(file.id, old, units);
  if ('part' in lock) {
    blocking.push(
      ...problems.filter(({ kind }) => kind === 'stale-lock').map((stale) => ({ ...stale, hint: 'This command only adds ids for new text; restore the locked wording.' })),
    );
  } else if (lock !== old) {
    write(join(folders.locks, `${file.id}.json`), lock);
  }
}
const addresses = {
  format: 1,
  speeches: [...new Set([...corpus.addresses.speeches, ...corpus.speeches.map(({ id }) => id)])].sort(),
  terms: [...new Set([...corpus.addresses.terms, ...corpus.terms.keys()])].sort(),
};
if (JSON.stringify(addresses) !== JSON.stringify(corpus.addresses)) write(folders.addresses, addresses);

if (written.length || !blocking.length)
  console.log(written.length ? written.map((file) => `wrote ${file}`).join('\n') : 'Nothing new: every passage, sentence, head and term has its permalink.');
if (blocking.length) {
  console.error(`\n${sortProblems(blocking).map(formatProblem).join('\n')}`);
  process.exitCode = 1;
}

/** Writes beside the target and renames, so that a failure leaves the old file whole. */
function write(file: string, value: unknown): void {
  const path = join(corpus.root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 1)}\n`);
  renameSync(`${path}.new`, path);
  written.push(file);
}
