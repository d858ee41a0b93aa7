import type { Mention, Span } from './types.ts';

/** What the matcher needs of a glossary entry. */
export interface MatchableTerm {
  id: string;
  /** Surface forms; no two terms share one. */
  forms: readonly string[];
  /** Wider strings in which a form is not a mention. */
  notWhen: readonly string[];
  /** Wider strings outside which a form that stands in one of them is not a mention. */
  onlyWhen?: readonly string[];
  /** Ids of the speeches in which the term is marked at all; none named means every speech. */
  onlyIn?: readonly string[];
}

/** Finds glossary terms in running text. */
export interface TermMatcher {
  /**
   * Every mention in the text, from left to right, never overlapping.
   * @param forced mentions that an editor marked; the matcher keeps them and finds no others over them
   * @param forbidden spans in which no mention may lie, not even in part
   * @param speech id of the speech that the text is from; without it, terms that belong to certain speeches are not found
   */
  findMentions(text: string, forced?: readonly Mention[], forbidden?: readonly Span[], speech?: string): Mention[];
}

/** A wider string that contains a form, with the offset of the form in it. */
interface Wider {
  text: string;
  offset: number;
}

interface Entry {
  form: string;
  term: string;
  /** Where the form is not a mention. */
  exceptions: Wider[];
  /** The only places where it is one; when there are none, it is one everywhere. */
  settings: Wider[];
  onlyIn: readonly string[];
}

/**
 * Builds a matcher. At each place the longest form wins; a form inside one of its exceptions, or outside the only places
 * where it is a mention, is passed over in favour of the next shorter one. Time is linear in the text times the longest form.
 */
export function createTermMatcher(terms: Iterable<MatchableTerm>): TermMatcher {
  const byForm = new Map<string, Entry>();
  // The lengths of the forms that begin with two characters, the longest first. Forms of one character are marked apart.
  const lengths = new Map<number, number[]>();
  const singles = new Uint8Array(0x10000);
  // Marks the pairs that begin a form. Some share a slot, but a slot without a mark says at once, as at most places, that no form begins here.
  const slots = new Uint8Array(0x10000);
  for (const term of terms) {
    for (const form of term.forms) {
      byForm.set(form, {
        form,
        term: term.id,
        exceptions: around(form, term.notWhen),
        settings: around(form, term.onlyWhen ?? []),
        onlyIn: term.onlyIn ?? [],
      });
      const [first, second] = [form.charCodeAt(0), form.charCodeAt(1)];
      if (form.length === 1) {
        singles[first] = 1;
        continue;
      }
      slots[slotOf(first, second)] = 1;
      const known = lengths.get(pairOf(first, second)) ?? [];
      if (!known.includes(form.length)) lengths.set(pairOf(first, second), [...known, form.length]);
    }
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);

  const entryAt = (text: string, at: number, length: number, speech: string | undefined): Entry | undefined => {
    const entry = at + length <= text.length ? byForm.get(text.slice(at, at + length)) : undefined;
    return entry && isMention(entry, text, at, speech) ? entry : undefined;
  };
  const longestAt = (text: string, at: number, speech: string | undefined): Entry | undefined => {
    const first = text.charCodeAt(at);
    const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    if (slots[slotOf(first, second)] === 1) {
      for (const length of lengths.get(pairOf(first, second)) ?? []) {
        const entry = entryAt(text, at, length, speech);
        if (entry) return entry;
      }
    }
    return singles[first] === 1 ? entryAt(text, at, 1, speech) : undefined;
  };

  return {
    findMentions(text, forced = [], forbidden = [], speech) {
      const blocked = [...forced, ...forbidden];
      const found: Mention[] = [];
      for (let at = 0; at < text.length; ) {
        const entry = longestAt(text, at, speech);
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

/** Two UTF-16 units as one number. */
function pairOf(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** The slot of two UTF-16 units, below 0x10000. */
function slotOf(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}

/** The wider strings that contain the form, once for each place of the form in them. */
function around(form: string, strings: readonly string[]): Wider[] {
  return strings.flatMap((text) => {
    const places: Wider[] = [];
    for (let offset = text.indexOf(form); offset !== -1; offset = text.indexOf(form, offset + 1)) places.push({ text, offset });
    return places;
  });
}

function isMention({ exceptions, settings, onlyIn }: Entry, text: string, at: number, speech: string | undefined): boolean {
  const stands = (wider: Wider) => at >= wider.offset && text.startsWith(wider.text, at - wider.offset);
  if (onlyIn.length > 0 && (speech === undefined || !onlyIn.includes(speech))) return false;
  return !exceptions.some(stands) && (settings.length === 0 || settings.some(stands));
}
