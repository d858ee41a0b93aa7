import { closeSync, openSync, writeFileSync } from 'node:fs';

/** Writes a file out of pieces, without joining them first. */
export function writePieces(file: string, pieces: Iterable<Uint8Array>): void {
  const to = openSync(file, 'w');
  try {
    for (const piece of pieces) writeFileSync(to, piece);
  } finally {
    closeSync(to);
  }
}
