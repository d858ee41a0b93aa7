import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addressUnder } from '../speech/render-gloss.ts';
import { readView, readViewBytes, viewsFolder } from '../speech/views.ts';
import { recordFiles } from '../text/citation/files.ts';
import type { Work } from '../text/citation/work.ts';
import { editionField } from '../text/edition.ts';
import { fillFrame, readFrame } from '../text/frame.ts';
import { speechPath } from '../text/paths.ts';
import { readBuilt } from './built.ts';
import { writePieces } from './write-pieces.ts';

/** How a line of the glossary's JSON begins that is an entry (pages/api/glossary.json.ts). */
const entryLine = /^\{"id":"([a-z0-9-]+)",/;

/**
 * The text and the data of every speech, and the data of every entry, as files. A build writes them straight from the
 * views and from the list of all entries, since a route for each costs more than the file (two routes a speech were a
 * fifth of a build of 1,000); `astro dev` serves the same by routes.
 */
export function dataFiles(): AstroIntegration {
  let views = '';
  let site: string | undefined;
  let address = addressUnder('/', undefined);
  return {
    name: 'tifa-data-files',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        injectRoute({ pattern: '/speeches/[speech].txt', entrypoint: './src/dev/speech-text.ts' });
        injectRoute({ pattern: '/speeches/[speech].[ending]', entrypoint: './src/dev/speech-record.ts' });
        injectRoute({ pattern: '/api/speeches/[speech].json', entrypoint: './src/dev/speech-json.ts' });
        injectRoute({ pattern: '/api/terms/[term].json', entrypoint: './src/dev/term-json.ts' });
      },
      'astro:config:done': ({ config }) => {
        views = viewsFolder(fileURLToPath(config.cacheDir));
        site = config.site;
        address = addressUnder(config.base, config.site);
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const { edition, speeches } = readBuilt(folder);
        const field = Buffer.from(editionField(edition));
        for (const name of ['speeches', 'terms']) mkdirSync(join(folder, 'api', name), { recursive: true });
        for (const id of speeches) {
          writeFileSync(join(folder, `speeches/${id}.txt`), readViewBytes(views, id, 'txt'));
          writeFileSync(join(folder, `api/speeches/${id}.json`), Buffer.concat([field, readViewBytes(views, id, 'json').subarray(1)]));
          const url = site && address(speechPath(id));
          const work = JSON.parse(readView(views, id, 'work')) as Work;
          for (const [ending, { write }] of Object.entries(recordFiles)) writeFileSync(join(folder, `speeches/${id}.${ending}`), write(work, edition, url));
        }
        for (const line of readFileSync(join(folder, 'api/glossary.json'), 'utf8').split('\n')) {
          const id = entryLine.exec(line)?.[1];
          if (id) writeFileSync(join(folder, `api/terms/${id}.json`), line.replace(/,$/, ''));
        }
        const permalinks = join(folder, 'permalinks.json');
        writePieces(
          permalinks,
          fillFrame(readFrame(readFileSync(permalinks, 'utf8')), (id) => readViewBytes(views, id, 'permalinks')),
        );
      },
    },
  };
}
