import type { Mention, Span } from './types.ts';

/** What the matcher needs of a glossary entry. */
export interface MatchableTerm {
  id: string;
  /** Surface forms; no two terms share one. */
  forms: readonly string[];
  /** Wider strings in which a form is not a mention. */
  notWhen: readonly string[];
}

/** Finds glossary terms in running text. */
export interface TermMatcher {
  /**
   * Every mention in the text, from left to right, never overlapping.
   * @param forced mentions that an editor marked; the matcher keeps them and finds no others over them
   * @param forbidden spans in which no mention may lie, not even in part
   */
  findMentions(text: string, forced?: readonly Mention[], forbidden?: readonly Span[]): Mention[];
}

interface Entry {
  form: string;
  term: string;
  /** Wider strings that contain the form, each with the offset of the form in it. */
  exceptions: { text: string; offset: number }[];
}

/**
 * Builds a matcher. At each place the longest form wins; a form inside one of its exceptions is passed over in favour
 * of the next shorter one. Time is linear in the text times the longest form.
 */
export function createTermMatcher(terms: Iterable<MatchableTerm>): TermMatcher {
  const byForm = new Map<string, Entry>();
  const lengths = new Map<string, number[]>();
  for (const term of terms) {
    for (const form of term.forms) {
      byForm.set(form, { form, term: term.id, exceptions: exceptionsFor(form, term.notWhen) });
      const known = lengths.get(form[0]!) ?? [];
      if (!known.includes(form.length)) known.push(form.length);
      lengths.set(form[0]!, known);
    }
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);

  const longestAt = (text: string, at: number): Entry | undefined => {
    for (const length of lengths.get(text[at]!) ?? []) {
      const entry = at + length <= text.length ? byForm.get(text.slice(at, at + length)) : undefined;
      if (entry && !isException(entry, text, at)) return entry;
    }
    return undefined;
  };

  return {
    findMentions(text, forced = [], forbidden = []) {
      const blocked = [...forced, ...forbidden];
      const found: Mention[] = [];
      for (let at = 0; at < text.length; ) {
        const entry = longestAt(text, at);
        const span = entry && { start: at, end: at + entry.form.length };
        if (!span || blocked.some((other) => other.start < span.end && span.start < other.end)) {
          at++;
          continue;
        }
        found.push({ term: entry.term, ...span });
        at = span.end;
      }
      return [...found, ...forced.map(({ term, start, end }) => ({ term, start, end }))].sort((a, b) => a.start - b.start);
    },
  };
}

function exceptionsFor(form: string, notWhen: readonly string[]): Entry['exceptions'] {
  return notWhen.flatMap((text) => {
    const offsets: Entry['exceptions'] = [];
    for (let offset = text.indexOf(form); offset !== -1; offset = text.indexOf(form, offset + 1)) offsets.push({ text, offset });
    return offsets;
  });
}

function isException(entry: Entry, text: string, at: number): boolean {
  return entry.exceptions.some((exception) => text.startsWith(exception.text, at - exception.offset) && at >= exception.offset);
}
