import { failure } from './failure.ts';
import type { Format, ReadDocument } from './read-document.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readText } from './read-text.ts';

/** Largest file that is read, in bytes. */
export const mostBytes = 20 * 2 ** 20;

/** What may be said of a file beforehand. */
export interface SourceOptions {
  /** The kind of file, when its name does not say it. */
  as?: Format | undefined;
  /** Its encoding. */
  encoding?: string | undefined;
}

/** Files that are no text, by their first bytes. */
const signatures: readonly (readonly [string, string, string])[] = [
  ['%PDF', 'a PDF', 'Open it, copy the text, and paste it: npm run import -- -'],
  ['\xd0\xcf\x11\xe0', 'a document of an old word processor (.doc, .wps)', 'Open it in a word processor and save it as .docx.'],
  ['{\\rtf', 'a document in Rich Text Format', 'Open it in a word processor and save it as .docx.'],
  ['\x89PNG', 'a picture', 'Type or recognise its text first.'],
  ['\xff\xd8\xff', 'a picture', 'Type or recognise its text first.'],
  ['GIF8', 'a picture', 'Type or recognise its text first.'],
  ['\x1f\x8b', 'a packed file', 'Unpack it first.'],
  ['7z\xbc\xaf', 'a packed file', 'Unpack it first.'],
  ['Rar!', 'a packed file', 'Unpack it first.'],
  ['ID3', 'a sound file', 'Write its text down first.'],
  ['bplist', 'a web archive', 'Save the page as HTML instead.'],
];

/**
 * Reads a file of one of our formats. Its first bytes go before its name: a page that is named .txt is read as a page.
 * Throws an `ImportFailure` for what is empty, too large or no text.
 */
export function readSource(name: string, bytes: Uint8Array, { as, encoding }: SourceOptions = {}): ReadDocument {
  if (bytes.length === 0) throw failure('empty-file');
  if (bytes.length > mostBytes) throw failure('too-large', { size: megabytes(bytes.length), most: megabytes(mostBytes) });
  const start = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const known = signatures.find(([signature]) => start.startsWith(signature));
  if (known) throw failure('other-format', { what: known[1], how: known[2] });
  const format = as ?? formatOf(name, start);
  const options = { named: encoding };
  const document = format === 'docx' ? readDocx(bytes) : format === 'html' ? readHtml(bytes, options) : format === 'md' ? readMarkdown(bytes, options) : readText(bytes, options);
  if (!document.lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) throw failure('no-text', { why: '' });
  return document;
}

function formatOf(name: string, start: string): Format {
  const extension = /\.([^.\\/]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (start.startsWith('PK')) {
    if (/^(?:docx|docm|dotx)$/.test(extension) || start.includes('word/')) return 'docx';
    if (/^(?:odt|xlsx|pptx|epub|ods)$/.test(extension)) throw failure('other-format', { what: `a .${extension} file`, how: 'Open it and save its text as .docx or .txt.' });
    return 'docx';
  }
  if (extension === 'docx') throw failure('bad-archive', { reason: 'it is no archive at all' });
  if (/^MIME-Version:|^From: .*\r?\n(?:.*\r?\n)*Content-Type: multipart/im.test(start.slice(0, 1024)) && !/^html?$/.test(extension))
    throw failure('other-format', { what: 'a mail or web archive (.mht)', how: 'Save the page as HTML instead.' });
  if (/^(?:html?|xhtml)$/.test(extension) || /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html\b)/i.test(start)) return 'html';
  return /^(?:md|markdown|mdown)$/.test(extension) ? 'md' : 'txt';
}

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
