import { receiptOf } from '../normalize.ts';
import { align } from './align.ts';
import { type Fate, fatesOfPassages, fatesOfUnits, flowsOf } from './fates.ts';
import { issuedIds } from './history.ts';
import { createIdMint } from './ids.ts';
import { type Layout, layOut, textOfLock } from './layout.ts';
import { type Lock, type LockedHead, type LockedPassage, type LockedUnit, lockUnit, type Revision, type TextUnits, textOfPassage } from './lock.ts';

/**
 * Takes an edited text into the lock of a speech: every id follows its words. Where one unit became several, the first
 * piece keeps the id; where several became one, the first of them does. What is new gets ids that were never used. The old
 * wordings and orders, and the whereabouts of every id, go into the history.
 * @param date the day of the change, as YYYY-MM-DD
 * @returns the new lock; the very same object when the text is the locked one
 */
export function reconcile(lock: Lock, text: TextUnits, date: string): Lock {
  const [old, now] = [layOut(textOfLock(lock)), layOut(text)];
  const flows = flowsOf(old.units, now.units, align(old.units, now.units));
  const fates: Fates = { units: fatesOfUnits(old.units, now.units, flows), passages: fatesOfPassages(old.units, now.units, flows) };
  const ids = { old: idsOfLock(lock, old), now: nameAll(lock, old, now, fates) };
  const next = relock(lock, text, now, ids.now);
  if (sameText(lock, next)) return lock;
  return { ...next, revision: lock.revision + 1, history: [...lock.history, { revision: lock.revision + 1, date, ...whatWasReplaced(lock, next, ids, fates) }] };
}

interface Fates {
  units: Fate[];
  /** By the number of the block. */
  passages: Map<number, Fate>;
}

/** Ids of the blocks (heads and passages) and of the units (heads and sentences) of a layout. */
interface Names {
  blocks: string[];
  units: string[];
}

function idsOfLock(lock: Lock, { blocks }: Layout): Names {
  return {
    blocks: blocks.map(({ part, index }) => lock[part][index]!.id),
    units: blocks.flatMap(({ part, index }) => (part === 'heads' ? [lock.heads[index]!.id] : lock.passages[index]!.sentences.map(({ id }) => id))),
  };
}

/** Gives every block and unit of the new text the id it inherits, or a new one. */
function nameAll(lock: Lock, old: Layout, now: Layout, fates: Fates): Names {
  const known = idsOfLock(lock, old);
  const mint = createIdMint(issuedIds(lock));
  const inherited = new Map(fates.units.map(({ heir }, i) => [heir, known.units[i]!]));
  const passages = new Map([...fates.passages].map(([block, { heir }]) => [heir, known.blocks[block]!]));
  const lastKnown = Math.max(-1, ...[...passages.keys()].filter((heir) => heir !== undefined));
  const blocks: string[] = [];
  const units: string[] = [];
  let before: string | undefined;
  now.blocks.forEach(({ part }, block) => {
    if (part === 'heads') {
      const id = inherited.get(units.length) ?? mint.head();
      blocks.push(id);
      units.push(id);
      return;
    }
    before = passages.get(block) ?? (block > lastKnown ? mint.lastPassage() : mint.passageAfter(before));
    blocks.push(before);
    while (now.units[units.length]?.block === block) units.push(inherited.get(units.length) ?? mint.sentence(before));
  });
  return { blocks, units };
}

/** The lock of the new text, without its history; units whose wording stands are taken over as they are. */
function relock(lock: Lock, text: TextUnits, now: Layout, ids: Names): Lock {
  const units = new Map<string, LockedUnit>([lock.title, ...lock.heads, ...lock.passages.flatMap(({ sentences }) => sentences)].map((unit) => [unit.id, unit]));
  const keep = (id: string, wording: string): LockedUnit => {
    const known = units.get(id);
    return known?.text === wording ? { id, receipt: known.receipt, text: wording } : lockUnit(id, wording);
  };
  const before = new Map(lock.passages.map((passage) => [passage.id, passage]));
  const keepPassage = (id: string, sentences: LockedUnit[]): LockedPassage => {
    const wording = textOfPassage({ sentences });
    const known = before.get(id);
    return { id, receipt: known && textOfPassage(known) === wording ? known.receipt : receiptOf(wording), sentences };
  };
  const heads: LockedHead[] = [];
  const passages: LockedPassage[] = [];
  const follows: number[] = [];
  let unit = 0;
  now.blocks.forEach(({ part, index }, block) => {
    if (part === 'heads') {
      heads.push({ ...keep(ids.units[unit]!, now.units[unit]!.text), before: null });
      follows.push(text.heads[index]!.before);
      unit++;
      return;
    }
    const sentences: LockedUnit[] = [];
    for (; now.units[unit]?.block === block; unit++) sentences.push(keep(ids.units[unit]!, now.units[unit]!.text));
    passages.push(keepPassage(ids.blocks[block]!, sentences));
  });
  return {
    ...lock,
    title: keep(lock.title.id, text.title),
    heads: heads.map((head, i) => ({ ...head, before: passages[follows[i]!]?.id ?? null })),
    passages,
  };
}

function sameText(a: Lock, b: Lock): boolean {
  const text = ({ title, heads, passages }: Lock) => JSON.stringify([title, heads, passages]);
  return text(a) === text(b);
}

/** What a revision replaced: old wordings and orders, and where the words of ids went that have no such unit any more. */
function whatWasReplaced(old: Lock, next: Lock, ids: { old: Names; now: Names }, fates: Fates): Omit<Revision, 'revision' | 'date'> {
  const wordings = new Map([next.title, ...next.heads, ...next.passages.flatMap(({ sentences }) => sentences)].map(({ id, receipt }) => [id, receipt]));
  const lists = new Map(next.passages.map(({ id, sentences }) => [id, sentenceIds(sentences)]));
  const into: Record<string, string[]> = {};
  const record = (id: string, holders: string[]) => {
    if (holders.length !== 1 || holders[0] !== id) into[id] = holders;
  };
  fates.units.forEach(({ pieces }, i) => {
    record(
      ids.old.units[i]!,
      pieces.map((j) => ids.now.units[j]!),
    );
  });
  for (const [block, { pieces }] of fates.passages)
    record(
      ids.old.blocks[block]!,
      pieces.map((j) => ids.now.blocks[j]!),
    );
  const heads = (lock: Lock) => lock.heads.map(({ id, before }): [string, string | null] => [id, before]);
  const passages = (lock: Lock) => lock.passages.map(({ id }) => id);
  return {
    wordings: [old.title, ...old.heads, ...old.passages.flatMap(({ sentences }) => sentences)]
      .filter(({ id, receipt }) => wordings.get(id) !== receipt)
      .map(({ id, receipt, text }) => ({ id, receipt, text })),
    sentences: Object.fromEntries(
      old.passages.map(({ id, sentences }): [string, string[]] => [id, sentenceIds(sentences)]).filter(([id, list]) => lists.get(id)?.join() !== list.join()),
    ),
    ...(passages(old).join() === passages(next).join() ? {} : { passages: passages(old) }),
    ...(heads(old).join() === heads(next).join() ? {} : { heads: heads(old) }),
    into,
  };
}

const sentenceIds = (sentences: readonly LockedUnit[]) => sentences.map(({ id }) => id);
