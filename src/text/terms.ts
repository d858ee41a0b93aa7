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
  // Lengths of the forms that begin with two given characters, the longest first; forms of one character by that alone.
  const lengths = new Map<number, number[]>();
  const beginnings = new Uint8Array(0x10000);
  for (const term of terms) {
    for (const form of term.forms) {
      byForm.set(form, { form, term: term.id, exceptions: exceptionsFor(form, term.notWhen) });
      beginnings[form.charCodeAt(0)] = 1;
      const key = beginningOf(form, 0, form.length);
      const known = lengths.get(key) ?? [];
      if (!known.includes(form.length)) known.push(form.length);
      lengths.set(key, known);
    }
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);

  const entryAt = (text: string, at: number, length: number): Entry | undefined => {
    const entry = at + length <= text.length ? byForm.get(text.slice(at, at + length)) : undefined;
    return entry && !isException(entry, text, at) ? entry : undefined;
  };
  const longestAt = (text: string, at: number): Entry | undefined => {
    if (beginnings[text.charCodeAt(at)] === 0) return undefined;
    for (const length of lengths.get(beginningOf(text, at, 2)) ?? []) {
      const entry = entryAt(text, at, length);
      if (entry) return entry;
    }
    return lengths.has(beginningOf(text, at, 1)) ? entryAt(text, at, 1) : undefined;
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

/** The first two characters at a place as one number, or the first alone. */
function beginningOf(text: string, at: number, length: number): number {
  return text.charCodeAt(at) * 0x10000 + (length > 1 ? text.charCodeAt(at + 1) || 0 : 0);
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
