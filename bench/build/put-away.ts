import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const heap = join(import.meta.dirname, '../.work/put-away');

/**
 * Moves a file or folder out of the way, where there is one. What a run leaves behind is thrown away by the next run, not
 * by itself: after many files are deleted, ext4 makes new ones slowly for minutes (it passes over the inodes that were
 * freed), which nearly doubled the cost of the build that came next.
 */
export function putAway(path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(heap, { recursive: true });
  renameSync(path, join(mkdtempSync(join(heap, 'a-')), 'it'));
}

/** Throws away what earlier runs put away. */
export function throwAway(): void {
  rmSync(heap, { recursive: true, force: true });
}
