import type { Lock, LockedHead, LockedUnit, Revision } from './lock.ts';

/** The text of a speech at one of its revisions. */
export interface Snapshot {
  revision: number;
  title: LockedUnit;
  heads: LockedHead[];
  /** Passages with their sentences, in order. */
  passages: { id: string; sentences: LockedUnit[] }[];
}

/**
 * The text at every revision, the present one first. A wording that differed only in the style of its punctuation is given in the later style.
 * @throws when the lock does not say what an id stood for
 */
export function snapshotsOf(lock: Lock): Snapshot[] {
  const wordings = new Map<string, LockedUnit>();
  for (const unit of [lock.title, ...lock.heads, ...lock.passages.flatMap(({ sentences }) => sentences)]) wordings.set(unit.id, unit);
  const lists = new Map(lock.passages.map(({ id, sentences }) => [id, sentences.map((sentence) => sentence.id)]));
  let passages = lock.passages.map(({ id }) => id);
  let heads: [string, string | null][] = lock.heads.map(({ id, before }) => [id, before]);
  const wordingOf = (id: string): LockedUnit => {
    const { receipt, text } = known(wordings, id);
    return { id, receipt, text };
  };
  const snapshot = (revision: number): Snapshot => ({
    revision,
    title: wordingOf(lock.title.id),
    heads: heads.map(([id, before]) => ({ ...wordingOf(id), before })),
    passages: passages.map((id) => ({ id, sentences: known(lists, id).map(wordingOf) })),
  });
  const snapshots = [snapshot(lock.revision)];
  for (const change of lock.history.toReversed()) {
    for (const unit of change.wordings) wordings.set(unit.id, unit);
    for (const [id, sentences] of Object.entries(change.sentences)) lists.set(id, sentences);
    passages = change.passages ?? passages;
    heads = change.heads ?? heads;
    snapshots.push(snapshot(change.revision - 1));
  }
  return snapshots;
}

function known<T>(all: ReadonlyMap<string, T>, id: string): T {
  const found = all.get(id);
  if (found === undefined) throw new Error(`${id} has no wording`);
  return found;
}

/** Every id that was ever given out in a speech. */
export function issuedIds(lock: Lock): Set<string> {
  const ids = new Set([lock.title.id]);
  for (const { id } of lock.heads) ids.add(id);
  for (const { id, sentences } of lock.passages) {
    ids.add(id);
    for (const sentence of sentences) ids.add(sentence.id);
  }
  for (const { wordings, sentences } of lock.history) {
    for (const { id } of wordings) ids.add(id);
    for (const [id, own] of Object.entries(sentences)) {
      ids.add(id);
      for (const sentence of own) ids.add(sentence);
    }
  }
  return ids;
}

/** The ids that hold today the words for which an id stood at a revision; none when they were removed. */
export function presentOf(history: readonly Pick<Revision, 'revision' | 'into'>[], id: string, revision: number): string[] {
  let ids = [id];
  for (const change of history) {
    if (change.revision > revision) ids = [...new Set(ids.flatMap((one) => change.into[one] ?? [one]))];
  }
  return ids;
}
