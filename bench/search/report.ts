import { availableParallelism } from 'node:os';
import type { Cost } from '../build/measure.ts';
import { type Answers, type Asked, shareRight } from './ask.ts';
import type { Engine } from './engines/engine.ts';
import { queryKinds } from './queries.ts';

/** What became of one engine at one size. */
export interface Outcome {
  engine: Engine;
  /** Why it was not asked. */
  stopped?: string;
  built?: Cost & { files: number; size: number };
  answers?: Answers;
}

/** All engines at one size. */
export interface SizeResult {
  count: number;
  digest: string;
  passages: number;
  characters: number;
  /** Queries of each kind. */
  queries: number;
  outcomes: Outcome[];
}

/** What the report says of the run as a whole. */
export interface Circumstances {
  seed: number;
  versions: Readonly<Record<string, string>>;
  chromium: string;
}

/** What is asked of us, by the number of speeches. */
const coldBytes: Readonly<Record<number, number>> = { 100: 60, 1000: 150, 10000: 250 };
const mostRequests = 6;
const warmBytes = 100;
const warmMilliseconds = 100;
const mostMemory = 2048;

/** The value below which a share of the values lies. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The whole report, as Markdown. */
export function report(results: readonly SizeResult[], { seed, versions, chromium }: Circumstances): string {
  const named = Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
  return [
    '# Search bench: results',
    '',
    'Written by `bench/search/run.ts`. What is asked, and how it is measured, stands at the end.',
    '',
    `- Date: ${new Date().toISOString().slice(0, 10)}; Node ${process.versions.node}; Chromium ${chromium}; ${availableParallelism()} cores`,
    `- Versions: ${named}`,
    `- Seed ${seed}`,
    '',
    ...results.flatMap(section),
    '## What is asked and measured',
    '',
    'Speeches are put together from clauses of the two speeches in `src/content/speeches`, three in ten with their end swapped for that of another',
    '(`generate.ts`): 40 passages and about 12,000 characters a speech. Such a corpus repeats itself far more than a real one, which is the harder case',
    'for an index of substrings: common stretches are common everywhere, and neighbours in the sorted order share long beginnings.',
    '',
    'Every engine is built from the same speeches in a process of its own, which also generates them; CPU is user and system time, memory the peak of',
    'all its processes. All are asked the same queries in the same run, in Chromium, over a local server: what stands in quotation marks in the seeds,',
    'pieces of 1 to 30 characters, single characters, and pieces with one character changed that stand nowhere. An answer is right when it has exactly the',
    'passages that a plain scan finds under the documented fold; of Tifa also the count of every speech and the lines of the first page.',
    '',
    'Bytes are bodies of responses, the engine’s scripts among them; texts of results (ten speeches of Tifa, ten passages of Pagefind) are counted apart.',
    'Cold is a fresh profile for each query; warm is one session, one query after another. Time runs from the call to the answer with its first page, texts',
    'included, over a network without delay. Other work ran beside; compare the engines with one another, as ratios, and quote the ratios, not the figures.',
    'Pagefind, FlexSearch and MiniSearch stop at 1,000 speeches: the memory that Pagefind needs to build, and the bytes that the others load before they',
    'answer, grow with the text, and at ten times as much are more than this machine, or a reader, can bear.',
    '',
    '- **Tifa**: counts by speech of every hit, and the lines of the first ten speeches.',
    '- **Pagefind**: one record a passage, as it comes; bare queries and quoted ones; the data of the first ten results.',
    '- **FlexSearch**: its settings for Chinese (every character a word); the whole index is loaded; no texts.',
    '- **MiniSearch**: pairs of neighbouring characters as words, all must be there; the whole index is loaded; no texts.',
    '- **Download and scan**: all passages in one compressed file.',
    '',
  ].join('\n');
}

const thousands = (n: number) => n.toLocaleString('en');
const percent = (share: number) => `${(100 * share).toFixed(share === 1 ? 0 : 1)} %`;
const kilobytes = (bytes: number) => thousands(Math.round(bytes / 1000));
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function section({ count, digest, passages, characters, queries, outcomes }: SizeResult): string[] {
  const asked = outcomes.filter(({ answers }) => answers);
  const stopped = outcomes.filter(({ answers }) => !answers);
  const slow = asked.filter(({ answers }) => answers!.warm.length < queries);
  const table = (heads: readonly string[], rows: readonly string[][]) => [row(heads), row(heads.map((_, i) => (i ? '--:' : '---'))), ...rows.map(row), ''];
  return [
    `## ${thousands(count)} speeches`,
    '',
    `${thousands(passages)} passages, ${thousands(characters)} characters; input ${digest}; ${queries} queries.`,
    '',
    'Exactly right:',
    '',
    ...table(
      ['', 'all', ...queryKinds],
      asked.map(({ engine, answers }) => [engine.name, percent(shareRight(answers!.warm)), ...queryKinds.map((kind) => percent(shareRight(answers!.warm, kind)))]),
    ),
    'Cost of a query (kB and requests without texts of results, kB of texts; ms with them; p50 / p90, and most):',
    '',
    ...table(
      ['', 'cold kB', 'cold requests', 'cold texts kB', 'cold ms', 'warm kB', 'warm requests', 'warm texts kB', 'warm ms'],
      asked.map(({ engine, answers }) => [engine.name, ...costs(answers!.cold), ...costs(answers!.warm)]),
    ),
    'Build:',
    '',
    ...table(
      ['', 'CPU s', 'peak MiB', 'files', 'MB'],
      asked.map(({ engine, built }) => [engine.name, built!.cpu.toFixed(1), built!.memory.toFixed(0), thousands(built!.files), thousands(Math.round(built!.size * 1.048576))]),
    ),
    ...stopped.map(({ engine, stopped: why }) => `- ${engine.name}: ${why}.`),
    ...slow.map(({ engine, answers }) => `- ${engine.name}: asked only the first ${answers!.warm.length} of ${queries} queries, since more took too long.`),
    ...(stopped.length + slow.length ? [''] : []),
    ...verdicts(count, outcomes),
    '',
  ];
}

function costs(asked: readonly Asked[]): string[] {
  const spread = (of: (one: Asked) => number, as: (n: number) => string) => {
    const values = asked.map(of);
    return `${as(percentile(values, 0.5))} / ${as(percentile(values, 0.9))}, ${as(Math.max(...values))}`;
  };
  return [
    spread(({ bytes }) => bytes, kilobytes),
    spread(({ requests }) => requests, String),
    spread(({ textBytes }) => textBytes, kilobytes),
    spread(
      ({ milliseconds }) => milliseconds,
      (n) => thousands(Math.round(n)),
    ),
  ];
}

/** What was aimed at, and whether it was reached. */
function verdicts(count: number, outcomes: readonly Outcome[]): string[] {
  const ours = outcomes[0];
  if (!ours?.answers || !ours.built) return [];
  const { cold, warm } = ours.answers;
  const most = (asked: readonly Asked[], of: (one: Asked) => number) => Math.max(...asked.map(of));
  const line = (what: string, value: string, met: boolean) => `- ${what}: ${value} (${met ? 'met' : 'MISSED'})`;
  const limit = coldBytes[count];
  const bytes = most(cold, (one) => one.bytes) / 1000;
  const requests = most(cold, (one) => one.requests);
  const next = percentile(
    warm.map((one) => one.bytes),
    0.9,
  );
  const time = percentile(
    warm.map((one) => one.milliseconds),
    0.9,
  );
  const right = shareRight([...warm, ...cold]);
  const lines = [
    line('Tifa exactly right, 100 %', percent(right), right === 1),
    ...(limit ? [line(`Tifa first page cold, at most ${limit} kB`, `${bytes.toFixed(0)} kB at most`, bytes <= limit)] : []),
    line(`Tifa first page cold, at most ${mostRequests} requests`, `${requests} at most`, requests <= mostRequests),
    line(`Tifa next query, p90 at most ${warmBytes} kB`, `${(next / 1000).toFixed(0)} kB`, next / 1000 <= warmBytes),
    line(`Tifa next query, p90 at most ${warmMilliseconds} ms`, `${time.toFixed(0)} ms`, time <= warmMilliseconds),
    line(`Tifa builder, at most ${thousands(mostMemory)} MiB`, `${ours.built.memory.toFixed(0)} MiB`, ours.built.memory <= mostMemory),
  ];
  const median = (asked: readonly Asked[], of: (one: Asked) => number) => percentile(asked.map(of), 0.5);
  for (const { engine, answers } of outcomes.filter((outcome) => outcome.engine.build === 'pagefind' && outcome.answers)) {
    const ratios: [string, number][] = [
      ['exactness', right / shareRight(answers!.warm)],
      ['cold bytes', median(answers!.cold, (one) => one.bytes) / median(cold, (one) => one.bytes)],
      ['cold time', median(answers!.cold, (one) => one.milliseconds) / median(cold, (one) => one.milliseconds)],
      ['warm time', median(answers!.warm, (one) => one.milliseconds) / median(warm, (one) => one.milliseconds)],
    ];
    lines.push(
      line(
        `Tifa better than ${engine.name} by factors (of medians)`,
        ratios.map(([name, ratio]) => `${name} ${ratio.toFixed(1)}`).join(', '),
        ratios.every(([, ratio]) => ratio > 1),
      ),
    );
  }
  return lines;
}
