import { availableParallelism, cpus, totalmem } from 'node:os';
import type { TextKind } from './generate.ts';
import type { Counts } from './ours.ts';
import type { Built } from './site.ts';

/** One text, built by every site. */
export interface Result {
  kind: TextKind;
  count: number;
  digest: string;
  counts: Counts;
  /** By the name of the site; the lowest value of the rounds for each measure. */
  built: ReadonlyMap<string, Built>;
}

/** What the report says of the run as a whole. */
export interface Circumstances {
  seed: number;
  rounds: number;
  versions: Readonly<Record<string, string>>;
  /** Names of the sites: ours as a whole, ours with the search on, and the peers. */
  whole: string;
  withSearch: string;
  peers: readonly string[];
}

/** We ask for at most this share of a peer's cost. */
const limit = 0.5;

const texts: Readonly<Record<TextKind, string>> = {
  marked: 'every term written as `<Term>`',
  sprinkled: 'terms as plain words',
  dense: 'terms as dense as in the two seed speeches',
};
const notes: Readonly<Record<TextKind, string>> = {
  marked: 'Every site marks the terms, since each is written as a component; only ours glosses them.',
  sprinkled: 'The peers print the terms as plain words and so do less; ours finds, marks and glosses them.',
  dense: 'The peers print the terms as plain words and so do less; ours finds, marks and glosses them all.',
};

/** The whole report, as Markdown. */
export function report(results: readonly Result[], circumstances: Circumstances): string {
  const { seed, rounds, versions } = circumstances;
  const lines = [
    '# Build bench: results',
    '',
    'Written by `bench/build/run.ts`. What is built, and how it is measured, stands at the end.',
    '',
    `- Date: ${new Date().toISOString().slice(0, 10)}; Node ${process.versions.node}; ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `- Versions: ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    `- Seed ${seed}; ${rounds} round${rounds === 1 ? '' : 's'}, the lowest value of each measure counts`,
    '',
    ...results.flatMap((result) => section(result, circumstances)),
    '## What is built and measured',
    '',
    'Speeches are put together from clauses of the two speeches in `src/content/speeches`, with a seeded generator (`generate.ts`). Every site gets',
    'the same text in the same run, one after the other, and starts with empty caches (those of the build before are moved away, not deleted: see `put-away.ts`); generating and minting permalinks are not counted. A build',
    'fails the bench when a page that is looked at (20 a build) lacks any of its text. CPU is user and system time with child processes; memory is',
    'the peak of all processes of the build together. Wall time depends on what else the machine does; compare CPU.',
    '',
    '- **Tifa** builds the whole site: for each speech the annotated page, `.txt` and `.json`; the pages and data of the glossary with every mention. Search off.',
    '- **Tifa, speeches only** leaves the pages of the glossary out. It still marks and glosses the terms. This is nearest to what the peers do.',
    '- **Tifa with search** adds the search index; over 300 speeches Pagefind takes in titles and heads only (see `src/integrations/search-index.ts`).',
    '- **Starlight, lean** renders the same MDX with stub components; without search, code highlighting and the sidebar that lists every page on every page.',
    '- **Starlight** is the same as it comes, with the search alone switched off.',
    '- **VitePress** renders the same text as Markdown with stub components; default theme, no search.',
    '',
  ];
  return lines.join('\n');
}

function section({ kind, count, digest, counts, built }: Result, { whole, withSearch, peers }: Circumstances): string[] {
  const ours = built.get(whole);
  const rows = [...built].map(([name, { cpu, wall, memory, files, pages, size }]) => {
    const ratio = (own: number | undefined, theirs: number) => (peers.includes(name) && own !== undefined ? (own / theirs).toFixed(2) : '');
    return [name, cpu.toFixed(1), wall.toFixed(1), memory.toFixed(0), inThousands(pages), inThousands(files), size.toFixed(0), ratio(ours?.cpu, cpu), ratio(ours?.memory, memory)];
  });
  const search = built.get(withSearch);
  return [
    `## ${inThousands(count)} speeches, ${texts[kind]}`,
    '',
    `Mean speech: ${counts.passages.toFixed(0)} passages, ${inThousands(Math.round(counts.characters))} characters, ${counts.mentions.toFixed(0)} mentions, ${counts.size.toFixed(0)} KiB; ${counts.terms} glossary entries. Input ${digest}. ${notes[kind]}`,
    '',
    '| build | CPU s | wall s | peak MiB | pages | files | output MiB | CPU, ours/theirs | memory, ours/theirs |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
    ...(search && ours
      ? [
          `The search costs ${signed(search.cpu - ours.cpu, 1)} CPU s, ${signed(search.memory - ours.memory, 0)} MiB of memory at the peak and ${signed(search.size - ours.size, 1)} MiB of output.`,
          '',
        ]
      : []),
    ...(ours ? peers.flatMap((peer) => verdict(peer, ours, built.get(peer))) : []),
    '',
  ];
}

function verdict(name: string, ours: Built, peer: Built | undefined): string[] {
  if (!peer) return [];
  const said = (own: number, theirs: number) => `${((own / theirs) * 100).toFixed(0)} % (${own / theirs <= limit ? 'met' : 'missed'})`;
  return [`- At most half of ${name}: CPU ${said(ours.cpu, peer.cpu)}, memory ${said(ours.memory, peer.memory)}.`];
}

function inThousands(n: number): string {
  return n.toLocaleString('en');
}

function signed(n: number, digits: number): string {
  return `${n < 0 ? '−' : '+'}${Math.abs(n).toFixed(digits)}`;
}
