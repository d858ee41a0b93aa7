import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Speech } from '../text/types.ts';
import { renderCommentary } from './render-commentary.ts';
import { type RenderContext, renderSpeech } from './render-html.ts';
import { type MentionLine, mentionLines } from './summary.ts';
import { type SpeechJson, toJson } from './to-json.ts';
import { toText } from './to-text.ts';

/**
 * The views of a speech, made once when it is parsed and kept on disk: at 1,000 speeches the content store then holds
 * only summaries, which halves the memory of a build.
 */
export interface Views {
  html: string;
  text: string;
  json: SpeechJson;
  /** Every mention with its context, for the pages of the terms. */
  mentions: MentionLine[];
}

/** Makes every view of a speech. */
export function makeViews(speech: Speech, url: string, context: RenderContext): Views {
  return { html: renderSpeech(speech, context) + renderCommentary(speech), text: toText(speech), json: toJson(speech, url), mentions: mentionLines(speech) };
}

/** The folder of the views in Astro's cache folder. */
export function viewsFolder(cacheDir: string): string {
  return join(cacheDir, 'tifa-views');
}

/** Names of the views. */
export type ViewName = 'html' | 'txt' | 'json' | 'mentions';

const fileOf = (folder: string, id: string) => join(folder, `${id}.views`);

/** Length of the head of a file: the digest, and the length of each view in bytes, padded with blanks. */
const headLength = 256;
const viewNames: readonly ViewName[] = ['html', 'txt', 'json', 'mentions'];

/** Writes the views of a speech into a folder: one file, whose head says what they were made from and how long each is. */
export function writeViews(folder: string, id: string, digest: string, views: Views): void {
  mkdirSync(folder, { recursive: true });
  const bodies = [views.html, views.text, JSON.stringify(views.json), JSON.stringify(views.mentions)].map((text) => Buffer.from(text));
  const head = JSON.stringify({ digest, lengths: bodies.map(({ length }) => length) }).padEnd(headLength);
  writeFileSync(fileOf(folder, id), Buffer.concat([Buffer.from(head), ...bodies]));
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
  return JSON.parse(readBytes(file, 0, headLength)) as { digest: string; lengths: number[] };
}

function readBytes(file: number, start: number, length: number): string {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, start);
  return bytes.toString('utf8');
}
