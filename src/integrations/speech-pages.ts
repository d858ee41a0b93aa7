import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readView, readViewBytes, type ViewName, viewsFolder } from '../speech/views.ts';
import { fillFrame, hole, readFrame } from '../text/frame.ts';
import { readBuilt } from './built.ts';
import { writePieces } from './write-pieces.ts';

/**
 * The pages of the speeches: Astro renders their frame once (pages/speeches/[speech].astro, under the name of a hole), and
 * here it is filled for every speech with the views that the loader made. Under `astro dev` each is rendered when asked for.
 */
export function speechPages(): AstroIntegration {
  let views = '';
  return {
    name: 'tifa-speech-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        views = viewsFolder(fileURLToPath(config.cacheDir));
      },
      'astro:build:done': ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'speeches');
        const { edition, speeches } = readBuilt(fileURLToPath(dir));
        const model = join(folder, hole('id'));
        const frame = readFrame(readFileSync(join(model, 'index.html'), 'utf8'));
        rmSync(model, { recursive: true });
        for (const id of speeches) {
          mkdirSync(join(folder, id), { recursive: true });
          const own: Readonly<Record<string, () => Uint8Array>> = {
            id: () => Buffer.from(id),
            top: () => Buffer.from(readView(views, id, 'top').replaceAll(hole('edition'), edition)),
          };
          writePieces(
            join(folder, id, 'index.html'),
            fillFrame(frame, (name) => own[name]?.() ?? readViewBytes(views, id, name as ViewName)),
          );
        }
      },
    },
  };
}
