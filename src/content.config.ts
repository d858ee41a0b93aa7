import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { folders } from './corpus/corpus.ts';
import { readFolder } from './corpus/read-folder.ts';
import { formerLoader } from './integrations/former-loader.ts';
import { sourceLoader, termLoader } from './integrations/record-loader.ts';
import { speechLoader } from './integrations/speech-loader.ts';
import { bilingual } from './schemas/claim.ts';
import { sourceSchema } from './schemas/source.ts';
import { readFrontMatter } from './text/yaml.ts';

/** Files of the glossary entries that have a text below their front matter. */
function termsWithText(): string[] {
  return readFolder(process.cwd(), folders.glossary, '.mdx')
    .filter(({ text }) => readFrontMatter('', text).body.trim() !== '')
    .map(({ id }) => `${id}.mdx`);
}

export const collections = {
  speeches: defineCollection({ loader: speechLoader() }),
  glossary: defineCollection({ loader: termLoader() }),
  former: defineCollection({ loader: formerLoader() }),
  // Only entries that have a text become modules: 400 of them would cost a build five seconds of processor time.
  glossaryTexts: defineCollection({ loader: glob({ pattern: termsWithText(), base: folders.glossary }) }),
  sources: defineCollection({ loader: sourceLoader(), schema: sourceSchema }),
  pages: defineCollection({
    loader: glob({ pattern: '*.mdx', base: 'src/content/pages' }),
    schema: z.strictObject({ title: bilingual, description: bilingual }),
  }),
};
