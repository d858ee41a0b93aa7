import type { AddressChange } from '../corpus/plan-addresses.ts';
import { type Change, type ChangeKind, describeChange, losesMeaning } from '../text/permalinks/changes.ts';
import { isPassageId } from '../text/permalinks/ids.ts';
import { count, painter } from '../text/problem-report.ts';
import type { PermalinkPlan, SpeechPlan } from './plan-permalinks.ts';

const kinds: readonly ChangeKind[] = ['kept', 'moved', 'reworded', 'split', 'merged', 'removed', 'new'];

/** What a plan does, for people: a line for each id to which something happens; what an editor has to agree to has a “!” before it. */
export function describePlan({ speeches, addresses }: PermalinkPlan, colour: boolean): string[] {
  const paint = painter(colour);
  const line = (text: string, doubtful: boolean) => (doubtful ? paint('bad', `! ${text}`) : `  ${text}`);
  return [
    ...speeches.map((speech) => {
      const told = speech.changes.filter((change) => isTold(change, speech.changes));
      return [`${paint('strong', speech.id)}  ${headOf(speech)}`, ...told.map((change) => line(describeChange(change), losesMeaning(change)))].join('\n');
    }),
    ...(addresses.length ? [[paint('strong', 'Addresses'), ...addresses.map((change) => line(describeAddress(change), change.guessed))].join('\n')] : []),
  ];
}

function headOf({ from, old, next, changes }: SpeechPlan): string {
  const sentences = next.passages.reduce((sum, passage) => sum + passage.sentences.length, 0);
  if (!old) return `new: ${count(next.passages.length, 'passage')}, ${count(sentences, 'sentence')}, ${count(next.heads.length, 'head')}`;
  const counted = kinds.map((kind) => [changes.filter((change) => change.kind === kind).length, kind] as const).filter(([number]) => number > 0);
  const revision = old.revision === next.revision ? `revision ${old.revision}` : `revision ${old.revision} → ${next.revision}`;
  return `${from === undefined ? '' : `(was ${from}) `}${revision}: ${counted.map(([number, kind]) => `${number} ${kind}`).join(', ')}`;
}

/** What follows from another line is not told: the wording of a passage from that of its sentences, their moving from its own. */
function isTold({ id, kind }: Change, changes: readonly Change[]): boolean {
  if (kind === 'kept' || (kind === 'reworded' && isPassageId(id))) return false;
  const passage = /^(p\d+[a-z]*)s/.exec(id)?.[1];
  return !(kind === 'moved' && changes.some((other) => other.id === passage && other.moved));
}

function describeAddress({ kind, id, what, to, guessed }: AddressChange): string {
  const text = `${kind === 'speeches' ? 'speech' : 'term'} ${id}: ${what}${to === undefined ? '' : ` to ${to}`}`;
  if (!guessed || what === 'restored') return text;
  return `${text} (${what === 'renamed' ? `if it is gone: --removed ${id}` : `if it has another name: --renamed ${id}=…`})`;
}
