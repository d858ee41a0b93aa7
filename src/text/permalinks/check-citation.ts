import { type Cited, citedSentences } from '../address.ts';
import { receiptOf } from '../normalize.ts';
import { presentOf } from './history.ts';
import type { SpeechHistory } from './speech-history.ts';

/** What can be said of a citation. */
export interface Verdict {
  /**
   * `unchanged`: the cited words stand. `changed`: they were reworded, merged, split or moved apart. `removed`: they are gone.
   * `unknown-wording`: the place never had words with this receipt. `unknown-place`: there never was such an id.
   */
  state: 'unchanged' | 'changed' | 'removed' | 'unknown-wording' | 'unknown-place';
  /** The last revision that had the cited words. */
  revision?: number;
  /** The revision in which they went, if they are gone. */
  gone?: number;
  /** The words that were cited. */
  cited?: string;
  /** What stands in their place. */
  present?: string;
  /** The ids that hold them now: of sentences, of a head, or the title. */
  now?: string[];
}

/**
 * Checks a citation against the history of its speech: looks for the revision, the latest first, at which the cited units had
 * words with this receipt, and follows these units to the present. This is the rule that the page on citing documents.
 */
export function checkCitation(history: SpeechHistory, { receipt, ...cited }: Required<Pick<Cited, 'receipt'>> & Cited): Verdict {
  if ([cited.first, cited.last].some((id) => id !== undefined && !Object.hasOwn(history.ids, id))) return { state: 'unknown-place' };
  for (let revision = history.revision; revision > 0; revision--) {
    const units = unitsAt(history, cited, revision);
    if (!units) continue;
    const words = textOf(history, units, revision);
    if (receiptOf(words) !== receipt) continue;
    if (revision === history.revision) return { state: 'unchanged', revision, cited: words, present: words, now: units };
    return follow(history, units, words, revision);
  }
  return { state: 'unknown-wording' };
}

/** The sentences (or the head, or the title) that an address cites at a revision. */
function unitsAt(history: SpeechHistory, cited: Cited, revision: number): string[] | undefined {
  const { first } = cited;
  if (first && /^[ht]/.test(first)) return wordingAt(history, first, revision) ? [first] : undefined;
  const order = history.orders.find(({ from, until = Number.POSITIVE_INFINITY }) => from <= revision && revision <= until)!;
  return citedSentences(
    order.passages.map(({ id, sentences }) => ({ id, sentences: sentences.map((sentence) => ({ id: sentence })) })),
    cited,
  )?.map(({ id }) => id);
}

function wordingAt({ ids }: SpeechHistory, id: string, revision: number): string | undefined {
  return ids[id]?.wordings.find(({ from, until = Number.POSITIVE_INFINITY }) => from <= revision && revision <= until)?.text;
}

function textOf(history: SpeechHistory, units: readonly string[], revision: number): string {
  return units.map((id) => wordingAt(history, id, revision)!).join('');
}

/** Where units of an earlier revision are now. */
function follow(history: SpeechHistory, units: readonly string[], cited: string, revision: number): Verdict {
  const holders = new Set(units.flatMap((id) => presentOf(history.revisions, id, revision)));
  const order = history.orders.at(-1)!.passages.flatMap(({ sentences }) => sentences);
  const now = [...[...holders].filter((id) => /^[ht]/.test(id)), ...order.filter((id) => holders.has(id))];
  const present = textOf(history, now, history.revision);
  if (now.length > 0) return { state: receiptOf(present) === receiptOf(cited) ? 'unchanged' : 'changed', revision, cited, present, now };
  return { state: 'removed', revision, gone: Math.max(...units.map((id) => history.ids[id]!.gone!)), cited, present, now };
}
