import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyPeerSite } from './peers.ts';
import type { Site } from './site.ts';

/** VitePress: the same text as Markdown, with stub components registered by the theme. It has no search and no sidebar by default. */
export function vitepress(bench: string, work: string): Site {
  const folder = join(work, 'peers', 'vitepress');
  return {
    name: 'VitePress',
    folder,
    command: [process.execPath, '../node_modules/vitepress/bin/vitepress.js', 'build'],
    output: '.vitepress/dist',
    caches: ['.vitepress/cache', '.vitepress/.temp', 'node_modules'],
    pageOf: (id) => `speeches/${id}.html`,
    prepare: (speeches) => {
      copyPeerSite(bench, work, 'vitepress');
      const pages = join(folder, 'speeches');
      mkdirSync(pages, { recursive: true });
      for (const { id, title, body } of speeches) writeFileSync(join(pages, `${id}.md`), `---\ntitle: ${JSON.stringify(title)}\n---\n\n# ${title}\n\n${body}`);
    },
  };
}
