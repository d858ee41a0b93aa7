import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readView, viewsFolder } from '../speech/views.ts';

/**
 * The text and the data of every speech as files. A build writes them straight from the views, since a route for each
 * costs more than the file (two routes a speech were a fifth of a build of 1,000); `astro dev` serves the same views.
 */
export function dataFiles(): AstroIntegration {
  let views = '';
  return {
    name: 'tifa-data-files',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        injectRoute({ pattern: '/speeches/[speech].txt', entrypoint: './src/dev/speech-text.ts' });
        injectRoute({ pattern: '/api/speeches/[speech].json', entrypoint: './src/dev/speech-json.ts' });
      },
      'astro:config:done': ({ config }) => {
        views = viewsFolder(fileURLToPath(config.cacheDir));
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const speeches = JSON.parse(readFileSync(join(folder, 'api/speeches.json'), 'utf8')) as { id: string }[];
        mkdirSync(join(folder, 'api/speeches'), { recursive: true });
        for (const { id } of speeches) {
          writeFileSync(join(folder, `speeches/${id}.txt`), readView(views, id, 'txt'));
          writeFileSync(join(folder, `api/speeches/${id}.json`), readView(views, id, 'json'));
        }
      },
    },
  };
}
