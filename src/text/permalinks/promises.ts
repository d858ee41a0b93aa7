import { receiptOf } from '../normalize.ts';
import { type Lock, textOfPassage } from './lock.ts';
import { type IdRecord, idRecords } from './wordings.ts';

/**
 * Checks that a new lock keeps what an old one promised: no id and no wording that was ever given out is missing, none that
 * had gone is back, the history of earlier revisions stays as it was written, and the new lock is sound in itself. The permalink command writes no lock that breaks a promise.
 * @returns what is wrong, in words; nothing when all is well
 */
export function brokenPromises(old: Lock | undefined, next: Lock): string[] {
  let records: Map<string, IdRecord>;
  try {
    records = idRecords(next);
  } catch (error) {
    return [(error as Error).message];
  }
  const broken = unsound(next, new Set(records.keys()));
  if (!old) return broken;
  if (next.revision < old.revision) broken.push(`revision ${old.revision} is followed by ${next.revision}`);
  for (const [i, before] of old.history.entries()) {
    if (JSON.stringify(before) !== JSON.stringify(next.history[i])) broken.push(`the history of revision ${before.revision} is not what it was`);
  }
  for (const [id, before] of idRecords(old)) {
    const after = records.get(id);
    if (!after) broken.push(`${id} is missing`);
    else if (before.state !== 'live' && after.state === 'live') broken.push(`${id} is used again`);
    else {
      const kept = new Set(after.wordings.map(({ receipt }) => receipt));
      for (const { receipt } of before.wordings) if (!kept.has(receipt)) broken.push(`the wording ${receipt} of ${id} is missing`);
    }
  }
  return broken;
}

function unsound(lock: Lock, known: ReadonlySet<string>): string[] {
  const passages = lock.passages.map(({ id }) => id);
  const sentences = lock.passages.flatMap((passage) => passage.sentences);
  const units = [lock.title, ...lock.heads, ...sentences];
  const live = [...units.map(({ id }) => id), ...passages];
  const twice = live.filter((id, i) => live.indexOf(id) !== i);
  return [
    ...twice.map((id) => `${id} stands twice`),
    ...units.filter(({ receipt, text }) => receipt !== receiptOf(text)).map(({ id }) => `the receipt of ${id} is not that of its wording`),
    ...lock.passages.filter((passage) => passage.receipt !== receiptOf(textOfPassage(passage))).map(({ id }) => `the receipt of ${id} is not that of its wording`),
    ...lock.heads.filter(({ before }) => before !== null && !passages.includes(before)).map(({ id, before }) => `${id} stands before ${before}, which is not there`),
    ...lock.history.filter(({ revision }, i) => revision !== lock.revision - lock.history.length + 1 + i).map(({ revision }) => `revision ${revision} is out of order`),
    ...lock.history
      .flatMap(({ into }) => Object.entries(into).flatMap(([id, ids]) => [id, ...ids]))
      .filter((id) => !known.has(id))
      .map((id) => `${id} was never given out`),
  ];
}
