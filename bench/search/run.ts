import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser, launch } from '../../tests/support/browser.ts';
import { measure, measureOutput } from '../build/measure.ts';
import { copyPeerSite, installPeers, peerVersions } from '../build/peers.ts';
import { ask } from './ask.ts';
import { type CorpusRequest, describeCorpus } from './corpus.ts';
import { type Engine, engines, exportingPeers } from './engines/engine.ts';
import { queriesFor } from './queries.ts';
import { Reference } from './reference.ts';
import { type Outcome, report, type SizeResult } from './report.ts';

// npm run bench:search -- [100 1000 10000] [--engine Tifa …] [--seed 1921] [--out file]
// Builds each engine's index of so many generated speeches, asks all of them the same queries in Chromium, and writes
// RESULTS.md. Results of sizes and engines that are not run again are kept, as long as the seed is the same.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string', multiple: true }, seed: { type: 'string', default: '1921' }, out: { type: 'string' } },
});
const sizes = (positionals.length ? positionals : ['100', '1000', '10000']).map(Number);
const seed = Number(values.seed);
if (sizes.some((n) => !(n >= 1)) || !Number.isInteger(seed)) throw new Error('Usage: npm run bench:search -- [sizes] [--engine name] [--seed n] [--out file]');

const bench = import.meta.dirname;
const root = join(bench, '../..');
const work = join(root, 'bench/.work/search');
const clients = join(work, 'clients-built');
mkdirSync(join(work, 'logs'), { recursive: true });
installPeers(bench, work);
const peerModules = new Map(exportingPeers.map((name) => [name, join(copyPeerSite(bench, work, name), 'index.mjs')]));
await bundleClients();

/** MiB; a build that needs more is given up. */
const mostMemory = 12_000;

const browser = await launch(await findBrowser());
const kept = join(work, 'results.json');
const results: SizeResult[] = existsSync(kept) ? earlier() : [];
try {
  for (const count of sizes) {
    const request = { count, seed };
    const reference = new Reference(request);
    const queries = queriesFor(reference, seed);
    const outcomes: Outcome[] = [];
    for (const engine of engines.filter(({ name }) => values.engine?.includes(name) ?? true)) {
      const last = outcomes.at(-1);
      const folder = join(work, engine.build);
      const outcome: Outcome = { engine };
      outcomes.push(outcome);
      try {
        if (count > engine.most) throw new Error(`not asked beyond ${engine.most.toLocaleString('en')} speeches`);
        outcome.built = last?.engine.build === engine.build && last.built ? last.built : await buildEngine(engine, request, folder);
        outcome.answers = await ask(engine, folder, clients, browser, queries, reference);
      } catch (error) {
        outcome.stopped = (error as Error).message.split('\n')[0]!;
      }
      console.log(`${count} ${engine.name}: ${outcome.stopped ?? `${outcome.built!.cpu.toFixed(1)} CPU s, ${outcome.built!.memory.toFixed(0)} MiB`}`);
    }
    for (const { engine } of outcomes) rmSync(join(work, engine.build), { recursive: true, force: true });
    const described = describeCorpus(request);
    const before = results.find((one) => one.count === count && one.digest === described.digest)?.outcomes ?? [];
    const all = engines.flatMap(({ name }) => [...outcomes, ...before].find(({ engine }) => engine.name === name) ?? []);
    const result: SizeResult = { count, ...described, queries: queries.length, outcomes: all };
    results.splice(0, results.length, ...[...results.filter((one) => one.count !== count), result].sort((a, b) => a.count - b.count));
    writeFileSync(kept, JSON.stringify({ seed, results }));
    writeFileSync(values.out ?? join(bench, 'RESULTS.md'), text());
  }
} finally {
  await browser.close();
}
console.log(`\n${text()}`);

function text(): string {
  const { pagefind } = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies;
  const { flexsearch, minisearch } = peerVersions(bench);
  return report(results, { seed, versions: { pagefind: pagefind!, flexsearch: flexsearch!, minisearch: minisearch! }, chromium: browser.version() });
}

/** Results of earlier runs with the same seed. */
function earlier(): SizeResult[] {
  const before = JSON.parse(readFileSync(kept, 'utf8')) as { seed: number; results: SizeResult[] };
  return before.seed === seed ? before.results : [];
}

/** Builds an engine's files in a process of its own. */
async function buildEngine({ build, builder }: Engine, { count, seed }: CorpusRequest, folder: string): Promise<NonNullable<Outcome['built']>> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const module = peerModules.get(build);
  const command = [process.execPath, '--max-old-space-size=10000', join(bench, 'build.ts'), builder, String(count), String(seed), folder, ...(module ? [module] : [])];
  const cost = await measure(command, { cwd: root, env: process.env, log: join(work, 'logs', `${build}-${count}.log`), mostMemory });
  const { files, size } = measureOutput(folder);
  return { ...cost, files, size };
}

/** Bundles what the page runs: our worker, each way to ask, and the peers. */
async function bundleClients(): Promise<void> {
  rmSync(clients, { recursive: true, force: true });
  const { build } = (await import(join(work, 'peers/node_modules/esbuild/lib/main.js'))) as { build(options: object): Promise<unknown> };
  const entries = { worker: join(root, 'src/client/search/worker.ts'), ...Object.fromEntries(peerModules) };
  for (const client of new Set(engines.map(({ client }) => client))) Object.assign(entries, { [client]: join(bench, 'clients', `${client}.ts`) });
  await build({ entryPoints: entries, bundle: true, minify: true, format: 'esm', outdir: join(clients, 'clients'), external: ['/clients/*'], logLevel: 'error' });
}
