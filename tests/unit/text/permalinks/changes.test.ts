import { describe, expect, test } from 'vitest';
import { type Change, changesBetween, describeChange, losesMeaning } from '../../../../src/text/permalinks/changes.ts';
import { reconcile } from '../../../../src/text/permalinks/reconcile.ts';
import { lockOf, sentences, textOf } from '../../support/lock.ts';

const { a, b, c, d, e } = sentences;
/** What is told of an edit: each change but what was kept. */
const told = (before: string[], after: string[]) => {
  const old = lockOf(before);
  return changesBetween(old, reconcile(old, textOf(...after), '2027-01-01')).filter(({ kind }) => kind !== 'kept');
};
const lines = (before: string[], after: string[]) => told(before, after).map(describeChange);

describe('the changes of a revision', () => {
  test('are none when nothing changed', () => {
    expect(told([a, b], [a, b])).toEqual([]);
  });

  test('name every id, those that were kept too', () => {
    const old = lockOf([a, b]);
    expect(changesBetween(old, old).map(({ id, kind }) => [id, kind])).toEqual([
      ['t1', 'kept'],
      ['p1', 'kept'],
      ['p1s1', 'kept'],
      ['p2', 'kept'],
      ['p2s1', 'kept'],
    ]);
  });

  test.each([
    ['a slip mended', [a, b], [a, b.replace('两成', '三成')], [`p2 reworded: …粮产量比前年多出[两→三]成。`, `p2s1 reworded: …粮产量比前年多出[两→三]成。`]],
    ['words put in', [a], [a.replace('全部', '全部都')], ['p1 reworded: …农田水利设施全部[+都]检修完毕。', 'p1s1 reworded: …农田水利设施全部[+都]检修完毕。']],
    ['words taken out', [a], [a.replace('全部', '')], ['p1 reworded: …要把农田水利设施[−全部]检修完毕。', 'p1s1 reworded: …要把农田水利设施[−全部]检修完毕。']],
    ['a removed sentence', [`${a}|${b}|${c}`], [`${a}|${b}`], [`p1 reworded: …比前年多出两成。[−${c}]`, `p1s3 removed: “${c}”`]],
    [
      'sentences merged',
      [`${a}|${b}`],
      [`${a.replace('。', '；')}${b}`],
      [`p1 reworded: …设施全部检修完毕[。→；]去年秋粮产量比前…`, `p1s1 reworded: …设施全部检修完毕[+；${b.slice(0, -1)}]。`, `p1s2 merged into p1s1: “${b}”`],
    ],
    ['passages split', [`${a}|${b}|${c}|${d}`], [`${a}|${b}`, `${c}|${d}`], [`p1 split into p1, p2: “${(a + b + c + d).slice(0, 40)}…”`, `p2 new: “${c}${d}”`]],
    ['passages that changed places', [`${a}|${b}`, c, d], [c, `${a}|${b}`, d], [`p2 moved: “${c}”`, `p2s1 moved: “${c}”`]],
    ['a new passage', [a], [a, b], [`p2 new: “${b}”`, `p2s1 new: “${b}”`]],
    [
      'a long passage that went',
      [a, `${b}|${c}|${d}`],
      [a],
      [`p2 removed: “${(b + c + d).slice(0, 40)}…”`, `p2s1 removed: “${b}”`, `p2s2 removed: “${c}”`, `p2s3 removed: “${d}”`],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(lines(before, after)).toEqual(expected);
  });

  test('tell of one that has moved as well', () => {
    expect(lines([`${a}|${b}|${c}`, d], [`${b}|${c}`, `${d}|${a.replace('春', '秋')}`])).toContain('p1s1 reworded, moved: [春→秋]耕前要把农田水利…');
  });
});

describe('what an editor has to agree to', () => {
  const asked = (before: string[], after: string[]) =>
    told(before, after)
      .filter(losesMeaning)
      .map(({ id }) => id);
  test.each<[string, string[], string[], string[]]>([
    ['a slip mended', [a, b], [a, b.replace('两成', '三成')], []],
    ['what is new', [a], [a, b], []],
    ['what moved', [a, b, c], [b, a, c], []],
    ['what was removed', [a, b], [a], ['p2', 'p2s1']],
    ['what was merged', [`${a}|${b}`], [`${a.replace('。', '；')}${b}`], ['p1s2']],
    ['what was split', [`${a}|${b}|${c}|${d}`], [`${a}|${b}`, `${c}|${d}`], ['p1']],
    ['what was replaced', [`${a}|${b}|${c}`], [`${a}|${e}|${c}`], ['p1s2']],
  ])('%s', (_what, before, after, ids) => {
    expect(asked(before, after)).toEqual(ids);
  });

  test('a sentence of which little is left', () => {
    const change: Change = { id: 'p1s1', kind: 'reworded', before: '春耕前要把农田水利设施全部检修完毕。', after: '春耕前要把库房里的种子全部分发下去。', moved: false };
    expect([losesMeaning(change), losesMeaning({ ...change, id: 'p1' })]).toEqual([true, false]);
  });
});
