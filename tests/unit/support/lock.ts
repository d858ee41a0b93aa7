import type { Lock, TextUnits } from '../../../src/text/permalinks/lock.ts';
import { mintLock } from '../../../src/text/permalinks/mint.ts';
import { reconcile } from '../../../src/text/permalinks/reconcile.ts';

/**
 * The units of a text, written one block a line: a head begins with #, the sentences of a passage are parted by |.
 * @example textOf('# 一、形势', '稳。|进。')
 */
export function textOf(...blocks: string[]): TextUnits {
  const heads: TextUnits['heads'] = [];
  const passages: string[][] = [];
  for (const block of blocks) {
    if (block.startsWith('# ')) heads.push({ text: block.slice(2), before: passages.length });
    else passages.push(block.split('|'));
  }
  return { title: '讲话', heads, passages };
}

/** A lock of several revisions, each of a text in blocks; revision 2 is of 1 January 2027, and each later one of a day later. */
export function lockOf(...revisions: (string[] | TextUnits)[]): Lock {
  const [first, ...later] = revisions.map((revision) => (Array.isArray(revision) ? textOf(...revision) : revision));
  return later.reduce((lock, text, i) => reconcile(lock, text, `2027-01-${String(i + 1).padStart(2, '0')}`), mintLock('harvest', first!));
}

/** A lock as it reads: each block with its id, its sentences with theirs. */
export function show({ heads, passages }: Lock): string[] {
  const shown: string[] = [];
  for (const { id, sentences } of passages) {
    for (const head of heads) if (head.before === id) shown.push(`${head.id} ${head.text}`);
    shown.push(`${id} ${sentences.map((sentence) => `${sentence.id}:${sentence.text}`).join(' ')}`);
  }
  return [...shown, ...heads.filter(({ before }) => before === null).map(({ id, text }) => `${id} ${text}`)];
}

/** Sentences that nothing else is like. */
export const sentences = {
  a: '春耕前要把农田水利设施全部检修完毕。',
  b: '去年秋粮产量比前年多出两成。',
  c: '各乡镇必须在月底以前上报受灾面积。',
  d: '新修的水库可以灌溉下游八个村庄。',
  e: '种子和化肥由供销社统一调拨。',
  f: '晾晒场不够用，学校操场也借了出来。',
  g: '仓库里的老鼠今年特别猖獗。',
} as const;
