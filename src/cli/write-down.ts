import fs from 'node:fs';

/** The calls to the file system that this needs. */
export type WriteCalls = Pick<typeof fs, 'openSync' | 'writeFileSync' | 'fsyncSync' | 'closeSync'>;

/** Writes a text into a file, over what is there, and waits until it is on the disk. */
export function writeDown(path: string, text: string, calls: WriteCalls = fs): void {
  const file = calls.openSync(path, 'w');
  try {
    calls.writeFileSync(file, text);
    calls.fsyncSync(file);
  } finally {
    calls.closeSync(file);
  }
}
