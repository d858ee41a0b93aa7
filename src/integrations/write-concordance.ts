import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { type BuildReport, buildConcordance, type SpeechRecord } from '../text/concordance/build.ts';

/** Level 4 takes half the time of 9, and gives one per cent more. */
const level = 4;

/**
 * Builds the concordance into a folder, in place of what is there: the root at `root.bin`, everything else under
 * `editions/` and the name of the edition, which is known only when all is written.
 */
export function writeConcordance(speeches: Iterable<SpeechRecord>, folder: string): BuildReport {
  const unnamed = join(folder, 'editions', 'unnamed');
  rmSync(folder, { recursive: true, force: true });
  const folders = new Set<string>();
  const write = (name: string, bytes: Uint8Array) => {
    const file = join(name === 'root' ? folder : unnamed, `${name}.bin`);
    const parent = dirname(file);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    writeFileSync(file, bytes);
  };
  const report = buildConcordance(speeches, {
    write,
    deflate: (bytes) => deflateRawSync(bytes, { level }),
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  });
  renameSync(unnamed, join(folder, 'editions', report.edition));
  return report;
}
