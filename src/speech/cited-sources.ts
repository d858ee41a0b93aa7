import type { Note, Speech } from '../text/types.ts';

/** Ids of the sources that the apparatus of a speech cites, each once, in the order of first citation; their numbers on the page count from 1. */
export function citedSources(speech: Speech): string[] {
  const notes = speech.sections.flatMap(({ head, passages }) => [...(head ? [head] : []), ...passages].flatMap((unit) => unit.notes));
  return [...new Set(notes.flatMap(sourcesOf))];
}

/** Ids of the sources that a note rests on. */
export function sourcesOf({ source, sources = [] }: Pick<Note, 'source' | 'sources'>): string[] {
  return [...(source === undefined ? [] : [source]), ...sources];
}
