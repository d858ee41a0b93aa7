import type { Unit } from '../types.ts';
import { type Lock, type LockedHead, type LockedPassage, type TextUnits, textOfPassage } from './lock.ts';

/** Ids for every unit of a text, in the same order. */
export interface BoundIds {
  title: Unit;
  heads: Unit[];
  passages: (Unit & { sentences: Unit[] })[];
}

/** Where a text and its lock disagree: the first place, as an index into heads or passages. */
export interface LockMismatch {
  part: 'title' | 'heads' | 'passages';
  index: number;
  /** Id of the locked unit that was expected there, if any. */
  id: string | undefined;
  found: string | undefined;
  expected: string | undefined;
}

/**
 * Gives every unit its locked id, or says where the text and the lock first disagree. Every build does this for every
 * speech, so it only compares.
 */
export function bindIds(lock: Lock, units: TextUnits): BoundIds | LockMismatch {
  if (lock.title.text !== units.title) return { part: 'title', index: 0, id: lock.title.id, found: units.title, expected: lock.title.text };
  const passage = firstDifference(lock.passages, units.passages, sameSentences);
  if (passage !== undefined) {
    const [expected, found] = [lock.passages[passage], units.passages[passage]];
    return { part: 'passages', index: passage, id: expected?.id, found: found?.join(''), expected: expected && textOfPassage(expected) };
  }
  const follows = (index: number) => lock.passages[index]?.id ?? null;
  const head = firstDifference(lock.heads, units.heads, (locked, unit) => locked.text === unit.text && locked.before === follows(unit.before));
  if (head !== undefined) {
    const [expected, found] = [lock.heads[head], units.heads[head]];
    return { part: 'heads', index: head, id: expected?.id, ...describeHeads(expected, found && { text: found.text, before: follows(found.before) }) };
  }
  return {
    title: unitOf(lock.title),
    heads: lock.heads.map(unitOf),
    passages: lock.passages.map((locked) => ({ ...unitOf(locked), sentences: locked.sentences.map(unitOf) })),
  };
}

/** True when binding failed. */
export function isMismatch(result: BoundIds | LockMismatch): result is LockMismatch {
  return 'part' in result;
}

const unitOf = ({ id, receipt }: Unit): Unit => ({ id, receipt });

function sameSentences({ sentences }: LockedPassage, found: readonly string[]): boolean {
  return sentences.length === found.length && sentences.every(({ text }, i) => text === found[i]);
}

/** A head that has the same words but another place is told by the passage that follows it. */
function describeHeads(expected: LockedHead | undefined, found: Pick<LockedHead, 'text' | 'before'> | undefined): Pick<LockMismatch, 'found' | 'expected'> {
  const place = ({ text, before }: Pick<LockedHead, 'text' | 'before'>) => (expected?.text === found?.text ? `${text} (${before ? `before ${before}` : 'at the end'})` : text);
  return { found: found && place(found), expected: expected && place(expected) };
}

function firstDifference<A, B>(a: readonly A[], b: readonly B[], same: (a: A, b: B) => boolean): number | undefined {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [one, other] = [a[i], b[i]];
    if (one === undefined || other === undefined || !same(one, other)) return i;
  }
  return undefined;
}
