import { closeSync, openSync, writevSync } from 'node:fs';

/** Writes a file out of pieces, without joining them first. */
export function writePieces(file: string, pieces: Iterable<Uint8Array>): void {
  const to = openSync(file, 'w');
  try {
    for (const piece of pieces) writeWhole(to, piece);
  } finally {
    closeSync(to);
  }
}

function writeWhole(to: number, piece: Uint8Array): void {
  for (let rest = piece; rest.length > 0; ) rest = rest.subarray(writevSync(to, [rest]));
}
