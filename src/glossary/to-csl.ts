import type { Source } from '../schemas/source.ts';

/**
 * The bibliography as CSL-JSON (https://docs.citationstyles.org/): an array of items that reference managers and citation
 * processors read. What CSL has no field for stands in `note`, for people, and in `custom`, for programs: the English title and what was
 * seen of the document.
 */
export function bibliographyCsl(sources: ReadonlyMap<string, Source>) {
  return [...sources].map(([id, { titleEn, seen, ...item }]) => {
    const notes = [titleEn && `Title in English: ${titleEn}.`, seen ? `Seen: ${seen.what.en}.` : 'Not seen; cited from memory.'];
    return {
      id,
      ...item,
      ...(seen?.on && { accessed: { 'date-parts': [seen.on.split('-').map(Number)] } }),
      note: notes.filter(Boolean).join(' '),
      custom: { ...(titleEn && { titleEn }), ...(seen && { seen }) },
    };
  });
}
