import { all, make } from './dom.ts';

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
  const term = note.dataset['gloss'];
  if (!term) return all('[data-note]').filter((mark) => noteIdOf(mark) === note.id);
  return all(`.term[data-term="${CSS.escape(term)}"]`, note.closest('[data-section]')!);
}

/**
 * Sets a copy of a gloss beside the first mention in every later section, since the page prints each gloss once, and ties
 * every mark to its callout: ids and `aria-details` follow from term and section, and the page leaves them out.
 */
export function setCallouts(): void {
  const glosses = new Map(all('.notes .note[data-kind]').map((note) => [entryOf(note), note]));
  for (const [term, gloss] of glosses) gloss.dataset['gloss'] = term;
  for (const mark of all('a.term:not(.again)')) {
    const id = noteIdOf(mark);
    if (mark.hasAttribute('href')) mark.setAttribute('aria-details', id);
    const gloss = glosses.get(mark.dataset['term']!);
    if (!gloss || document.getElementById(id)) continue;
    if (sectionOf(gloss) === sectionOf(mark)) gloss.id = id;
    else {
      const copy = make('div', { class: 'note again', id, 'data-gloss': mark.dataset['term']!, 'data-kind': gloss.dataset['kind']! });
      copy.append(...[...gloss.childNodes].map((node) => node.cloneNode(true)));
      railOf(mark.closest('.passage')!).append(copy);
    }
  }
}

/** Slug of the entry that a callout leads to. */
function entryOf(note: HTMLElement): string {
  return /\/glossary\/([^/]+)\/$/.exec(note.querySelector('a')!.pathname)![1]!;
}

/** The rail of a passage; made where nothing stands in it yet. */
export function railOf(passage: Element): Element {
  const rail = passage.querySelector('.notes');
  if (rail) return rail;
  const made = make('aside', { class: 'notes' });
  passage.append(made);
  return made;
}
