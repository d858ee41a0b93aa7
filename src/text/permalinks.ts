import { receiptOf } from './normalize.ts';
import type { Unit } from './types.ts';

/** A locked unit: its id, the receipt of its wording, and the wording itself. */
export interface LockedUnit extends Unit {
  text: string;
}

/** A locked passage; its text is that of its sentences joined. */
export interface LockedPassage extends Unit {
  sentences: LockedUnit[];
}

/** The lock of one speech: every id that was minted, in the order of the text. */
export interface Lock {
  format: 1;
  speech: string;
  /** Counts the versions of the text that were locked, from 1. */
  revision: number;
  title: LockedUnit;
  heads: LockedUnit[];
  passages: LockedPassage[];
}

/** The units of a text that carry ids. */
export interface TextUnits {
  title: string;
  heads: string[];
  /** For each passage its sentences. */
  passages: string[][];
}

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

/** Gives every unit its locked id, or says where the text and the lock first disagree. */
export function bindIds(lock: Lock, units: TextUnits): BoundIds | LockMismatch {
  if (lock.title.text !== units.title) return { part: 'title', index: 0, id: lock.title.id, found: units.title, expected: lock.title.text };
  const head = firstDifference(
    lock.heads.map((unit) => unit.text),
    units.heads,
  );
  if (head !== undefined) return mismatch('heads', head, lock.heads[head]?.id, units.heads[head], lock.heads[head]?.text);
  const locked = lock.passages.map((passage) => joined(passage));
  const found = units.passages.map((sentences) => sentences.join(boundary));
  const passage = firstDifference(locked, found);
  if (passage !== undefined) {
    return mismatch('passages', passage, lock.passages[passage]?.id, units.passages[passage]?.join(''), lock.passages[passage] && textOf(lock.passages[passage]));
  }
  return {
    title: unit(lock.title),
    heads: lock.heads.map(unit),
    passages: lock.passages.map(({ id, receipt, sentences }) => ({ id, receipt, sentences: sentences.map(unit) })),
  };
}

/** True when binding failed. */
export function isMismatch(result: BoundIds | LockMismatch): result is LockMismatch {
  return 'part' in result;
}

/**
 * Mints ids for what is new: everything when there is no lock yet; otherwise passages and heads that were added while
 * all locked ones still stand, unchanged and in order. A passage after p12 becomes p12a; at the end it takes the next
 * number. Ids are never reused.
 * @returns the new lock, or the place where a locked unit has changed or gone
 */
export function mintIds(speech: string, old: Lock | undefined, units: TextUnits): Lock | LockMismatch {
  if (!old) {
    return {
      format: 1,
      speech,
      revision: 1,
      title: locked('t1', units.title),
      heads: units.heads.map((text, i) => locked(`h${i + 1}`, text)),
      passages: units.passages.map((sentences, i) => lockedPassage(`p${i + 1}`, sentences)),
    };
  }
  if (old.title.text !== units.title) return { part: 'title', index: 0, id: old.title.id, found: units.title, expected: old.title.text };
  const heads = addNew(
    units.heads,
    old.heads,
    (unit) => unit.text,
    (text) => text,
    (text, _before, used) => locked(nextNumber('h', used), text),
  );
  if ('missing' in heads) return mismatch('heads', heads.missing, old.heads[heads.missing]!.id, undefined, old.heads[heads.missing]!.text);
  const passages = addNew(
    units.passages,
    old.passages,
    joined,
    (sentences) => sentences.join(boundary),
    (sentences, before, used, last) => lockedPassage(last ? nextNumber('p', used) : nextLetter(before ?? 'p0', used), sentences),
  );
  if ('missing' in passages) return mismatch('passages', passages.missing, old.passages[passages.missing]!.id, undefined, textOf(old.passages[passages.missing]!));
  const unchanged = heads.units.length === old.heads.length && passages.units.length === old.passages.length;
  return unchanged ? old : { ...old, revision: old.revision + 1, heads: heads.units, passages: passages.units };
}

/** A character that no text contains, to compare lists of sentences as one string. */
const boundary = '\u0000';
const joined = (passage: LockedPassage) => passage.sentences.map((sentence) => sentence.text).join(boundary);
const textOf = (passage: LockedPassage) => passage.sentences.map((sentence) => sentence.text).join('');
const unit = ({ id, receipt }: Unit): Unit => ({ id, receipt });

function locked(id: string, text: string): LockedUnit {
  return { id, receipt: receiptOf(text), text };
}

function lockedPassage(id: string, sentences: string[]): LockedPassage {
  return { id, receipt: receiptOf(sentences.join('')), sentences: sentences.map((text, i) => locked(`${id}s${i + 1}`, text)) };
}

function mismatch(part: LockMismatch['part'], index: number, id: string | undefined, found: string | undefined, expected: string | undefined): LockMismatch {
  return { part, index, id, found, expected };
}

function firstDifference(a: readonly string[], b: readonly string[]): number | undefined {
  for (let i = 0; i < Math.max(a.length, b.length); i++) if (a[i] !== b[i]) return i;
  return undefined;
}

/** Walks a new list that contains the old one in order and mints the rest; reports the first old unit that is missing. */
function addNew<New, Old extends Unit>(
  found: readonly New[],
  old: readonly Old[],
  keyOfOld: (unit: Old) => string,
  keyOfNew: (unit: New) => string,
  mint: (unit: New, before: string | undefined, used: ReadonlySet<string>, last: boolean) => Old,
): { units: Old[] } | { missing: number } {
  const used = new Set(old.map(({ id }) => id));
  const units: Old[] = [];
  let next = 0;
  for (const item of found) {
    const expected = old[next];
    if (expected && keyOfOld(expected) === keyOfNew(item)) {
      units.push(expected);
      next++;
      continue;
    }
    const minted = mint(item, units.at(-1)?.id, used, next === old.length);
    used.add(minted.id);
    units.push(minted);
  }
  return next < old.length ? { missing: next } : { units };
}

/** The next free number: `p30` after p1 to p29. */
function nextNumber(prefix: string, used: ReadonlySet<string>): string {
  const highest = Math.max(0, ...[...used].map((id) => Number(/\d+/.exec(id)?.[0] ?? 0)));
  return `${prefix}${highest + 1}`;
}

/** The next free letter after a number: p12a, p12b, … p12z, p12aa. */
function nextLetter(before: string, used: ReadonlySet<string>): string {
  const stem = before.replace(/[a-z]+$/, '');
  for (let n = 1; ; n++) {
    const id = stem + letters(n);
    if (!used.has(id)) return id;
  }
}

function letters(n: number): string {
  return n === 0 ? '' : letters(Math.floor((n - 1) / 26)) + String.fromCharCode(97 + ((n - 1) % 26));
}
