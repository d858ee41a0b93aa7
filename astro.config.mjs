import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { concordance } from './src/integrations/concordance.ts';
import { dataFiles } from './src/integrations/data-files.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { shikiClasses } from './src/integrations/shiki-classes.ts';
import { speechPages } from './src/integrations/speech-pages.ts';

export default defineConfig({
  site: process.env.SITE || undefined,
  base: process.env.BASE || '/',
  trailingSlash: 'ignore',
  // Content security policy: nothing inline, so that no page needs an exception.
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks every MDX entry with a directive of its own, and the bundler remarks on each of them.
        onLog: (level, log, next) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && next(level, log),
      },
    },
    server: { watch: { ignored: ['**/bench/**', '**/dist/**'] } },
  },
  markdown: {
    processor: satteri({ features: { smartPunctuation: false } }),
    shikiConfig: { theme: 'css-variables', transformers: [shikiClasses] },
  },
  integrations: [mdx(), speechPages(), dataFiles(), searchIndex(), concordance()],
  devToolbar: { enabled: false },
});
