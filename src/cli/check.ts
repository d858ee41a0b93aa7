import { checkTone } from '../corpus/check-tone.ts';
import { readCorpus } from '../corpus/corpus.ts';
import { readContent } from '../corpus/read-folder.ts';
import { count, githubAnnotations, painter, reportProblems } from '../text/problem-report.ts';
import { sortProblems } from '../text/problems.ts';
import { hasColour, readArguments } from './arguments.ts';

// npm run check: everything that is wrong with the content, in one report.
const formats = ['text', 'json', 'github'];
const usage = `npm run check [-- --format text|json|github]

Lists everything that is wrong with the content: file, line, column, why, and what to write instead.

  --format text     for people (the default)
  --format json     for programs
  --format github   as annotations of a workflow run

The exit code is 0 when nothing is wrong, 1 when something is, and 2 when the command was not understood.`;

const { values } = readArguments(usage, { format: { type: 'string', default: 'text' } }, ({ values, positionals }) => {
  if (positionals.length) return `The whole content is checked at once; “${positionals[0]}” cannot be checked alone.`;
  return formats.includes(values.format) ? undefined : `There is no format “${values.format}”.`;
});

const corpus = readCorpus(process.cwd());
const problems = sortProblems([...corpus.problems, ...corpus.speeches.flatMap((file) => corpus.parse(file).problems), ...checkTone(corpus.root)]);
const counts = { speeches: corpus.speeches.length, terms: corpus.terms.size, sources: corpus.sources.size };
const summary = `${count(counts.speeches, 'speech', 'speeches')}, ${count(counts.terms, 'term')}, ${count(counts.sources, 'source')}: `;

if (values.format === 'json') {
  console.log(JSON.stringify({ ...counts, problems }, null, 1));
} else if (values.format === 'github') {
  process.stdout.write(githubAnnotations(problems));
  console.log(`${summary}${count(problems.length, 'problem')}`);
} else {
  const colour = hasColour(process.stdout);
  const lines = new Map<string, string[]>();
  const lineOf = (file: string, line: number) => {
    if (!lines.has(file)) lines.set(file, (readContent(corpus.root, file) ?? '').split('\n'));
    return lines.get(file)![line - 1];
  };
  if (problems.length) console.log(reportProblems(problems, { colour, lineOf }));
  console.log(`${summary}${painter(colour)(problems.length ? 'bad' : 'good', count(problems.length, 'problem'))}`);
}
process.exitCode = problems.length ? 1 : 0;
