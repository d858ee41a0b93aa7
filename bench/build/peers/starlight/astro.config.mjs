import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  markdown: { processor: satteri({ features: { smartPunctuation: false } }) },
  integrations: [
    starlight({
      title: 'Speeches',
      locales: { root: { label: '简体中文', lang: 'zh-CN' } },
      pagefind: false,
      ...(process.env.BENCH_LEAN ? { expressiveCode: false, sidebar: [{ label: 'Home', link: '/' }] } : {}),
    }),
  ],
});
