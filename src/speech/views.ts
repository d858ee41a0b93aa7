import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Speech } from '../text/types.ts';
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
  return { html: renderSpeech(speech, context), text: toText(speech), json: toJson(speech, url), mentions: mentionLines(speech) };
}

/** Names of the views, which are those of their files. */
export type ViewName = 'html' | 'txt' | 'json' | 'mentions';

const file = (folder: string, id: string, view: string) => join(folder, `${id}.${view}`);

/** Writes the views of a speech into a folder, with the digest of what they were made from. */
export function writeViews(folder: string, id: string, digest: string, views: Views): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file(folder, id, 'html'), views.html);
  writeFileSync(file(folder, id, 'txt'), views.text);
  writeFileSync(file(folder, id, 'json'), JSON.stringify(views.json));
  writeFileSync(file(folder, id, 'mentions'), JSON.stringify(views.mentions));
  writeFileSync(file(folder, id, 'digest'), digest);
}

/** True when the views of a speech are in the folder and made from just that; a build and `astro dev` share the folder, but not their stores. */
export function hasViews(folder: string, id: string, digest: string): boolean {
  return ['html', 'txt', 'json', 'mentions', 'digest'].every((view) => existsSync(file(folder, id, view))) && readFileSync(file(folder, id, 'digest'), 'utf8') === digest;
}

/** Reads one view back, as written. */
export function readView(folder: string, id: string, view: ViewName): string {
  return readFileSync(file(folder, id, view), 'utf8');
}
