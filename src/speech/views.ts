import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { speechWork, type Work } from '../text/citation/work.ts';
import { speechPath } from '../text/paths.ts';
import type { Speech } from '../text/types.ts';
import { type PageContext, renderSpeechPage, type SpeechPage } from './render-page.ts';
import { type MentionLine, mentionLines, type SpeechSummary } from './summary.ts';
import { type SpeechJson, toJson } from './to-json.ts';
import { historyFile, permalinksJson } from './to-permalinks.ts';
import { toText } from './to-text.ts';

/**
 * The views of a speech, made once when it is parsed and kept on disk: at 1,000 speeches the content store then holds
 * only summaries, which halves the memory of a build.
 */
export interface Views extends SpeechPage {
  text: string;
  json: SpeechJson;
  /** Every mention with its context, for the pages of the terms. */
  mentions: MentionLine[];
  /** The speech as a work to cite. */
  work: Work;
  /** Every id that was ever given out, for `/permalinks.json`, as JSON. */
  permalinks: string;
  /** The file of its history; empty for a speech that was never changed. */
  history: string;
}

/** Makes every view of a speech. */
export function makeViews(speech: Speech, context: PageContext, summary?: SpeechSummary): Views {
  return {
    ...renderSpeechPage(speech, context, summary),
    text: toText(speech),
    json: toJson(speech, context.href(speechPath(speech.id))),
    mentions: mentionLines(speech),
    work: speechWork(speech.id, speech.meta),
    permalinks: permalinksJson(speech.lock, context.address),
    history: historyFile(speech.lock, context.address),
  };
}

/** The folder of the views in Astro's cache folder. */
export function viewsFolder(cacheDir: string): string {
  return join(cacheDir, 'tifa-views');
}

/** Names of the views. */
export type ViewName = (typeof viewNames)[number];

const fileOf = (folder: string, id: string) => join(folder, `${id}.views`);

/** Length of the head of a file: the digest, and the length of each view in bytes, padded with blanks. */
const headLength = 256;
const viewNames = ['head', 'top', 'rest', 'txt', 'json', 'mentions', 'work', 'permalinks', 'history'] as const;

/** Makes the folder of the views where there is none. */
export function makeViewsFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
}

/** Writes the views of a speech into a folder: one file, whose head says what they were made from and how long each is. */
export function writeViews(folder: string, id: string, digest: string, views: Views): void {
  const data = [views.json, views.mentions, views.work].map((view) => JSON.stringify(view));
  const texts = [views.head, views.top, views.rest, views.text, ...data, views.permalinks, views.history];
  const { bytes, lengths } = encode(texts);
  bytes.write(JSON.stringify({ digest, lengths }).padEnd(headLength), 0, 'latin1');
  writeFileSync(fileOf(folder, id), bytes);
}

/** Kept from speech to speech: a buffer for each would be most of what a build asks of the garbage collector. */
let scratch = Buffer.alloc(0);

/** Texts as UTF-8, one after another, behind room for the head; what is returned is overwritten by the next call. */
function encode(texts: readonly string[]): { bytes: Buffer; lengths: number[] } {
  const most = headLength + 3 * texts.reduce((sum, { length }) => sum + length, 0);
  if (scratch.length < most) scratch = Buffer.allocUnsafeSlow(most * 2);
  let end = headLength;
  const lengths = texts.map((text) => {
    const length = scratch.write(text, end, 'utf8');
    end += length;
    return length;
  });
  return { bytes: scratch.subarray(0, end), lengths };
}

/** True when the views of a speech are in the folder and made from just that; a build and `astro dev` share the folder, but not their stores. */
export function hasViews(folder: string, id: string, digest: string): boolean {
  if (!existsSync(fileOf(folder, id))) return false;
  const file = openSync(fileOf(folder, id), 'r');
  try {
    const { digest: made, lengths } = readHead(file);
    return made === digest && fstatSync(file).size === headLength + lengths.reduce((sum, length) => sum + length, 0);
  } catch {
    return false;
  } finally {
    closeSync(file);
  }
}

/** Reads one view back, as written. */
export function readView(folder: string, id: string, view: ViewName): string {
  return readViewBytes(folder, id, view).toString('utf8');
}

/** Reads one view back, as the bytes of its file (UTF-8). */
export function readViewBytes(folder: string, id: string, view: ViewName): Buffer {
  const file = openSync(fileOf(folder, id), 'r');
  try {
    const { lengths } = readHead(file);
    const number = viewNames.indexOf(view);
    const start = headLength + lengths.slice(0, number).reduce((sum, length) => sum + length, 0);
    return readBytes(file, start, lengths[number]!);
  } finally {
    closeSync(file);
  }
}

function readHead(file: number): { digest: string; lengths: number[] } {
  return JSON.parse(readBytes(file, 0, headLength).toString('utf8')) as { digest: string; lengths: number[] };
}

function readBytes(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, start));
}
