import { checkTone } from '../corpus/check-tone.ts';
import { readCorpus } from '../corpus/corpus.ts';
import { openCoverage, type QuotationNumbers } from '../corpus/coverage.ts';
import { type Density, densities, type GlossaryNumbers, glossaryNumbers } from '../corpus/numbers.ts';
import { readContent } from '../corpus/read-folder.ts';
import { count, githubAnnotations, painter, reportProblems } from '../text/problem-report.ts';
import { sortProblems } from '../text/problems.ts';
import { hasColour, readArguments } from './arguments.ts';

// npm run check: everything that is wrong with the content, in one report.
const formats = ['text', 'json', 'github'];
const usage = `npm run check [-- --format text|json|github] [--numbers]

Lists everything that is wrong with the content: file, line, column, why, and what to write instead.
Beside what stops a build, this covers the strings in “…”: each has to be explained, or listed as ordinary.

  --format text     for people (the default)
  --format json     for programs
  --format github   as annotations of a workflow run
  --numbers         also the glossary in figures, and how densely each section is annotated

The exit code is 0 when nothing is wrong, 1 when something is, and 2 when the command was not understood.`;

const { values } = readArguments(usage, { format: { type: 'string', default: 'text' }, numbers: { type: 'boolean', default: false } }, ({ values, positionals }) => {
  if (positionals.length) return `The whole content is checked at once; “${positionals[0]}” cannot be checked alone.`;
  return formats.includes(values.format) ? undefined : `There is no format “${values.format}”.`;
});

const corpus = readCorpus(process.cwd());
const coverage = openCoverage(corpus.root, corpus.terms.values());
const found = [...corpus.problems];
const sections: SpeechDensity[] = [];
for (const file of corpus.speeches) {
  const { speech, problems } = corpus.parse(file);
  found.push(...problems);
  if (!speech) continue;
  coverage.add(file, speech);
  sections.push(...densities(speech).map((density) => ({ speech: speech.id, ...density })));
}
const { quotations, problems: uncovered } = coverage.close();
const problems = sortProblems([...found, ...uncovered, ...checkTone(corpus.root)]);
const numbers = values.numbers ? { glossary: glossaryNumbers(corpus.terms.values()), sections } : undefined;
const counts = { speeches: corpus.speeches.length, terms: corpus.terms.size, sources: corpus.sources.size };
const summary = `${count(counts.speeches, 'speech', 'speeches')}, ${count(counts.terms, 'term')}, ${count(counts.sources, 'source')}: `;

if (values.format === 'json') {
  console.log(JSON.stringify({ ...counts, quotations, ...(numbers ? { numbers } : {}), problems }, null, 1));
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
  if (numbers) console.log(table(numbers.glossary, numbers.sections));
  if (quotations.strings) console.log(coverageLine(quotations));
  console.log(`${summary}${painter(colour)(problems.length ? 'bad' : 'good', count(problems.length, 'problem'))}`);
}
process.exitCode = problems.length ? 1 : 0;

interface SpeechDensity extends Density {
  speech: string;
}

function coverageLine({ strings, places, fates }: QuotationNumbers): string {
  const { mention, part, member, listed, none } = fates;
  const explained = `${mention} marked as terms, ${part} with terms in them, ${member} members of terms`;
  return `${count(strings, 'string')} in “…” at ${count(places, 'place')}: ${explained}, ${listed} listed as ordinary, ${none} unexplained`;
}

function table({ entries, kinds, local, withSeenSource, glosses }: GlossaryNumbers, densities: readonly SpeechDensity[]): string {
  const row = (name: string, number: number) => `  ${name.padEnd(24)}${String(number).padStart(5)}${`${((100 * number) / (entries || 1)).toFixed(1)} %`.padStart(9)}`;
  return [
    'Entries by kind',
    ...Object.entries(kinds).map(([kind, number]) => row(kind, number)),
    row('of them local', local),
    'Entries by evidence',
    row('with a source seen', withSeenSource),
    ...Object.entries(glosses).map(([basis, number]) => row(`gloss ${basis}`, number)),
    'Terms marked in each section, for a thousand characters',
    ...densities.map(
      ({ speech, section, length, mentions, perThousand }) => `  ${`${speech} ${section}`.padEnd(28)}${perThousand.toFixed(1).padStart(6)}   (${mentions} in ${length})`,
    ),
    '',
  ].join('\n');
}
