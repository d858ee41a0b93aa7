import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { formerLoader } from './integrations/former-loader.ts';
import { sourceLoader, termLoader } from './integrations/record-loader.ts';
import { speechLoader } from './integrations/speech-loader.ts';
import { bilingual } from './schemas/claim.ts';

export const collections = {
  speeches: defineCollection({ loader: speechLoader() }),
  glossary: defineCollection({ loader: termLoader() }),
  former: defineCollection({ loader: formerLoader() }),
  sources: defineCollection({ loader: sourceLoader() }),
  pages: defineCollection({
    loader: glob({ pattern: '*.mdx', base: 'src/content/pages' }),
    schema: z.strictObject({ title: bilingual, description: bilingual }),
  }),
};
