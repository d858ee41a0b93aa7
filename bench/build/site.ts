import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedSpeech } from './generate.ts';
import { type Cost, measure, measureOutput, type Output } from './measure.ts';
import { putAway } from './put-away.ts';

/** A way to build a site of speeches. */
export interface Site {
  /** As the table calls it. */
  name: string;
  /** Folder of the project that is built. */
  folder: string;
  command: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** What it writes, and what it keeps from build to build, from the project's folder. */
  output: string;
  caches: readonly string[];
  /** Where the page of a speech is, from the output folder. */
  pageOf(id: string): string;
  /** Writes the speeches into the project; not measured. */
  prepare(speeches: readonly GeneratedSpeech[]): void;
}

/** A build, measured. */
export interface Built extends Cost, Output {}

/** Builds a prepared site with empty caches, and makes sure that the text is on its pages. */
export async function build(site: Site, speeches: readonly GeneratedSpeech[], log: string): Promise<Built> {
  for (const folder of [site.output, ...site.caches]) putAway(join(site.folder, folder));
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...site.env };
  const cost = await measure(site.command, { cwd: site.folder, env, log });
  const output = join(site.folder, site.output);
  for (let i = 0; i < speeches.length; i += Math.ceil(speeches.length / 20)) checkPage(site, speeches[i]!, output);
  return { ...cost, ...measureOutput(output) };
}

function checkPage({ name, pageOf }: Site, { id, stretches }: GeneratedSpeech, output: string): void {
  const text = readFileSync(join(output, pageOf(id)), 'utf8').replace(/<[^>]*>/g, '');
  const missing = stretches.find((stretch) => !text.includes(stretch));
  if (missing !== undefined) throw new Error(`${name}: the page of ${id} lacks “${missing}”`);
}
