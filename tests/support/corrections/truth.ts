import { issuedIds, presentOf } from '../../../src/text/permalinks/history.ts';
import type { Lock } from '../../../src/text/permalinks/lock.ts';
import { type Draft, type Mark, sentencesOf, textOf } from './draft.ts';

/** What became of the ids of a text, measured by its characters. */
export interface Verdict {
  checks: number;
  /** Ids that lead to words for which they did not stand. */
  wrong: string[];
  /** Ids that went although half of their letters are still there. */
  lost: string[];
  /** Ids that changed places with an equal unit beside them: the same text, so that nobody could tell. */
  twins: number;
}

/** A draft and its lock. */
export interface Locked {
  draft: Draft;
  lock: Lock;
}

/** A unit of a draft: its letters by name, and what it says. */
interface TrueUnit {
  id: string;
  letters: number[];
  text: string;
}

/** The title, heads and sentences of a draft in order (with the ends of passages between them), and its passages. */
function trueUnits({ draft, lock }: Locked): { small: TrueUnit[]; passages: TrueUnit[] } {
  const unit = (id: string, marks: readonly Mark[]): TrueUnit => ({
    id,
    letters: marks.filter(({ character }) => /[\p{L}\p{N}]/u.test(character)).map(({ name }) => name),
    text: textOf(marks),
  });
  const [small, passages] = [[unit(lock.title.id, draft.title)], [] as TrueUnit[]];
  let [head, passage] = [0, 0];
  for (const block of draft.blocks) {
    if (block.head) small.push(unit(lock.heads[head++]!.id, block.marks));
    else {
      const locked = lock.passages[passage++]!;
      passages.push(unit(locked.id, block.marks));
      small.push(...sentencesOf(block).map((marks, i) => unit(locked.sentences[i]!.id, marks)), { id: '', letters: [], text: '¶' });
    }
  }
  return { small, passages };
}

/** Judges where the ids of a text lead in the text that it became. */
export function judge(old: Locked, now: Locked): { small: Verdict; passages: Verdict; reused: string[] } {
  const [before, after] = [trueUnits(old), trueUnits(now)];
  const known = new Set([...before.small, ...before.passages].map(({ id }) => id));
  const alive = new Set(after.small.flatMap(({ letters }) => letters));
  const holders = (id: string) => presentOf(now.lock.history, id, old.lock.revision);
  return {
    small: compare(before.small, after.small, alive, holders),
    // A passage may have become a section head.
    passages: compare(before.passages, [...after.passages, ...after.small], alive, holders),
    reused: [...after.small, ...after.passages].map(({ id }) => id).filter((id) => id !== '' && !known.has(id) && issuedIds(old.lock).has(id)),
  };
}

function compare(before: readonly TrueUnit[], after: readonly TrueUnit[], alive: ReadonlySet<number>, holders: (id: string) => string[]): Verdict {
  const verdict: Verdict = { checks: 0, wrong: [], lost: [], twins: 0 };
  const byId = new Map(after.map((unit) => [unit.id, unit]));
  for (const unit of before) {
    if (unit.letters.length === 0) continue;
    verdict.checks++;
    const places = holders(unit.id).map((id) => byId.get(id));
    const outcome = judgeOne(unit.letters, alive, places);
    if (!outcome) continue;
    if (isTwin(unit, places, before, after, holders)) verdict.twins++;
    else verdict[outcome].push(unit.id);
  }
  return verdict;
}

/** Judges one unit: its letters, those that are still there at all, and those of each place to which its id leads. */
function judgeOne(letters: readonly number[], alive: ReadonlySet<number>, places: readonly (TrueUnit | undefined)[]): 'wrong' | 'lost' | undefined {
  const left = letters.filter((name) => alive.has(name)).length;
  if (places.length === 0) return left >= letters.length / 2 ? 'lost' : undefined;
  const own = new Set(letters);
  const found = places.map((place) => ({ size: place?.letters.length ?? 0, own: place?.letters.filter((name) => own.has(name)).length ?? 0 }));
  const total = found.reduce((sum, place) => sum + place.own, 0);
  const size = found.reduce((sum, place) => sum + place.size, 0);
  // Most of what is left must be there; it must be half of the unit, or else be most of the place; and no piece may be foreign.
  const right =
    total > 0 && total >= left / 2 && (total >= letters.length / 2 || total >= size / 2) && found.every((place) => place.own >= Math.min(place.size, letters.length) / 5);
  return right ? undefined : 'wrong';
}

/** True when a unit and the one for which it was taken say the same beside each other, before or after the edit. */
function isTwin(unit: TrueUnit, places: readonly (TrueUnit | undefined)[], before: readonly TrueUnit[], after: readonly TrueUnit[], holders: (id: string) => string[]): boolean {
  const shares = (one: TrueUnit, other: TrueUnit | undefined) => other?.letters.some((name) => one.letters.includes(name)) ?? false;
  const taken = before.find((other) => other !== unit && places.some((place) => shares(other, place)));
  if (taken && standInRow(before, unit, taken)) return true;
  const real = after.find((place) => shares(unit, place));
  if (!real) return false;
  if (places.length === 1 && places[0] && standInRow(after, places[0], real)) return true;
  const instead = before.find((other) => other !== unit && holders(other.id).includes(real.id));
  return instead !== undefined && standInRow(before, unit, instead);
}

/**
 * True when two units stand at the same place of a stretch that stands several times in a row: whichever of these was put in
 * or taken out, the text is the same.
 */
function standInRow(units: readonly TrueUnit[], a: TrueUnit, b: TrueUnit): boolean {
  const [first, second] = [units.indexOf(a), units.indexOf(b)].sort((x, y) => x - y) as [number, number];
  const distance = second - first;
  for (let length = 1; length <= distance; length++) {
    if (distance % length) continue;
    for (let start = Math.max(0, first - length + 1); start <= first; start++) {
      let k = 0;
      while (k < distance && units[start + length + k] && units[start + k]!.text === units[start + length + k]!.text) k++;
      if (k === distance) return true;
    }
  }
  return false;
}
