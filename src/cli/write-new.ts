import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type WriteCalls, writeDown } from './write-down.ts';

/** The calls to the file system that writing needs; a test hands in ones that fail. */
export type FileCalls = WriteCalls & Pick<typeof fs, 'linkSync' | 'renameSync' | 'unlinkSync' | 'existsSync' | 'mkdirSync' | 'copyFileSync'>;

/** What is done when the file is there already. */
export type IfThere = 'refuse' | 'keep-copy';

/** Is thrown when a file is there already and must not be overwritten. */
export class FileIsThere extends Error {
  override name = 'FileIsThere';
}

/**
 * Writes a file whole or not at all: into a hidden file, which is then given its name in one step. Nothing is ever overwritten;
 * with `keep-copy` the old file stays beside the new one under another name.
 * @param scratch folder of the hidden file, on the same file system; the folder of the file itself when it is left out
 * @returns the path of the copy that was kept, if there was a file
 */
export function writeNew(path: string, text: string, ifThere: IfThere = 'refuse', scratch: string = dirname(path), calls: FileCalls = fs): string | undefined {
  calls.mkdirSync(dirname(path), { recursive: true });
  const temporary = join(scratch, `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeDown(temporary, text, calls);
    return ifThere === 'refuse' ? void place(temporary, path, calls) : replace(temporary, path, calls);
  } finally {
    if (calls.existsSync(temporary)) calls.unlinkSync(temporary);
  }
}

/** Gives the file its name unless something bears it; a link does both in one step, where the file system has links. */
function place(temporary: string, path: string, calls: FileCalls): void {
  if (!link(temporary, path, calls)) calls.renameSync(temporary, path);
}

/** Links a file under a second name; false where the file system has no links. */
function link(from: string, to: string, calls: FileCalls): boolean {
  if (calls.existsSync(to)) throw new FileIsThere(to);
  try {
    calls.linkSync(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new FileIsThere(to);
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code ?? '')) return false;
    throw error;
  }
}

function replace(temporary: string, path: string, calls: FileCalls): string | undefined {
  let copy: string | undefined;
  for (let number = 1; calls.existsSync(path) && copy === undefined; number++) {
    const name = `${path}.bak${number === 1 ? '' : number}`;
    if (calls.existsSync(name)) continue;
    // The copy is the old file under a second name, so it is whole from the first moment.
    if (!link(path, name, calls)) calls.copyFileSync(path, name, fs.constants.COPYFILE_EXCL);
    copy = name;
  }
  calls.renameSync(temporary, path);
  return copy;
}

/**
 * A folder for hidden files, outside the content, so that even a killed run leaves nothing there: in the cache of the packages,
 * when that is on the same file system; otherwise the folder itself.
 */
export function scratchFor(folder: string, root: string): string {
  const packages = join(root, 'node_modules');
  fs.mkdirSync(folder, { recursive: true });
  if (!fs.existsSync(packages) || fs.statSync(packages).dev !== fs.statSync(folder).dev) return folder;
  const scratch = join(packages, '.cache', 'tifa');
  fs.mkdirSync(scratch, { recursive: true });
  return scratch;
}

/** Removes the hidden files that runs left which were killed while they wrote. */
export function sweepLeftovers(folder: string): void {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) {
    const pid = /^\..+\.(\d+)\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) fs.rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
