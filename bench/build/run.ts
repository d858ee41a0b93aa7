import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readClauses } from './clauses.ts';
import { digestOf, generateSpeeches, type TextKind, textKinds } from './generate.ts';
import { countSpeeches, ours } from './ours.ts';
import { installPeers, peerVersions } from './peers.ts';
import { throwAway } from './put-away.ts';
import { type Result, report } from './report.ts';
import { type Built, build } from './site.ts';
import { starlight } from './starlight.ts';
import { vitepress } from './vitepress.ts';

// node bench/build/run.ts 100 1000 [--text marked --text dense] [--site Tifa --site 'Starlight, lean'] [--rounds 2] [--seed 1921] [--out file]
// Builds so many generated speeches with Tifa, Starlight and VitePress, prints what each cost and writes RESULTS.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    text: { type: 'string', multiple: true, default: [...textKinds] },
    site: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1921' },
    out: { type: 'string' },
  },
});
const sizes = (positionals.length ? positionals : ['100', '1000']).map(Number);
const kinds = values.text.filter((kind): kind is TextKind => (textKinds as readonly string[]).includes(kind));
const rounds = Number(values.rounds);
const seed = Number(values.seed);
if ([...sizes, rounds].some((n) => !(n >= 1)) || !Number.isInteger(seed) || kinds.length !== values.text.length) {
  throw new Error(`Usage: node bench/build/run.ts [sizes] [--text ${textKinds.join('|')}] [--rounds n] [--seed n] [--out file]`);
}

const bench = import.meta.dirname;
const root = join(bench, '../..');
const work = join(root, 'bench/.work');
const logs = join(work, 'logs');
mkdirSync(logs, { recursive: true });
throwAway();
installPeers(bench, work);

const whole = ours(root, work, { name: 'Tifa' });
const speechesOnly = ours(root, work, { name: 'Tifa, speeches only', glossaryPages: false });
const withSearch = ours(root, work, { name: 'Tifa with search', search: true });
const peers = [starlight(bench, work, { name: 'Starlight, lean', lean: true }), starlight(bench, work, { name: 'Starlight' }), vitepress(bench, work)];
const sites = [whole, ...peers, speechesOnly, withSearch].filter(({ name }) => values.site?.includes(name) ?? true);

const { astro } = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies;
const versions = peerVersions(bench);
const circumstances = {
  seed,
  rounds,
  versions: { 'astro (ours)': astro!, 'astro (Starlight’s)': versions['astro']!, starlight: versions['@astrojs/starlight']!, vitepress: versions['vitepress']! },
  whole: whole.name,
  withSearch: withSearch.name,
  peers: peers.map(({ name }) => name),
};

const clauses = readClauses(root);
const results: Result[] = [];
for (const kind of kinds) {
  for (const count of sizes) {
    const speeches = generateSpeeches(clauses, { count, seed, kind });
    // Sites that differ in a setting only share a folder.
    for (const site of new Map([whole, ...sites].map((site) => [site.folder, site])).values()) site.prepare(speeches);
    const built = new Map<string, Built>();
    for (let round = 1; round <= rounds; round++) {
      for (const site of sites) {
        const log = join(logs, `${kind}-${count}-${site.name.replaceAll(/\W+/g, '-').toLowerCase()}-${round}.log`);
        const result = await build(site, speeches, log);
        console.log(`${kind} ${count} ${site.name}: ${result.cpu.toFixed(1)} CPU s, ${result.wall.toFixed(1)} s, ${result.memory.toFixed(0)} MiB`);
        built.set(site.name, lowest(result, built.get(site.name)));
      }
    }
    results.push({ kind, count, digest: digestOf(speeches), counts: countSpeeches(whole), built });
    writeFileSync(values.out ?? join(bench, 'RESULTS.md'), report(results, circumstances));
  }
}
console.log(`\n${report(results, circumstances)}`);

/** Of each measure the lower value. */
function lowest(a: Built, b: Built | undefined): Built {
  return b ? { ...a, cpu: Math.min(a.cpu, b.cpu), wall: Math.min(a.wall, b.wall), memory: Math.min(a.memory, b.memory) } : a;
}
