import { join } from 'node:path';
import type { PermalinkPlan } from './plan-permalinks.ts';
import { removeFile, writeWhole } from './write-whole.ts';

/**
 * Writes what was planned, one file after the other, each whole. If it is interrupted, another run finishes it: locks are
 * written before the addresses that name their speeches, and old ones removed last.
 */
export function applyPlan(root: string, { write, remove }: Pick<PermalinkPlan, 'write' | 'remove'>, say: (text: string) => void): void {
  for (const { file, text } of write) {
    writeWhole(join(root, file), text);
    say(`wrote ${file}`);
  }
  for (const file of remove) {
    removeFile(join(root, file));
    say(`removed ${file}`);
  }
}
