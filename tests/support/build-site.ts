import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveSite } from '../../src/cli/serve-site.ts';
import { type BrowserPlace, findBrowser } from './browser.ts';
import { cleanEnv } from './clean-env.ts';
import { listen } from './listen.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site, without a slash at its end. */
    site: string;
    /** Folder of the built site. */
    folder: string;
    browser: BrowserPlace;
  }
}

/** Builds the site once, serves it, and finds a browser; the tests of the project `site` look at what was built. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = resolve('node_modules/.tifa-test-site');
  const built = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], {
    encoding: 'utf8',
    env: cleanEnv(),
  });
  if (built.status !== 0) throw new Error(`The site does not build:\n${built.stdout}\n${built.stderr}`);
  const { origin, close } = await listen(serveSite(folder, '/'));
  project.provide('site', origin);
  project.provide('folder', folder);
  project.provide('browser', await findBrowser());
  return close;
}
