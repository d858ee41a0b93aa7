import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan } from '../../../src/cli/apply-plan.ts';
import { planPermalinks } from '../../../src/cli/plan-permalinks.ts';
import { readCorpus } from '../../../src/corpus/corpus.ts';
import { cleanEnv } from '../../support/clean-env.ts';
import { emptyFolder, inOrder, project, writeContent } from './project.ts';
import { root } from './speech.ts';

const locks = 'src/content/permalinks/speeches';
const addresses = 'src/content/permalinks/addresses.json';
const words = ['--renamed', 'harvest=bumper'];

/**
 * A trial of the permalink command: it has to write a lock and the addresses, and to remove the lock of an old name, while
 * a step fails (see tests/support/faulty-fs.mjs).
 */
export function faultTrial() {
  const model = project();
  for (const file of ['speeches/harvest.mdx', 'notes/harvest.yaml']) rmSync(join(model, 'src/content', file));
  writeContent(model, 'speeches/bumper.mdx', inOrder['speeches/harvest.mdx']!.replace('在望', '有望'));
  writeContent(model, 'notes/bumper.yaml', inOrder['notes/harvest.yaml']!);
  const old = filesOf(model);
  const copy = () => {
    const folder = emptyFolder();
    cpSync(model, folder, { recursive: true });
    return folder;
  };
  let finished: Record<string, string> = {};

  /** What is wrong after a fault; nothing when all is well. */
  const tryOne = async (fault: string): Promise<string[]> => {
    const folder = copy();
    const { code, signal } = await run(folder, fault);
    const found = filesOf(folder);
    const wrong = Object.entries(found).flatMap(([file, text]) => (text === old[file] || text === finished[file] ? [] : [`${fault}: ${file} is neither the old nor the new one`]));
    if (signal !== (fault.endsWith('throw') ? null : 'SIGKILL') || code === 0) wrong.push(`${fault}: ended with ${code ?? signal}`);
    if (!Object.keys(found).some((file) => file.startsWith(locks))) wrong.push(`${fault}: no lock is left`);
    finish(folder);
    if (JSON.stringify(filesOf(folder)) !== JSON.stringify(finished)) wrong.push(`${fault}: another run does not finish the work`);
    return wrong;
  };

  return {
    /** Lets the command run through, and gives the steps that it takes. */
    async steps(): Promise<string[]> {
      const folder = copy();
      const { code, stderr } = await run(folder, '0:throw');
      if (code !== 0) throw new Error(stderr);
      finished = filesOf(folder);
      return /steps: (.*)/.exec(stderr)![1]!.split(' ');
    },
    /** Tries faults, two at a time, and gives what is wrong after them. */
    async survives(faults: readonly string[]): Promise<string[]> {
      const queue = faults.values();
      const wrong: string[] = [];
      const worker = async () => {
        for (const fault of queue) wrong.push(...(await tryOne(fault)));
      };
      await Promise.all([worker(), worker()]);
      return wrong;
    },
  };
}

/** The locks and the addresses of a project; what was left beside them does not count. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, locks))
    .filter((name) => name.endsWith('.json'))
    .sort();
  return Object.fromEntries([...names.map((name) => `${locks}/${name}`), addresses].map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** What another run of the command does, without a process of its own. */
function finish(folder: string): void {
  const corpus = readCorpus(folder);
  const done = Object.hasOwn(corpus.addresses.renamed.speeches, 'harvest');
  applyPlan(folder, planPermalinks(corpus, { renamed: new Map(done ? [] : [['harvest', 'bumper']]), removed: new Set() }, new Date().toISOString().slice(0, 10)), () => {});
}

function run(folder: string, fault: string): Promise<{ code: number | null; signal: string | null; stderr: string }> {
  return new Promise((done) => {
    const command = ['--import', join(root, 'tests/support/faulty-fs.mjs'), join(root, 'src/cli/permalinks.ts'), ...words];
    const child = spawn(process.execPath, command, { cwd: folder, env: cleanEnv({ TIFA_FAULT: fault }), stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += String(chunk);
    });
    child.on('close', (code, signal) => done({ code, signal, stderr }));
  });
}
