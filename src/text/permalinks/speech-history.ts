import { snapshotsOf } from './history.ts';
import { isPassageId } from './ids.ts';
import type { Lock } from './lock.ts';
import { idRecords } from './wordings.ts';

/** What became of an id. */
export type IdState = 'live' | 'merged' | 'split' | 'removed';

/** A wording with the revisions that had it; `until` is absent while it stands. Of a passage the text is that of its sentences. */
export interface HistoryWording {
  receipt: string;
  text?: string;
  from: number;
  until?: number;
}

/** `/permalinks/{speech}.json`: every wording of every id of a speech, and the order of the text at every revision. */
export interface SpeechHistory {
  format: 1;
  speech: string;
  url: string;
  /** The day on which the whole speech was taken down; its last revision is then without text. */
  withdrawn?: string;
  /** The present revision. */
  revision: number;
  /** For each later revision the day on which it was locked, and the ids whose words went elsewhere: to others, to several, or (none) away. */
  revisions: { revision: number; date: string; into: Record<string, string[]> }[];
  ids: Record<string, { state: IdState; now: string[]; gone?: number; wordings: HistoryWording[] }>;
  /** For each order of the text the passages with their sentences, and the revisions that had it. */
  orders: { from: number; until?: number; passages: { id: string; sentences: string[] }[] }[];
}

/** The history of a speech as data. */
export function speechHistory(lock: Lock, url: string, withdrawn?: string): SpeechHistory {
  const orders: SpeechHistory['orders'] = [];
  for (const { revision, passages } of snapshotsOf(lock).reverse()) {
    const order = passages.map(({ id, sentences }) => ({ id, sentences: sentences.map((sentence) => sentence.id) }));
    const last = orders.at(-1);
    if (last && JSON.stringify(last.passages) === JSON.stringify(order)) continue;
    if (last) last.until = revision - 1;
    orders.push({ from: revision, passages: order });
  }
  return {
    format: 1,
    speech: lock.speech,
    url,
    ...(withdrawn === undefined ? {} : { withdrawn }),
    revision: lock.revision,
    revisions: lock.history.map(({ revision, date, into }) => ({ revision, date, into })),
    ids: Object.fromEntries(
      [...idRecords(lock).values()].map(({ id, state, now, gone, wordings }) => [
        id,
        {
          state,
          now,
          ...(gone === undefined ? {} : { gone }),
          wordings: wordings.map(({ receipt, text, from, until }) => ({ receipt, ...(isPassageId(id) ? {} : { text }), from, ...(until === undefined ? {} : { until }) })),
        },
      ]),
    ),
    orders,
  };
}
