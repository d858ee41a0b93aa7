import { readInline } from '../text/inline.ts';
import type { Speech } from '../text/types.ts';

/** What names its sources: a note, or a piece of evidence. */
interface Sourced {
  source?: string | undefined;
  sources?: readonly string[] | undefined;
}

/**
 * Ids of the sources that the introduction and the apparatus of a speech cite, each once, in the order of first citation;
 * their numbers on the page count from 1.
 */
export function citedSources(speech: Speech): string[] {
  const parts = speech.introduction?.parts ?? [];
  const introduction = parts.flatMap((part) => [
    ...citedIn(part.zh),
    ...citedIn(part.en),
    ...part.points.flatMap((point) => [...citedIn(point.zh), ...sourcesOf(point)]),
    ...citedIn(part.conclusion?.zh),
    ...citedIn(part.conclusion?.en),
  ]);
  const notes = speech.sections.flatMap(({ head, passages }) => [...(head ? [head] : []), ...passages].flatMap((unit) => unit.notes));
  return [...new Set([...introduction, ...notes.flatMap(sourcesOf)])];
}

/** Ids of the sources that a claim rests on. */
export function sourcesOf({ source, sources = [] }: Sourced): string[] {
  return [...(source === undefined ? [] : [source]), ...sources];
}

function citedIn(text = ''): string[] {
  return readInline(text).flatMap((piece) => (piece.type === 'cite' ? [piece.source] : []));
}
