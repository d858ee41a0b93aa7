import { issuedIds, presentOf } from '../../../src/text/permalinks/history.ts';
import type { Lock } from '../../../src/text/permalinks/lock.ts';
import { type Draft, type Mark, sentencesOf, textOf } from './draft.ts';
import { type TrueBlock, type TrueText, type TrueUnit, twinExchanges } from './twins.ts';

/** What became of the ids of a text, measured by its characters. */
export interface Verdict {
  checks: number;
  /** Ids that lead to words for which they did not stand. */
  wrong: string[];
  /** Ids that went although half of their letters are still there. */
  lost: string[];
  /** How many ids would be wrong or lost, were it not that the same text comes of another history, in which they are right. */
  twins: number;
}

/** A draft and its lock. */
export interface Locked {
  draft: Draft;
  lock: Lock;
}

/** What a judge says of all ids of a text. */
export interface Judgement {
  /** Of the title, heads and sentences. */
  small: Verdict;
  passages: Verdict;
  /** Ids that had gone and are there again, or that stand twice. */
  reused: string[];
}

function trueText({ draft, lock }: Locked): TrueText {
  const unit = (id: string, marks: readonly Mark[]): TrueUnit => ({
    id,
    letters: marks.filter(({ character }) => /[\p{L}\p{N}]/u.test(character)).map(({ name }) => name),
    text: textOf(marks),
  });
  let [head, passage] = [0, 0];
  const blocks = draft.blocks.map((block): TrueBlock => {
    if (block.head) {
      const { id } = lock.heads[head++]!;
      return { id, head: true, units: [unit(id, block.marks)] };
    }
    const { id, sentences } = lock.passages[passage++]!;
    return { id, head: false, units: sentencesOf(block).map((marks, i) => unit(sentences[i]!.id, marks)) };
  });
  return { title: unit(lock.title.id, draft.title), blocks };
}

const smallUnits = ({ title, blocks }: TrueText) => [title, ...blocks.flatMap(({ units }) => units)];
const passagesOf = ({ blocks }: TrueText): TrueUnit[] =>
  blocks.filter(({ head }) => !head).map(({ id, units }) => ({ id, letters: units.flatMap(({ letters }) => letters), text: units.map(({ text }) => text).join('') }));

/**
 * Judges where the ids of a text lead in the text that it became. Where equal units stand side by side other histories give
 * the same text, and leave as many neighbours together; the one counts in which most ids are right, for all of them.
 */
export function judge(old: Locked, now: Locked): Judgement {
  const [before, after] = [trueText(old), trueText(now)];
  const { lock } = now;
  const literal = compareTexts(before, after, lock, old.lock.revision);
  let best = literal;
  while (faultsOf(best) > 0) {
    const exchanged = twinExchanges(before, after).some((exchange) => {
      exchange();
      const other = compareTexts(before, after, lock, old.lock.revision);
      const better = faultsOf(other) < faultsOf(best);
      if (better) best = other;
      else exchange();
      return better;
    });
    if (!exchanged) break;
  }
  const withTwins = (part: keyof Compared): Verdict => ({ ...best[part], twins: Math.max(0, faultsOf({ [part]: literal[part] }) - faultsOf({ [part]: best[part] })) });
  const [known, issued] = [new Set([...smallUnits(before), ...passagesOf(before)].map(({ id }) => id)), issuedIds(old.lock)];
  const ids = [...smallUnits(after), ...passagesOf(after)].map(({ id }) => id);
  return { small: withTwins('small'), passages: withTwins('passages'), reused: ids.filter((id, i) => (!known.has(id) && issued.has(id)) || ids.indexOf(id) !== i) };
}

type Compared = Record<'small' | 'passages', Omit<Verdict, 'twins'>>;

const faultsOf = (compared: Partial<Compared>) => Object.values(compared).reduce((sum, { wrong, lost }) => sum + wrong.length + lost.length, 0);

function compareTexts(before: TrueText, after: TrueText, lock: Lock, revision: number): Compared {
  const [small, passages] = [smallUnits(after), passagesOf(after)];
  const alive = new Set(small.flatMap(({ letters }) => letters));
  const compare = (units: readonly TrueUnit[], targets: readonly TrueUnit[]) => {
    const byId = new Map(targets.map((unit) => [unit.id, unit]));
    const outcomeOf = ({ id, letters }: TrueUnit) => {
      const holders = presentOf(lock.history, id, revision);
      // Whatever the lock says, an address leads to where its id stands in the page.
      if (byId.has(id) && !holders.includes(id)) return 'wrong';
      return judgeOne(
        letters,
        alive,
        holders.map((holder) => byId.get(holder)),
      );
    };
    const checked = units.filter(({ letters }) => letters.length > 0).map((unit) => ({ id: unit.id, outcome: outcomeOf(unit) }));
    const having = (sought: string) => checked.filter(({ outcome }) => outcome === sought).map(({ id }) => id);
    return { checks: checked.length, wrong: having('wrong'), lost: having('lost') };
  };
  // A passage may have become a section head.
  return { small: compare(smallUnits(before), small), passages: compare(passagesOf(before), [...passages, ...small]) };
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
