import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { failure, ImportFailure } from '../importer/failure.ts';
import { mostBytes } from '../importer/read-source.ts';

/** Reads a file, or standard input for `-`; never more than the importer takes. Throws an `ImportFailure`. */
export function readInput(source: string): Uint8Array {
  try {
    if (source === '-') return readBounded(0);
    const file = openSync(source, 'r');
    try {
      const { size } = fstatSync(file);
      if (size > mostBytes) throw tooLarge(`${(size / 2 ** 20).toFixed(1)} MB`);
      return readBounded(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof ImportFailure) throw error;
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? failure('not-found', { name: source }) : failure('unreadable-file', { reason: reasonOf(error) });
  }
}

const tooLarge = (size: string) => failure('too-large', { size, most: `${mostBytes / 2 ** 20} MB` });

function readBounded(file: number): Uint8Array {
  const chunks: Buffer[] = [];
  for (let size = 0; ; ) {
    const chunk = Buffer.alloc(65_536);
    const length = readChunk(file, chunk);
    if (length === 0) return Buffer.concat(chunks);
    size += length;
    if (size > mostBytes) throw tooLarge(`more than ${mostBytes / 2 ** 20} MB`);
    chunks.push(chunk.subarray(0, length));
  }
}

/** Reads what is there; a terminal or pipe that has nothing yet is asked again. */
function readChunk(file: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(file, chunk, 0, chunk.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not',
  EPERM: 'you may not',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a part of its path is no folder',
  ENAMETOOLONG: 'its name is too long',
};

/** Why a call to the file system failed, in words. */
export function reasonOf(error: unknown): string {
  return reasons[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message;
}
