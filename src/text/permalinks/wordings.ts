import { receiptOf } from '../normalize.ts';
import { presentOf, snapshotsOf } from './history.ts';
import { type Lock, textOfPassage } from './lock.ts';

/** A wording that an id had, with the first and the last revision in which it had it. */
export interface Wording {
  receipt: string;
  text: string;
  from: number;
  /** Absent while the id still has this wording. */
  until?: number;
}

/** What has become of an id, and every wording it ever had, the first one first. */
export interface IdRecord {
  id: string;
  /** `live`: a unit of the present text. `merged`: its words are part of another. `split`: of several others. `removed`: they are gone. */
  state: 'live' | 'merged' | 'split' | 'removed';
  /** The ids that hold its words today; an id that was split and lives on as the first piece is among them. */
  now: string[];
  /** The revision in which it ceased to be a unit of its own, or in which the last of its words went. */
  gone?: number;
  wordings: Wording[];
}

/** Every id that was ever given out, in the order in which the ids first came up, oldest text first. */
export function idRecords(lock: Lock): Map<string, IdRecord> {
  const wordings = new Map<string, Wording[]>();
  const receipts = new Map<string, string>();
  const receiptFor = (text: string) => {
    const known = receipts.get(text) ?? receiptOf(text);
    receipts.set(text, known);
    return known;
  };
  for (const { revision, title, heads, passages } of snapshotsOf(lock).reverse()) {
    const see = (id: string, receipt: string, text: string) => {
      const own = wordings.get(id) ?? [];
      wordings.set(id, own);
      const last = own.at(-1);
      if (last?.receipt === receipt && last.until === revision - 1) last.until = revision;
      else own.push({ receipt, text, from: revision, until: revision });
    };
    for (const unit of [title, ...heads]) see(unit.id, unit.receipt, unit.text);
    for (const passage of passages) {
      const text = textOfPassage(passage);
      see(passage.id, receiptFor(text), text);
      for (const sentence of passage.sentences) see(sentence.id, sentence.receipt, sentence.text);
    }
  }
  return new Map([...wordings].map(([id, own]) => [id, recordOf(lock, id, own)]));
}

function recordOf(lock: Lock, id: string, wordings: Wording[]): IdRecord {
  const last = wordings.at(-1)!.until!;
  const closed = wordings.map(({ until, ...wording }): Wording => (until === lock.revision ? wording : { ...wording, until: until! }));
  const now = presentOf(lock.history, id, wordings[0]!.from);
  if (last === lock.revision) return { id, state: 'live', now, wordings: closed };
  if (now.length === 0) return { id, state: 'removed', now, gone: whenGone(lock, id, last), wordings: closed };
  return { id, state: now.length === 1 ? 'merged' : 'split', now, gone: last + 1, wordings: closed };
}

/** The revision in which the last unit went that held the words of an id. */
function whenGone(lock: Lock, id: string, revision: number): number {
  let ids = [id];
  for (const change of lock.history) {
    if (change.revision <= revision) continue;
    ids = ids.flatMap((one) => change.into[one] ?? [one]);
    if (ids.length === 0) return change.revision;
  }
  return lock.revision;
}
