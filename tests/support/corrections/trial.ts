import { textOfLock } from '../../../src/text/permalinks/layout.ts';
import { type Lock, textOfPassage } from '../../../src/text/permalinks/lock.ts';
import { mintLock } from '../../../src/text/permalinks/mint.ts';
import { reconcile } from '../../../src/text/permalinks/reconcile.ts';
import { randomFrom } from '../oracle.ts';
import { type Draft, draftOf, unitsOf } from './draft.ts';
import { diceFrom, type EditKind, edited, editKinds, type Words, wordsOf } from './edits.ts';
import { judge, type Locked } from './truth.ts';

/** What came of the edits of one kind. */
export interface Tally {
  edits: number;
  /** Ids whose fate was checked: heads and sentences, and passages. */
  sentences: number;
  passages: number;
  /** Each with what tells the case again. */
  wrong: string[];
  lost: string[];
  reused: string[];
  /** Ids that changed places with an equal unit beside them: the same text, so that nobody could tell. */
  twins: number;
}
export type Tallies = Map<string, Tally>;

const emptyTally = (): Tally => ({ edits: 0, sentences: 0, passages: 0, wrong: [], lost: [], reused: [], twins: 0 });

/** All tallies in one, with the number of all checks. */
export function total(tallies: Tallies): Tally & { checks: number } {
  const sum = [...tallies.values()].reduce(
    (a, b) => ({
      edits: a.edits + b.edits,
      sentences: a.sentences + b.sentences,
      passages: a.passages + b.passages,
      wrong: [...a.wrong, ...b.wrong],
      lost: [...a.lost, ...b.lost],
      reused: [...a.reused, ...b.reused],
      twins: a.twins + b.twins,
    }),
    emptyTally(),
  );
  return { ...sum, checks: sum.sentences + sum.passages };
}

/** Adds up tallies of several trials. */
export function addTallies(all: readonly Tallies[]): Tallies {
  const kinds = new Set(all.flatMap((tallies) => [...tallies.keys()]));
  return new Map([...kinds].map((kind) => [kind, total(new Map(all.flatMap((tallies, i) => (tallies.has(kind) ? [[String(i), tallies.get(kind)!] as const] : []))))]));
}

/** Single edits of every kind in turn, each of a fresh lock of one of the texts in turn. */
export function singles(texts: readonly Lock[], count: number, seed: number): Tallies {
  const [dice, words] = [diceFrom(randomFrom(seed)), wordsIn(texts)];
  const starts = texts.map((lock) => start(lock));
  const tallies: Tallies = new Map();
  for (let done = 0, turn = 0; done < count; turn++) {
    const old = starts[turn % starts.length]!;
    const kind = editKinds[Math.floor(turn / starts.length) % editKinds.length]!;
    const draft = edited(old.draft, kind, dice, words);
    if (!draft) continue;
    relock(old, draft, kind, tallies, `seed ${seed}, edit ${done}`);
    done++;
  }
  return tallies;
}

/** Edits of random kinds in a row, each locked before the next; the text keeps about its size. */
export function chain(lock: Lock, texts: readonly Lock[], count: number, seed: number): { tallies: Tallies; last: Lock } {
  const [dice, words] = [diceFrom(randomFrom(seed)), wordsIn(texts)];
  const tallies: Tallies = new Map();
  let state = start(lock);
  const size = state.draft.blocks.length;
  for (let done = 0; done < count; ) {
    const kind = balanced(dice.pick(editKinds), state.draft.blocks.length / size);
    const draft = edited(state.draft, kind, dice, words);
    if (!draft) continue;
    state = { draft, lock: relock(state, draft, kind, tallies, `seed ${seed}, ${lock.speech}, edit ${done}`) };
    done++;
  }
  return { tallies, last: state.lock };
}

function start(lock: Lock): Locked {
  const draft = draftOf(textOfLock(lock));
  return { draft, lock: mintLock(lock.speech, unitsOf(draft)) };
}

function wordsIn(texts: readonly Lock[]): Words {
  return wordsOf(texts.flatMap(({ passages }) => passages.map(textOfPassage)));
}

/** Another kind of edit where the text has grown or shrunk too much. */
function balanced(kind: EditKind, growth: number): EditKind {
  if (growth > 1.3 && /passage (split|put in|duplicated)|copy of a passage|head put in/.test(kind)) return 'passage taken out';
  return growth < 0.7 && /passages? (merged|taken out)/.test(kind) ? 'passage put in' : kind;
}

function relock(old: Locked, draft: Draft, kind: string, tallies: Tallies, name: string): Lock {
  const lock = reconcile(old.lock, unitsOf(draft), '2027-01-01');
  const { small, passages, reused } = judge(old, { draft, lock });
  const tally = tallies.get(kind) ?? emptyTally();
  tallies.set(kind, tally);
  const tell = (ids: readonly string[]) => ids.map((id) => `${id} (${kind}; ${name})`);
  tally.edits++;
  tally.sentences += small.checks;
  tally.passages += passages.checks;
  tally.wrong.push(...tell([...small.wrong, ...passages.wrong]));
  tally.lost.push(...tell([...small.lost, ...passages.lost]));
  tally.reused.push(...tell(reused));
  tally.twins += small.twins + passages.twins;
  return lock;
}
