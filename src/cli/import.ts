import { join, resolve } from 'node:path';
import { folders, readCorpus } from '../corpus/corpus.ts';
import { readFolder } from '../corpus/read-folder.ts';
import type { ImportFailure } from '../importer/failure.ts';
import { readChoice } from '../importer/line-choice.ts';
import { type Format, formats } from '../importer/read-document.ts';
import { type SummaryRow, tellImport, tellNext, tellSummary } from '../importer/report.ts';
import { count, painter } from '../text/problem-report.ts';
import { hasColour, readArguments } from './arguments.ts';
import { asData, type ImportRun, importFile, type Outcome, prepareRun, summaryOf } from './import-file.ts';
import { askAbout } from './import-questions.ts';
import { scratchFor, sweepLeftovers } from './write-new.ts';

// npm run import: makes speeches of files. What is decided is in src/importer; here are arguments, files and exit codes.
const usage = `npm run import -- FILE... [options]

Makes a speech of each file: .txt, .md, .html or .docx; - reads pasted text. Nothing is left out unless you say so, and nothing
that is there already is overwritten.

  --dry-run            shows everything, writes nothing
  --json               prints everything as data
  --remove all|1-4,9   leaves out lines that were offered as furniture of a page
  --join all|12,15     joins lines that were offered to the paragraph before them
  --id NAME            name of the speech and its address, such as work-report-2021
  --title TEXT         the title, once for each of its lines
  --title-en TEXT      its English translation
  --date DATE          the date: 2021, 2021-03, 2021-03-05, 2020?, 2022~
  --language TAG       the language, such as zh-Hans, zh-Hant or en
  --encoding LABEL     the encoding of the file, when it is in doubt
  --as FORMAT          reads the file as txt, md, html or docx, whatever its name
  --out FOLDER         where the speeches are written (${folders.speeches})
  --force              writes although a file is there; the old one is kept as a copy
  --verbose            tells every decision, even of many files
  --no-questions       asks nothing, even at a terminal

The exit code is 0 when all files were imported, 1 when some were not, and 2 when the command was not understood.`;

const { values, positionals } = readArguments(
  usage,
  {
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    remove: { type: 'string', default: 'none' },
    join: { type: 'string', default: 'none' },
    id: { type: 'string' },
    title: { type: 'string', multiple: true },
    'title-en': { type: 'string' },
    date: { type: 'string' },
    language: { type: 'string' },
    encoding: { type: 'string' },
    as: { type: 'string' },
    out: { type: 'string', default: folders.speeches },
    force: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    'no-questions': { type: 'boolean', default: false },
  },
  ({ values, positionals }) => {
    const several = positionals.length > 1;
    const single = (['id', 'title', 'title-en', 'date'] as const).find((name) => values[name] !== undefined);
    if (several && single) return `--${single} is for one file; ${positionals.length} were named.`;
    if (positionals.length === 0 && process.stdin.isTTY) return 'Name a file, or paste a text into: npm run import -- -';
    if (positionals.filter((name) => name === '-').length > 1) return 'Pasted text (-) can be read once.';
    for (const option of ['remove', 'join'] as const) if (!readChoice(values[option])) return `--${option} takes all, none, or numbers of lines such as 1-4,9.`;
    if (several && (['remove', 'join'] as const).some((option) => typeof readChoice(values[option]) !== 'string' && readChoice(values[option])!.length))
      return 'Numbers of lines are for one file; for several write all.';
    if (values.as !== undefined && !formats.includes(values.as as Format)) return `--as takes ${formats.join(', ')}.`;
    if (values.date !== undefined && !/^(\d{4}(-\d{2}(-\d{2})?)?[?~%]?)?$/.test(values.date)) return 'Write the date as 2021, 2021-03, 2021-03-05, 2020? or 2022~.';
    return undefined;
  },
);

const root = process.cwd();
const sources = positionals.length ? positionals : ['-'];
const asking = sources.length === 1 && sources[0] !== '-' && process.stdin.isTTY === true && process.stdout.isTTY === true && !values.json && !values['no-questions'];
const colour = hasColour(process.stdout);
const paint = painter(colour);
const cancel = () => process.exit(130);

const out = resolve(root, values.out);
const run: ImportRun = {
  ...prepareRun(readCorpus(root), readFolder(root, folders.speeches, '.mdx')),
  out,
  scratch: values['dry-run'] ? out : scratchFor(out, root),
  withGlossary: sources.length === 1 || values.json || values.verbose,
  today: new Date().toLocaleDateString('sv-SE'),
  source: { as: values.as as Format | undefined, encoding: values.encoding },
  options: {
    id: values.id,
    remove: readChoice(values.remove)!,
    join: readChoice(values.join)!,
    told: { title: values.title, titleEn: values['title-en'], date: values.date, language: values.language },
  },
  dryRun: values['dry-run'],
  force: values.force,
  ...(asking
    ? {
        ask: (document, imported, options) => {
          console.log(tellImport({ document, imported }, { source: sources[0]!, state: 'asked', colour }));
          return askAbout(imported, options, cancel);
        },
      }
    : {}),
};

const rows: SummaryRow[] = [];
const failures: [string, ImportFailure][] = [];
let [written, cancelled] = [0, false];
// Files are written in one go between two turns of the event loop, so that Ctrl-C comes before or after, never within.
process.on('SIGINT', () => {
  cancelled = true;
  if (asking) cancel();
});
const started = performance.now();
if (!run.dryRun) sweepLeftovers(run.scratch);
if (values.json) process.stdout.write('{"files": [');

for (const [i, source] of sources.entries()) {
  if (cancelled) break;
  progress(i, source);
  const outcome = await importFile(source, run);
  if (outcome.failed) failures.push([outcome.source, outcome.failed]);
  else if (outcome.path !== undefined) written++;
  rows.push(summaryOf(outcome));
  if (values.json) process.stdout.write(`${i ? ',' : ''}\n${JSON.stringify(asData(outcome))}`);
  else if (sources.length === 1 || values.verbose) tell(outcome);
  // Signals are taken between files.
  await new Promise((done) => setImmediate(done));
}
progress(sources.length, '');

const seconds = (performance.now() - started) / 1000;
const peak = process.resourceUsage().maxRSS / 1024;
if (values.json) {
  process.stdout.write(
    `\n], "summary": ${JSON.stringify({ files: rows.length, written, failed: failures.length, cancelled, seconds: Number(seconds.toFixed(2)), peakMemoryMB: Math.round(peak) })}}\n`,
  );
} else {
  if (sources.length > 1) {
    console.log(`\n${tellSummary(rows, colour)}\n`);
    if (!values.verbose) for (const [source, why] of failures) tellFailure(source, why);
  }
  if (sources.length > 1 || cancelled) {
    const done = run.dryRun ? `${rows.length - failures.length} could be written` : `${written} written`;
    console.log(
      `${count(rows.length, 'file')}: ${done}, ${failures.length} failed; ${seconds.toFixed(1)} s, ${Math.round(peak)} MB.${cancelled ? ` Stopped; ${sources.length - rows.length} not looked at.` : ''}`,
    );
  }
  if (written) {
    console.log(`\nNext: read ${written === 1 ? 'it' : 'them'} against the source, then`);
    console.log('  npm run check        names what is still wrong\n  npm run permalinks   gives ids to its passages and locks the text\n  npm run dev          shows it');
  }
}
process.exitCode = cancelled ? 130 : failures.length ? 1 : 0;

/** Tells everything about one file; of one that failed, only why, unless this is a rehearsal. */
function tell({ source, path, copy, document, imported, ambiguities, candidates, failed }: Outcome): void {
  if (failed) tellFailure(source, failed);
  if (!imported || !document || (failed && !run.dryRun)) return;
  const result = path === undefined ? `would be ${join(values.out, `${imported.id}.mdx`)}` : `→ ${path}`;
  if (!failed) console.log(`${paint('strong', source)}  ${result}${copy ? ` (the old file is ${copy})` : ''}\n`);
  // At a terminal it was told before the questions.
  if (!asking) console.log(`${tellImport({ document, imported }, { source, state: path === undefined ? 'planned' : 'written', colour })}\n`);
  console.log(tellNext({ imported, ambiguities, candidates }, { colour }));
}

function tellFailure(source: string, { message, hint }: ImportFailure): void {
  console.error(`${paint('strong', source)}\n  ${paint('bad', message)}\n  ${hint}`);
}

/** A bar on a terminal while many files are read. */
function progress(done: number, source: string): void {
  if (sources.length < 2 || !process.stderr.isTTY || values.verbose) return;
  const full = 28;
  const bar = '█'.repeat(Math.round((done / sources.length) * full)).padEnd(full, '░');
  process.stderr.write(`\r\u001b[2K${done < sources.length ? `${bar} ${done}/${sources.length} ${source.slice(-40)}` : ''}`);
}
