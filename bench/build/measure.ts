import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What one build cost. */
export interface Cost {
  /** User and system time of the build and its children, in seconds. */
  cpu: number;
  /** Seconds from start to end. */
  wall: number;
  /** The most memory resident at once, all processes of the build together, in MiB. */
  memory: number;
}

/** What a build wrote. */
export interface Output {
  files: number;
  /** Pages among them. */
  pages: number;
  /** MiB. */
  size: number;
}

const timeCommand = '/usr/bin/time';
const sampleEvery = 100;
const ticksPerSecond = 100;
const pageSize = 4096;

/**
 * Runs a command in its own process group and measures it, on Linux. GNU time, where there is one, gives exact CPU time
 * and the peak of the largest process; sampling /proc gives the peak of the group, and both where there is no GNU time.
 * The larger value counts.
 * @param log file that receives what the command prints
 * @param mostMemory MiB; a command that needs more is ended
 */
export async function measure(
  command: readonly string[],
  { cwd, env, log, mostMemory = Number.POSITIVE_INFINITY }: { cwd: string; env: NodeJS.ProcessEnv; log: string; mostMemory?: number },
): Promise<Cost> {
  const report = `${log}.time`;
  rmSync(report, { force: true });
  const [program, ...args] = existsSync(timeCommand) ? [timeCommand, '-f', '%U %S %M', '-o', report, ...command] : command;
  const out = openSync(log, 'w');
  const started = performance.now();
  const child = spawn(program!, args, { cwd, env, stdio: ['ignore', out, out], detached: true });
  const cpuOf = new Map<number, number>();
  let memory = 0;
  const sample = () => {
    let resident = 0;
    for (const { pid, cpu, rss } of readGroup(child.pid!)) {
      cpuOf.set(pid, cpu);
      resident += rss;
    }
    memory = Math.max(memory, resident);
    if (memory > mostMemory) process.kill(-child.pid!, 'SIGKILL');
  };
  const timer = setInterval(sample, sampleEvery);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(timer);
  closeSync(out);
  const wall = (performance.now() - started) / 1000;
  if (memory > mostMemory) throw new Error(`more than ${mostMemory} MiB of memory were needed`);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}; see ${log}`);
  const sampledCpu = [...cpuOf.values()].reduce((sum, cpu) => sum + cpu, 0);
  const [user = 0, system = 0, peak = 0] = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n').at(-1)!.split(' ').map(Number) : [];
  return { cpu: Math.max(sampledCpu, user + system), wall, memory: Math.max(memory, peak / 1024) };
}

/** The processes of a group: CPU seconds so far (own, not children's) and resident MiB. */
function readGroup(group: number): { pid: number; cpu: number; rss: number }[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // Fields after the command's name, which stands in brackets and may hold anything; the first is the third of proc(5).
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const field = (n: number) => Number(fields[n - 3]);
      if (field(5) !== group) return [];
      return [{ pid: Number(name), cpu: (field(14) + field(15)) / ticksPerSecond, rss: (field(24) * pageSize) / 2 ** 20 }];
    } catch {
      return []; // It ended meanwhile.
    }
  });
}

/** Counts what lies in a folder. */
export function measureOutput(folder: string): Output {
  const output = { files: 0, pages: 0, size: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    output.files++;
    if (entry.name.endsWith('.html')) output.pages++;
    output.size += statSync(join(entry.parentPath, entry.name)).size / 2 ** 20;
  }
  return output;
}
