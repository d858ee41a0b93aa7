import { fold } from '../../tests/support/oracle.ts';
import { type CorpusRequest, corpus, passageId } from './corpus.ts';

/** What a plain scan finds in one speech. */
export interface Scanned {
  occurrences: number;
  /** Addresses of the passages, in the order of the text. */
  passages: string[];
}

/** What is right: a scan of every passage under the documented fold, with overlapping occurrences. */
export class Reference {
  /** For each speech its passages, folded, one after another. */
  readonly #texts: string[] = [];
  readonly #starts: number[][] = [];
  readonly #ids: string[][] = [];

  constructor(request: CorpusRequest) {
    for (const { id, passages } of corpus(request)) {
      const starts = [0];
      for (const { text } of passages.slice(0, -1)) starts.push(starts.at(-1)! + text.length + 1);
      this.#starts.push(starts);
      this.#ids.push(passages.map((passage) => passageId(id, passage.id)));
      this.#texts.push(passages.map(({ text }) => `${fold(text)}\0`).join(''));
    }
  }

  get speeches(): number {
    return this.#texts.length;
  }

  /** A piece of the text of a speech, from one passage. */
  piece(random: () => number, length: number): string {
    const speech = Math.floor(random() * this.speeches);
    const [text, starts] = [this.#texts[speech]!, this.#starts[speech]!];
    const passage = Math.floor(random() * starts.length);
    const [start, end] = [starts[passage]!, (starts[passage + 1] ?? text.length) - 1];
    const from = start + Math.floor(random() * Math.max(1, end - start - length));
    return text.slice(from, Math.min(end, from + length));
  }

  /** What each speech that has the query has of it; by the number of the speech. */
  scan(query: string): Map<number, Scanned> {
    const needle = fold(query);
    const found = new Map<number, Scanned>();
    this.#texts.forEach((text, speech) => {
      let at = text.indexOf(needle);
      if (at === -1) return;
      const [starts, ids] = [this.#starts[speech]!, this.#ids[speech]!];
      const passages = new Set<string>();
      let occurrences = 0;
      let passage = 0;
      for (; at !== -1; at = text.indexOf(needle, at + 1)) {
        while (passage + 1 < starts.length && starts[passage + 1]! <= at) passage++;
        passages.add(ids[passage]!);
        occurrences++;
      }
      found.set(speech, { occurrences, passages: [...passages] });
    });
    return found;
  }
}
