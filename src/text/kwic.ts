import type { Span } from './types.ts';

/** A piece of context. `near`: shown always. `beyond`: outside the sentence, for wide screens. `more`: the rest of the sentence, for narrow ones. */
export interface ContextPiece {
  text: string;
  role: 'near' | 'beyond' | 'more';
}

/** A concordance line (key word in context). */
export interface KwicLine {
  left: ContextPiece[];
  hit: string;
  right: ContextPiece[];
}

/** Characters of context on either side on a wide screen, in UTF-16 units. */
export const contextWindow = 40;

/**
 * A hit with its left and right context: on a wide screen a window of 40 characters to either side, on a narrow one the
 * whole sentence; one markup serves both.
 * @param hit span of the hit in the text
 * @param sentence the sentence (or sentences) it stands in
 */
export function kwicLine(text: string, hit: Span, sentence: Span): KwicLine {
  const from = safeCut(text, Math.max(0, hit.start - contextWindow));
  const to = safeCut(text, Math.min(text.length, hit.end + contextWindow));
  return {
    left: pieces([
      { text: text.slice(sentence.start, Math.min(from, hit.start)), role: 'more' },
      { text: text.slice(from, Math.max(from, sentence.start)), role: 'beyond' },
      { text: text.slice(Math.max(from, sentence.start), hit.start), role: 'near' },
    ]),
    hit: text.slice(hit.start, hit.end),
    right: pieces([
      { text: text.slice(hit.end, Math.min(to, Math.max(hit.end, sentence.end))), role: 'near' },
      { text: text.slice(Math.max(hit.end, sentence.end), to), role: 'beyond' },
      { text: text.slice(to, Math.max(to, sentence.end)), role: 'more' },
    ]),
  };
}

/** Moves a cut off the middle of a surrogate pair. */
function safeCut(text: string, at: number): number {
  return at > 0 && at < text.length && /[\udc00-\udfff]/.test(text[at]!) && /[\ud800-\udbff]/.test(text[at - 1]!) ? at - 1 : at;
}

function pieces(all: ContextPiece[]): ContextPiece[] {
  return all.filter(({ text }) => text !== '');
}
