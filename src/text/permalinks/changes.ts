import { difference, sameLength } from '../difference.ts';
import { isPassageId } from './ids.ts';
import { lettersOf } from './likeness.ts';
import { type Lock, type LockedUnit, textOfPassage } from './lock.ts';
import { movedAmong } from './order.ts';

/** What a revision does to an id. */
export type ChangeKind = 'kept' | 'moved' | 'reworded' | 'split' | 'merged' | 'removed' | 'new';

/** What becomes of one id. */
export interface Change {
  id: string;
  kind: ChangeKind;
  /** Its wording before; absent when the id is new. */
  before?: string;
  /** Its wording now; absent when it has none of its own any more. */
  after?: string;
  /** The ids that hold its words since, when it was split or merged. */
  into?: string[];
  /** True when it stands elsewhere among its neighbours; an id may have moved and be reworded, split or merged as well. */
  moved: boolean;
}

/** What the last revision of a lock did to every id of the text before it and after it: old ids in their old order, then new ones. */
export function changesBetween(old: Lock, next: Lock): Change[] {
  const [before, after] = [wordingsIn(old), wordingsIn(next)];
  const into = next === old ? {} : next.history.at(-1)!.into;
  const moved = new Set([...movedAmong(orderOf(old, 'passages'), orderOf(next, 'passages')), ...movedAmong(orderOf(old, 'units'), orderOf(next, 'units'))]);
  const changes = [...before].map(([id, { text, receipt }]): Change => {
    const now = after.get(id);
    const holders = into[id];
    const kind =
      holders?.length === 0
        ? 'removed'
        : holders && now
          ? 'split'
          : holders
            ? holders.length > 1
              ? 'split'
              : 'merged'
            : now!.receipt !== receipt
              ? 'reworded'
              : moved.has(id)
                ? 'moved'
                : 'kept';
    return { id, kind, before: text, ...(now ? { after: now.text } : {}), ...(holders?.length ? { into: holders } : {}), moved: moved.has(id) };
  });
  const fresh = [...after].filter(([id]) => !before.has(id)).map(([id, { text }]): Change => ({ id, kind: 'new', after: text, moved: false }));
  return [...changes, ...fresh];
}

/** Every unit of a text in reading order, passages before their sentences. */
function wordingsIn(lock: Lock): Map<string, LockedUnit> {
  const units: LockedUnit[] = [lock.title];
  for (const passage of lock.passages) {
    units.push(...lock.heads.filter(({ before }) => before === passage.id), { id: passage.id, receipt: passage.receipt, text: textOfPassage(passage) }, ...passage.sentences);
  }
  units.push(...lock.heads.filter(({ before }) => before === null));
  return new Map(units.map((unit) => [unit.id, unit]));
}

const orderOf = (lock: Lock, what: 'passages' | 'units') => [...wordingsIn(lock).keys()].filter((id) => (what === 'passages') === isPassageId(id));

/** Below this a new wording is so unlike the old one that an editor should look at it. */
const leastLikeness = 0.7;

/** True when a reader who cited the old wording could miss something: an editor confirms it. */
export function losesMeaning({ id, kind, before, after }: Change): boolean {
  if (kind === 'removed' || kind === 'merged' || kind === 'split') return true;
  // A reworded passage is told by its sentences.
  return kind === 'reworded' && !isPassageId(id) && likeness(lettersOf(before!), lettersOf(after!)) < leastLikeness;
}

function likeness(a: string, b: string): number {
  return (2 * sameLength(difference(a, b))) / Math.max(1, a.length + b.length);
}

/** Longest quotation in a description, in characters, and how much of what did not change is shown beside a change. */
const [longest, context] = [40, 8];

/**
 * A change in a line, for editors.
 * @example describeChange({ id: 'p4s2', kind: 'reworded', before: '等三家企业落户。', after: '等四家企业落户。', moved: false })
 * // 'p4s2 reworded: 等[三→四]家企业落户。'
 */
export function describeChange({ id, kind, before, after, into, moved }: Change): string {
  const also = moved && kind !== 'moved' ? ', moved' : '';
  if (kind === 'reworded') return `${id} reworded${also}: ${showDifference(before!, after!)}`;
  if (kind === 'split') return `${id} split into ${into!.join(', ')}${also}: “${shorten(before!)}”`;
  if (kind === 'merged') return `${id} merged into ${into!.join(', ')}: “${shorten(before!)}”`;
  return `${id} ${kind}: “${shorten((after ?? before)!)}”`;
}

const shorten = (text: string) => ([...text].length > longest ? `${[...text].slice(0, longest).join('')}…` : text);

/** Both wordings in one line: what changed in brackets, with a little of what did not. */
function showDifference(before: string, after: string): string {
  const runs = difference(before, after);
  let shown = '';
  for (let i = 0; i < runs.length; i++) {
    const { kind, text } = runs[i]!;
    const next = runs[i + 1];
    if (kind === 'same') shown += clip(text, i > 0, i < runs.length - 1);
    else if (kind === 'gone' && next?.kind === 'come') {
      shown += `[${shorten(text)}→${shorten(next.text)}]`;
      i++;
    } else shown += kind === 'gone' ? `[−${shorten(text)}]` : `[+${shorten(text)}]`;
  }
  return shown;
}

/** What did not change, cut to the parts next to a change. */
function clip(text: string, changeBefore: boolean, changeAfter: boolean): string {
  const characters = [...text];
  const [head, tail] = [changeBefore ? context : 0, changeAfter ? context : 0];
  if (characters.length <= head + tail + 1) return text;
  return `${characters.slice(0, head).join('')}…${tail ? characters.slice(-tail).join('') : ''}`;
}
