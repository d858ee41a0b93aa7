import { readCorpus } from '../corpus/corpus.ts';
import { losesMeaning } from '../text/permalinks/changes.ts';
import { reportProblems } from '../text/problem-report.ts';
import { applyPlan } from './apply-plan.ts';
import { hasColour, readArguments } from './arguments.ts';
import { canAsk, confirm } from './confirm.ts';
import { describePlan } from './describe-plan.ts';
import { type PermalinkPlan, planPermalinks } from './plan-permalinks.ts';

// npm run permalinks: takes the texts as they are now into the locks, so that every id follows its words.
const usage = `npm run permalinks [-- --yes] [--dry-run] [--json] [--renamed OLD=NEW …] [--removed NAME …]

Gives ids to what is new, and lets every id follow its words where a text was corrected. Shows what becomes of each, asks
where a citation could lose its words, and writes src/content/permalinks/.

  --yes              agree to everything; without it, and without a terminal to be asked on, nothing is written that
                     somebody has to agree to
  --dry-run          show it, and write nothing
  --json             show it as JSON, every id
  --renamed OLD=NEW  the speech or term OLD has the name NEW now: the old address forwards to the new one
  --removed NAME     the speech or term NAME is gone for good: its address says so

The exit code is 0 when all is locked, 1 when something stands in the way, 2 when the command was not understood, and 3
when somebody has to agree first.`;

const { values } = readArguments(
  usage,
  {
    yes: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    renamed: { type: 'string', multiple: true, default: [] },
    removed: { type: 'string', multiple: true, default: [] },
  },
  ({ values, positionals }) => {
    if (positionals.length) return `This command takes no “${positionals[0]}”.`;
    const odd = values.renamed.find((pair) => !/^[^=]+=[^=]+$/.test(pair));
    return odd === undefined ? contradiction(values.renamed, values.removed) : `“--renamed ${odd}” is not of the form OLD=NEW.`;
  },
);

const corpus = readCorpus(process.cwd());
const renamed = new Map(values.renamed.map((pair) => pair.split('=') as [string, string]));
const plan = planPermalinks(corpus, { renamed, removed: new Set(values.removed) }, new Date().toISOString().slice(0, 10));
if (plan.misplaced.length) {
  console.error(`${plan.misplaced.map((name) => `“${name}”`).join(', ')}: this is no address whose file is gone, or there is no new file to which it could lead.\n\n${usage}`);
  process.exit(2);
}
const colour = hasColour(process.stdout);
const say = (text: string) => {
  if (!values.json) console.log(text);
};
for (const text of describePlan(plan, colour)) say(text);
const agreed = !plan.needsConfirmation || values.yes || (await ask());
if (agreed && !values['dry-run']) applyPlan(corpus.root, plan, say);
if (plan.write.length === 0 && plan.problems.length === 0) say('Nothing new: every passage, sentence, head and term has its permalink.');
if (plan.problems.length) say(`\n${reportProblems(plan.problems, { colour })}`);
if (values.json) console.log(JSON.stringify(asJson(plan), null, 1));
if (!agreed) console.error('\nNothing was written: somebody has to agree to what is marked with “!”. If that is you, run: npm run permalinks -- --yes');
process.exitCode = agreed ? Number(plan.problems.length > 0) : 3;

/** The first two words that say different things of one name, and what to write instead. */
function contradiction(renamed: readonly string[], removed: readonly string[]): string | undefined {
  for (const pair of renamed) {
    const [old, name] = pair.split('=') as [string, string];
    const other = renamed.find((one) => one.startsWith(`${old}=`) && one !== pair);
    if (other) return `“--renamed ${pair}” and “--renamed ${other}” cannot both be: write only the one with the name that ${old} has now.`;
    if (removed.includes(old))
      return `“--renamed ${pair}” and “--removed ${old}” cannot both be: write only --renamed ${pair} if its name is ${name} now, and only --removed ${old} if it is gone for good.`;
  }
  return undefined;
}

async function ask(): Promise<boolean> {
  const terminal = { input: process.stdin, output: process.stdout };
  return (
    !values.json && !values['dry-run'] && canAsk(terminal) && (await confirm('What is marked with “!” leads readers of a citation to other words, or to none. Write it?', terminal))
  );
}

function asJson({ speeches, addresses, write, remove, needsConfirmation, problems }: PermalinkPlan) {
  return {
    speeches: speeches.map(({ id, from, next, changes }) => ({
      id,
      ...(from === undefined ? {} : { from }),
      revision: next.revision,
      changes: changes.map((change) => ({ ...change, before: change.before === change.after ? undefined : change.before, losesMeaning: losesMeaning(change) })),
    })),
    addresses,
    needsConfirmation,
    written: agreed && !values['dry-run'],
    files: { write: write.map(({ file }) => file), remove },
    problems,
  };
}
