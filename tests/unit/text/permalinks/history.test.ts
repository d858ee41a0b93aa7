import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { issuedIds, presentOf, snapshotsOf } from '../../../../src/text/permalinks/history.ts';
import { textOfLock } from '../../../../src/text/permalinks/layout.ts';
import type { Lock } from '../../../../src/text/permalinks/lock.ts';
import { mintLock } from '../../../../src/text/permalinks/mint.ts';
import { reconcile } from '../../../../src/text/permalinks/reconcile.ts';
import { lockOf, sentences, textOf } from '../../support/lock.ts';
import { runs } from '../../support/property.ts';

const { a, b, c, d } = sentences;
/** A snapshot without its receipts. */
const plain = ({ title, heads, passages }: ReturnType<typeof snapshotsOf>[number]) => [
  title.text,
  heads.map(({ id, text, before }) => [id, text, before]),
  passages.map(({ id, sentences }) => [id, sentences.map(({ id, text }) => [id, text])]),
];
const asSnapshot = (lock: Lock) => plain({ ...lock, revision: lock.revision });

describe('earlier revisions', () => {
  test('are given back whole, the present one first', () => {
    const texts = [
      ['# 一、形势', a, `${b}|${c}`],
      ['# 一、形势', a, b, c],
      [a, '# 一、局势', `${c}|${d}`],
    ];
    const locks = texts.map((_, i) => lockOf(...texts.slice(0, i + 1)));
    expect(snapshotsOf(locks.at(-1)!).map((snapshot) => [snapshot.revision, plain(snapshot)])).toEqual(locks.map((lock, i) => [i + 1, asSnapshot(lock)]).reverse());
  });

  test('are given back through any edits', () => {
    const line = fc.array(fc.constantFrom(...Object.values(sentences), '稳。', '好。', '稳中求进。'), { minLength: 1, maxLength: 4 }).map((list) => list.join('|'));
    const blocks = fc.array(fc.oneof(line, fc.constantFrom('# 一、形势', '# 二、任务', '# 三、保障')), { maxLength: 7 });
    fc.assert(
      fc.property(blocks, fc.array(blocks, { maxLength: 4 }), (first, later) => {
        const locks = [mintLock('harvest', textOf(...first))];
        for (const text of later) locks.push(reconcile(locks.at(-1)!, textOf(...text), '2027-01-01'));
        const last = locks.at(-1)!;
        const distinct = new Map(locks.map((lock) => [lock.revision, lock]));
        expect(snapshotsOf(last).map(plain)).toEqual([...distinct.values()].map(asSnapshot).reverse());
        for (const lock of locks) for (const id of issuedIds(lock)) expect(issuedIds(last)).toContain(id);
        expect(textOfLock(last)).toEqual(textOf(...(later.at(-1) ?? first)));
      }),
      runs(150),
    );
  });
});

describe('where words are today', () => {
  const merged = `${a.replace('。', '，')}${b}`;
  const lock = lockOf([`${a}|${b}`, c, d], [merged, c, d], [merged, `${c}|${d}`], [merged]);

  test.each([
    ['p1s2', 1, ['p1s1']],
    ['p1s1', 1, ['p1s1']],
    ['p3', 1, []],
    ['p3', 2, []],
    ['p2', 3, []],
    ['p1', 4, ['p1']],
  ] as const)('%s of revision %i: %o', (id, revision, ids) => {
    expect(presentOf(lock.history, id, revision)).toEqual(ids);
  });
});
