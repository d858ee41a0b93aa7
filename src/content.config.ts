import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { speechLoader } from './integrations/speech-loader.ts';
import { bilingual } from './schemas/claim.ts';
import { sourceSchema } from './schemas/source.ts';
import { termSchema } from './schemas/term.ts';

export const collections = {
  speeches: defineCollection({ loader: speechLoader() }),
  glossary: defineCollection({ loader: glob({ pattern: '*.mdx', base: 'src/content/glossary' }), schema: termSchema }),
  sources: defineCollection({ loader: glob({ pattern: '*.yaml', base: 'src/content/sources' }), schema: sourceSchema }),
  pages: defineCollection({
    loader: glob({ pattern: '*.mdx', base: 'src/content/pages' }),
    schema: z.strictObject({ title: bilingual, description: bilingual }),
  }),
};
