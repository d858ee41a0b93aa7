import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { addressUnder, hrefUnder } from '../speech/render-gloss.ts';
import { type StoredSpeech, summarize } from '../speech/summary.ts';
import { hasViews, makeViews, makeViewsFolder, viewsFolder, writeViews } from '../speech/views.ts';
import { pack, unpack } from '../text/packed.ts';
import { formatProblem, type Problem, sortProblems } from '../text/problems.ts';
import { corpusFor } from './shared-corpus.ts';

/** Folders whose code shapes the views; a change there makes every speech anew. */
const shapingCode = ['src/text', 'src/speech', 'src/schemas', 'src/corpus'];
const contentFolder = 'src/content';

/** Problems of the lock: they stop a build; while editing (`astro dev`) they are warnings, and ids are provisional. */
const lockKinds = new Set<Problem['kind']>(['no-lock', 'bad-lock', 'stale-lock']);

/**
 * Astro content loader: parses every speech once, keeps its views on disk and a summary in the store. It stops a build
 * for whatever is wrong in the content, the glossary and the bibliography included; `astro dev` warns.
 */
export function speechLoader(): Loader {
  return {
    name: 'tifa-speeches',
    async load(context) {
      load(context);
      context.watcher?.on('all', (_event, path) => {
        if (path.startsWith(join(fileURLToPath(context.config.root), contentFolder))) load(context);
      });
    },
  };
}

function load({ store, config, logger, watcher }: LoaderContext): void {
  const root = fileURLToPath(config.root);
  const folder = viewsFolder(fileURLToPath(config.cacheDir));
  const href = hrefUnder(config.base);
  const address = addressUnder(config.base, config.site);
  const corpus = corpusFor('speeches', root);
  const shape = createHash('sha256')
    .update(codeFingerprint(root))
    .update(JSON.stringify([config.base, config.site, ...corpus.sources]))
    .digest('hex');
  const problems: Problem[] = [...corpus.problems];
  const present = new Set<string>();
  makeViewsFolder(folder);
  for (const file of corpus.speeches) {
    present.add(file.id);
    const opened = corpus.open(file);
    const digest = createHash('sha256').update(shape).update(opened.fingerprint).digest('hex');
    const known = store.get(file.id);
    if (known?.digest === digest && hasViews(folder, file.id, digest)) {
      if (watcher) problems.push(...unpack<StoredSpeech>(known.data).warnings);
      continue;
    }
    const parsed = opened.parse();
    problems.push(...parsed.problems);
    const fatal = parsed.problems.some(({ kind }) => !(watcher && lockKinds.has(kind)));
    if (!parsed.speech || fatal) continue;
    const summary = summarize(parsed.speech);
    const warnings = parsed.problems;
    writeViews(folder, file.id, digest, makeViews(parsed.speech, { terms: corpus.terms, sources: corpus.sources, href, address, warnings }, summary));
    store.set({
      id: file.id,
      digest,
      data: pack({ ...summary, fingerprint: opened.fingerprint, changed: opened.lock?.history.at(-1)?.date, folder, warnings } satisfies StoredSpeech),
    });
  }
  for (const id of store.keys()) if (!present.has(id)) store.delete(id);
  if (problems.length === 0) return;
  const report = sortProblems(problems).map(formatProblem).join('\n');
  if (!watcher) throw new ContentError(problems.length, report);
  logger.warn(`\n${report}`);
}

/** Stops a build, with every problem in its message. */
export class ContentError extends Error {
  override name = 'ContentError';
  constructor(count: number, report: string) {
    super(`${count} problem${count === 1 ? '' : 's'} in the content:\n\n${report}\n`);
  }
}

function codeFingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const folder of shapingCode) {
    for (const name of readdirSync(join(root, folder), { recursive: true }).map(String).sort()) {
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(root, folder, name)));
    }
  }
  return hash.digest('hex');
}
