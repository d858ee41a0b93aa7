import { sourceLines } from '../text/source-lines.ts';
import { decodeText, type Known } from './detect-encoding.ts';
import { characterRemarks, type ReadDocument } from './read-document.ts';

/** Reads plain text: every line is a line. */
export function readText(bytes: Uint8Array, known: Known = {}): ReadDocument {
  const { text, encoding } = decodeText(bytes, known);
  const lines = sourceLines(text).map((line) => ({ ...line, hints: line.text.includes('\t') ? { row: true } : {} }));
  return { format: 'txt', encoding, lines, remarks: characterRemarks(lines), titles: [] };
}
