import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeDown } from './write-down.ts';

/**
 * Writes a file so that at any moment, whatever fails, there is the old one or the new one, whole: the text goes into a
 * file beside it, down to the disk, and takes its place by renaming.
 * @throws when something fails; the old file is then as it was
 */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.new`;
  try {
    writeDown(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Removes a file for good. */
export function removeFile(path: string): void {
  rmSync(path, { force: true });
  syncFolder(dirname(path));
}

/** Makes a renaming last through a loss of power. Not every system lets a folder be opened; there it has to do without. */
function syncFolder(folder: string): void {
  let opened: number | undefined;
  try {
    opened = openSync(folder, 'r');
    fsyncSync(opened);
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}
