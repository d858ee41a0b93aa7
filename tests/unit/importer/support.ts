import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ImportFailure } from '../../../src/importer/failure.ts';
import { type Imported, type ImportOptions, importSpeech } from '../../../src/importer/import-speech.ts';
import type { Hints, ReadDocument, ReadLine } from '../../../src/importer/read-document.ts';
import { readSource, type SourceOptions } from '../../../src/importer/read-source.ts';
import { sourceLines } from '../../../src/text/source-lines.ts';

/** A file of the fixtures. */
export const bytesOf = (path: string): Uint8Array => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));

/** Lines as a reader gives them; hints by number of the line. */
export function linesOf(text: string, hints: Readonly<Record<number, Hints>> = {}): ReadLine[] {
  return sourceLines(text).map((line) => ({ ...line, hints: hints[line.line] ?? {} }));
}

/** Reads and imports a file of the fixtures. */
export function importFixture(path: string, options: ImportOptions = {}, source: SourceOptions = {}): { document: ReadDocument; imported: Imported } {
  const document = readSource(basename(path), bytesOf(path), source);
  return { document, imported: importSpeech(document, { name: basename(path), bytes: bytesOf(path), today: '2026-11-21' }, options) };
}

/** Imports a text as if it came from a .txt file. */
export function importText(text: string, options: ImportOptions = {}): Imported {
  return importSpeech({ format: 'txt', lines: linesOf(text), remarks: [], titles: [] }, { name: 'a.txt', bytes: Buffer.from(text), today: '2026-11-21' }, { id: 'a', ...options });
}

/** What an import fails with. */
export function failureOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ImportFailure) return `${error.kind}: ${error.message}`;
    throw error;
  }
  return 'no failure';
}
