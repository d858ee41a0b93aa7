import { receiptOf } from '../normalize.ts';
import { type Lock, lockUnit, type TextUnits } from './lock.ts';

/** The first lock of a speech: title t1, heads from h1, passages from p1, the sentences of each from s1. */
export function mintLock(speech: string, units: TextUnits): Lock {
  const passages = units.passages.map((sentences, i) => ({
    id: `p${i + 1}`,
    receipt: receiptOf(sentences.join('')),
    sentences: sentences.map((text, j) => lockUnit(`p${i + 1}s${j + 1}`, text)),
  }));
  return {
    format: 2,
    speech,
    revision: 1,
    title: lockUnit('t1', units.title),
    heads: units.heads.map(({ text, before }, i) => ({ ...lockUnit(`h${i + 1}`, text), before: passages[before]?.id ?? null })),
    passages,
    history: [],
  };
}
