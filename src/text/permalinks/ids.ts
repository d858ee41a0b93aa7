/** Gives out ids; none is ever given twice. */
export interface IdMint {
  head(): string;
  /** A passage after the last: the next number. */
  lastPassage(): string;
  /** A passage after another: p12a, p12b, … p12z, p12aa. Before the first: p0a. */
  passageAfter(before: string | undefined): string;
  /** The next sentence of a passage. */
  sentence(passage: string): string;
}

/** True for the id of a passage, such as p12 or p12a; not for that of a sentence in it. */
export function isPassageId(id: string): boolean {
  return /^p\d+[a-z]*$/.test(id);
}

/** A mint that knows every id that was given out before. */
export function createIdMint(issued: Iterable<string>): IdMint {
  const used = new Set(issued);
  const highest = new Map<string, number>();
  for (const id of used) note(highest, id);
  const next = (prefix: string) => take(`${prefix}${(highest.get(prefix) ?? 0) + 1}`);
  const take = (id: string) => {
    used.add(id);
    note(highest, id);
    return id;
  };
  return {
    head: () => next('h'),
    lastPassage: () => next('p'),
    passageAfter(before = 'p0') {
      const stem = before.replace(/[a-z]+$/, '');
      for (let n = 1; ; n++) {
        const id = stem + letters(n);
        if (!used.has(id)) return take(id);
      }
    },
    sentence: (passage) => next(`${passage}s`),
  };
}

/** Remembers the highest number after a prefix: h2 counts for `h`, p12a for `p`, p12as3 for `p12as`. */
function note(highest: Map<string, number>, id: string): void {
  const [, prefix, number] = /^(p\d+[a-z]*s|[hpt])(\d+)/.exec(id)!;
  highest.set(prefix!, Math.max(highest.get(prefix!) ?? 0, Number(number)));
}

function letters(n: number): string {
  return n === 0 ? '' : letters(Math.floor((n - 1) / 26)) + String.fromCharCode(97 + ((n - 1) % 26));
}
