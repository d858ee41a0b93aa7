import { ImportFailure } from '../../src/importer/failure.ts';
import { importSpeech } from '../../src/importer/import-speech.ts';
import { parseSpeech } from '../../src/speech/parse.ts';
import { toText } from '../../src/speech/to-text.ts';
import { sourceLines } from '../../src/text/source-lines.ts';
import { createTermMatcher } from '../../src/text/terms.ts';

const nothing = { matcher: createTermMatcher([]), terms: new Set<string>(), notes: new Map(), lock: undefined };

/**
 * Imports a text and parses what was written, as the site does.
 * @returns the lines of the text that comes out of the file; none when the importer says that there is no text in it
 */
export function thereAndBack(text: string): string[] {
  const lines = sourceLines(text).map((line) => ({ ...line, hints: {} }));
  try {
    const { mdx } = importSpeech({ format: 'txt', lines, remarks: [], titles: [] }, { name: 'a.txt', bytes: new Uint8Array(), today: '2026-11-21' }, { id: 'a' });
    const { speech, problems } = parseSpeech({ file: 'a.mdx', id: 'a', text: mdx }, nothing);
    const serious = problems.filter(({ kind }) => kind !== 'no-lock' && kind !== 'unfinished');
    if (serious.length) throw new Error(serious.map(({ message }) => message).join('\n'));
    return toText(speech!)
      .split('\n')
      .filter((line) => line !== '');
  } catch (error) {
    if (error instanceof ImportFailure && error.kind === 'no-text') return [];
    throw error;
  }
}
