import type { Bilingual } from '../../schemas/claim.ts';
import type { Citation } from './work.ts';

/** The place that is cited, in words; nothing for a whole work. A sentence is located by its passage. */
export function locatorWords({ first, last = first, within }: Pick<Citation, 'first' | 'last' | 'within'>): (Bilingual & { mla: string }) | undefined {
  if (!first || !last) return undefined;
  if (first.startsWith('t')) return { zh: '标题', en: 'title', mla: 'title' };
  if (first.startsWith('h')) return { zh: '节题', en: 'section heading', mla: 'section heading' };
  const [from, to] = (within ?? [first, last]).map(passageNumber);
  return from === to ? { zh: `第${from}段`, en: `para. ${from}`, mla: `par. ${from}` } : { zh: `第${from}—${to}段`, en: `paras. ${from}–${to}`, mla: `pars. ${from}–${to}` };
}

/** The number of the passage that a unit belongs to: 12a for p12as3, 12s for p12ss3. */
function passageNumber(unit: string): string {
  return /^p(\d+[a-z]*?)(?:s\d+)?$/.exec(unit)![1]!;
}
