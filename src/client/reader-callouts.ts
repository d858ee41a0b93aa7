import { all } from './dom.ts';

/** Id of the callout or note that belongs to a mark: each section has one callout a term. */
export function noteIdOf(mark: HTMLElement): string {
  const { note, term } = mark.dataset;
  return note ?? `n-${mark.closest<HTMLElement>('[data-section]')!.dataset['section']}-${term}`;
}

/** The marks of a callout or note, in the order of the text. */
export function marksOf(note: HTMLElement): HTMLElement[] {
  const term = note.dataset['gloss'] ?? note.dataset['same'];
  if (!term) return all(`[data-note="${CSS.escape(note.id)}"]`);
  return all(`.term[data-term="${CSS.escape(term)}"]`, note.closest('[data-section]')!);
}

/** Fills in the callouts whose gloss the page prints only once, in an earlier section. */
export function fillCallouts(): void {
  const glosses = new Map(all('.note[data-gloss]').map((note) => [note.dataset['gloss'], note]));
  for (const note of all('.note[data-same]')) {
    const original = glosses.get(note.dataset['same']);
    if (original) note.replaceChildren(...[...original.childNodes].map((node) => node.cloneNode(true)));
  }
}
