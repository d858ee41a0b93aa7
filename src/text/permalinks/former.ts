import { presentOf, type Snapshot, snapshotsOf } from './history.ts';
import type { Lock } from './lock.ts';
import { type IdRecord, idRecords } from './wordings.ts';

/** A unit that was removed from the text: its id must still land, and its words be shown. */
export interface Tombstone {
  id: string;
  /** The revision in which it went, and its day. */
  revision: number;
  date: string;
  /** Id of the passage or head after which it is shown; null at the beginning of the text. */
  after: string | null;
  /** Its words: those of a passage sentence by sentence, each with its id if it went too, or with the id that holds it now. */
  parts: { text: string; id?: string; now?: string }[];
}

/** Ids that are no unit of the present text any more. */
export interface Former {
  /** For a live sentence or head the ids that land on it since: those merged into it, or divided with their first piece in it. */
  anchors: Record<string, string[]>;
  tombstones: Tombstone[];
}

/**
 * The ids of a speech that are no unit of its present text any more, and where a page has to put them, so that an old
 * address still lands: merged and divided ones in the unit that holds their words, removed ones as tombstones after the
 * nearest passage or head before them that still stands.
 */
export function formerUnits(lock: Lock): Former {
  const former: Former = { anchors: {}, tombstones: [] };
  if (lock.history.length === 0) return former;
  const records = idRecords(lock);
  const snapshots = new Map(snapshotsOf(lock).map((snapshot) => [snapshot.revision, snapshot]));
  const blockOf = new Map([
    ...lock.heads.map(({ id }) => [id, id] as const),
    ...lock.passages.flatMap(({ id, sentences }) => [[id, id] as const, ...sentences.map((sentence) => [sentence.id, id] as const)]),
  ]);
  const dates = new Map(lock.history.map(({ revision, date }) => [revision, date]));
  const buried = new Set<string>();

  for (const record of records.values()) {
    if (record.state === 'merged' || record.state === 'split') {
      const host = hostOf(record, lock, snapshots);
      former.anchors[host] = [...(former.anchors[host] ?? []), record.id];
    }
  }
  const removed = [...records.values()].filter(({ state }) => state === 'removed');
  // Passages before sentences, so that a sentence that went with its passage lies in the same grave.
  for (const record of [...removed.filter(({ id }) => !id.includes('s')), ...removed.filter(({ id }) => id.includes('s'))]) {
    if (buried.has(record.id)) continue;
    const last = record.wordings.at(-1)!;
    const snapshot = snapshots.get(last.until!)!;
    const passage = snapshot.passages.find(({ id }) => id === record.id);
    const parts = passage?.sentences ?? [{ id: record.id, text: last.text }];
    const tombstone: Tombstone = {
      id: record.id,
      revision: record.gone!,
      date: dates.get(record.gone!)!,
      after: placeOf(record.id, snapshot, lock, blockOf),
      parts: parts.map(({ id, text }) => {
        const own = records.get(id)!;
        const lies = own.state === 'removed' && !buried.has(id) && own.wordings.at(-1)!.until === last.until;
        if (lies) buried.add(id);
        return { text, ...(id === record.id || !lies ? {} : { id }), ...(own.now[0] ? { now: own.now[0] } : {}) };
      }),
    };
    former.tombstones.push(tombstone);
  }
  return former;
}

/** The unit in which a merged or divided id lands: the first that holds its words; for a passage, a sentence of that passage. */
function hostOf({ id, now, wordings }: IdRecord, lock: Lock, snapshots: ReadonlyMap<number, Snapshot>): string {
  const target = lock.passages.find((passage) => passage.id === now[0]);
  if (!target) return now[0]!;
  const { revision, passages } = snapshots.get(wordings.at(-1)!.until!)!;
  const own = new Set(passages.find((passage) => passage.id === id)?.sentences.flatMap((sentence) => presentOf(lock.history, sentence.id, revision)));
  return (target.sentences.find((sentence) => own.has(sentence.id)) ?? target.sentences[0]!).id;
}

/** The passage or head after which a removed unit is to be shown; null at the beginning of the text. */
function placeOf(id: string, snapshot: Snapshot, lock: Lock, blockOf: ReadonlyMap<string, string>): string | null {
  const standing = (one: string) =>
    presentOf(lock.history, one, snapshot.revision)
      .map((holder) => blockOf.get(holder))
      .findLast((block) => block !== undefined);
  const order = snapshot.passages.flatMap((passage) => [
    ...snapshot.heads.filter(({ before }) => before === passage.id).map((head) => [head.id]),
    [passage.id, ...passage.sentences.map((sentence) => sentence.id)],
  ]);
  order.push(...snapshot.heads.filter(({ before }) => before === null).map((head) => [head.id]));
  const block = order.findIndex((ids) => ids.includes(id));
  // A sentence is shown below its passage, if that still stands.
  const own = order[block]![0]! === id ? undefined : standing(order[block]![0]!);
  if (own) return own;
  for (let i = block - 1; i >= 0; i--) {
    const found = order[i]!.toReversed()
      .map(standing)
      .find((place) => place !== undefined);
    if (found) return found;
  }
  return null;
}
