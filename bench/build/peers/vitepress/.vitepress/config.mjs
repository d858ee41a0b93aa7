import { defineConfig } from 'vitepress';

export default defineConfig({ title: 'Speeches', lang: 'zh-Hans' });
