import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyPeerSite } from './peers.ts';
import type { Site } from './site.ts';

/** How Starlight is set up, besides having its search off. */
export interface StarlightVariant {
  name: string;
  /** Without code highlighting, and without the sidebar that lists every page on every page. */
  lean?: boolean;
}

/** Starlight: the same MDX, with stub components imported by each page. */
export function starlight(bench: string, work: string, { name, lean = false }: StarlightVariant): Site {
  const folder = join(work, 'peers', 'starlight');
  return {
    name,
    folder,
    env: lean ? { BENCH_LEAN: 'yes' } : {},
    command: [process.execPath, '../node_modules/astro/bin/astro.mjs', 'build'],
    output: 'dist',
    caches: ['.astro', 'node_modules'],
    pageOf: (id) => `speeches/${id}/index.html`,
    prepare: (speeches) => {
      copyPeerSite(bench, work, 'starlight');
      const pages = join(folder, 'src/content/docs/speeches');
      mkdirSync(pages, { recursive: true });
      for (const { id, title, body } of speeches) {
        const head = `---\ntitle: ${JSON.stringify(title)}\n---\n\nimport { Gap, NoTerm, Note, Sic, Term } from '../../../components/index.mjs';\n\n`;
        writeFileSync(join(pages, `${id}.mdx`), head + body);
      }
    },
  };
}
