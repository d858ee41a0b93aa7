import { readCorpus } from '../corpus/corpus.ts';
import { formatProblem, sortProblems } from '../text/problems.ts';

// npm run check: everything that is wrong with the content, in one report.
const corpus = readCorpus(process.cwd());
const problems = sortProblems([...corpus.problems, ...corpus.speeches.flatMap((file) => corpus.parse(file).problems)]);
for (const problem of problems) console.error(formatProblem(problem));
console.log(`${corpus.speeches.length} speeches, ${corpus.terms.size} terms, ${corpus.sources.size} sources: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
process.exitCode = problems.length ? 1 : 0;
