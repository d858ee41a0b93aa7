import { all } from './dom.ts';

/** Id of the copy of an entry of the textual commentary that stands beside its line. */
export const noteCopyId = (entry: string) => `n-${entry}`;

/** Id of the callout or note that belongs to a mark: each section has one callout a term. */
export function noteIdOf(mark: HTMLElement): string {
  const { note, term } = mark.dataset;
  return note ? noteCopyId(note) : `n-${sectionOf(mark)}-${term}`;
}

const sectionOf = (element: HTMLElement) => element.closest<HTMLElement>('[data-section]')!.dataset['section'];

/** The marks of a callout or note, in the order of the text. */
export function marksOf(note: HTMLElement): HTMLElement[] {
  const term = note.dataset['gloss'] ?? note.dataset['same'];
  if (!term) return all('[data-note]').filter((mark) => noteIdOf(mark) === note.id);
  return all(`.term[data-term="${CSS.escape(term)}"]`, note.closest('[data-section]')!);
}

/**
 * Fills in the callouts whose gloss the page prints only once, in an earlier section, and ties every mark to its callout:
 * the page leaves out ids and `aria-details`, which follow from term and section (they were a thirtieth of its weight).
 */
export function fillCallouts(): void {
  for (const note of all('.note:is([data-gloss], [data-same])')) note.id = `n-${sectionOf(note)}-${note.dataset['gloss'] ?? note.dataset['same']}`;
  for (const mark of all('a.term[href]')) mark.setAttribute('aria-details', noteIdOf(mark));
  const glosses = new Map(all('.note[data-gloss]').map((note) => [note.dataset['gloss'], note]));
  for (const note of all('.note[data-same]')) {
    const original = glosses.get(note.dataset['same']);
    if (original) note.replaceChildren(...[...original.childNodes].map((node) => node.cloneNode(true)));
  }
}
