import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cleanEnv } from './clean-env.ts';

/** A copy of the project in which a test may change the content and build. */
export interface Scratch {
  root: string;
  /** Changes a file of the copy. */
  edit(file: string, change: (text: string) => string): void;
  write(file: string, text: string): void;
  /** Builds the copy; returns the exit code and all that was printed, without colours. */
  build(env?: Record<string, string>): { status: number | null; output: string };
  /** Runs one of the project's commands in the copy. */
  run(script: string, ...words: string[]): { status: number | null; output: string };
  remove(): void;
}

/** Copies what a build needs; packages are linked one by one, so that the copy has caches of its own. */
export function scratchProject(): Scratch {
  const root = mkdtempSync(join(tmpdir(), 'tifa-scratch-'));
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) cpSync(name, join(root, name), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (!name.startsWith('.')) symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name));
  }
  const node = (words: string[], env: Record<string, string> = {}) => {
    const result = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8', env: cleanEnv(env) });
    return { status: result.status, output: `${result.stdout}${result.stderr}`.replace(/\u001b\[[0-9;]*m/g, '') };
  };
  return {
    root,
    edit: (file, change) => writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8'))),
    write: (file, text) => writeFileSync(join(root, file), text),
    build: (env) => node(['node_modules/astro/bin/astro.mjs', 'build'], env),
    run: (script, ...words) => node([`src/cli/${script}.ts`, ...words]),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
