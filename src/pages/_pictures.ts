import { url } from '../components/url.ts';
import type { PictureContext } from '../glossary/pictures.ts';
import { allMentions, allTerms } from '../library.ts';

/** What the pictures of related terms are drawn from, out of the library. */
export async function pictureContext(): Promise<PictureContext> {
  const mentions = await allMentions();
  return { terms: await allTerms(), mentionsOf: (id) => mentions.get(id)?.length ?? 0, href: url };
}
