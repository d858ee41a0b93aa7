import { describe, expect, test } from 'vitest';
import { brokenPromises } from '../../../../src/text/permalinks/promises.ts';
import { reconcile } from '../../../../src/text/permalinks/reconcile.ts';
import { lockOf, sentences, show, textOf } from '../../support/lock.ts';

const { a, b, c, d, e, f, g } = sentences;
const title = ['# 一、形势与任务', '# 二、办法和措施'] as const;

/** What becomes of a text: its ids after the edit, and where the words of ids went. */
function becomes(before: string[], after: string[]) {
  const old = lockOf(before);
  const next = reconcile(old, textOf(...after), '2027-01-01');
  expect(brokenPromises(old, next)).toEqual([]);
  return { ids: show(next), into: next.history.at(-1)?.into };
}

describe('ids follow their words', () => {
  test('nothing has changed: the very same lock', () => {
    const lock = lockOf([a, `${b}|${c}`]);
    expect(reconcile(lock, textOf(a, `${b}|${c}`), '2027-01-01')).toBe(lock);
  });

  test('a slip is mended', () => {
    expect(becomes([a, `${b}|${c}`], [a, `${b}|${c.replace('月底', '年底')}`])).toEqual({ ids: [`p1 p1s1:${a}`, `p2 p2s1:${b} p2s2:${c.replace('月底', '年底')}`], into: {} });
  });

  test('every sentence is mended', () => {
    const { ids, into } = becomes([`${a}|${b}`, `${c}|${d}`], [`${a.replace('春', '秋')}|${b.replace('两', '三')}`, `${c.replace('月', '年')}|${d.replace('八', '十')}`]);
    expect([ids.map((line) => line.replace(/:[^ ]+/g, '')), into]).toEqual([['p1 p1s1 p1s2', 'p2 p2s1 p2s2'], {}]);
  });

  test('punctuation changes, and with it where sentences end', () => {
    expect(becomes([`${a}|${b}`], [`${a.replace('。', '；')}${b}`])).toEqual({ ids: [`p1 p1s1:${a.replace('。', '；')}${b}`], into: { p1s2: ['p1s1'] } });
  });

  test('a sentence is put in: it takes the next number of its passage', () => {
    expect(becomes([`${a}|${b}`, c], [`${a}|${d}|${b}`, c]).ids).toEqual([`p1 p1s1:${a} p1s3:${d} p1s2:${b}`, `p2 p2s1:${c}`]);
  });

  test('a sentence is taken out', () => {
    expect(becomes([`${a}|${b}|${c}`], [`${a}|${c}`])).toEqual({ ids: [`p1 p1s1:${a} p1s3:${c}`], into: { p1s2: [] } });
  });

  test('a sentence is split: the first piece keeps the id', () => {
    const [head, tail] = ['各乡镇必须在月底以前统计受灾面积。', '随后上报县里的防汛指挥部门。'];
    expect(becomes([`${a}|${head.replace('。', '，')}${tail}`], [`${a}|${head}|${tail}`])).toEqual({
      ids: [`p1 p1s1:${a} p1s2:${head} p1s3:${tail}`],
      into: { p1s2: ['p1s2', 'p1s3'] },
    });
  });

  test('sentences are merged: the first keeps the id', () => {
    const merged = `${a.replace('。', '，')}${b.replace('。', '，')}${c}`;
    expect(becomes([`${a}|${b}|${c}|${d}`], [`${merged}|${d}`])).toEqual({ ids: [`p1 p1s1:${merged} p1s4:${d}`], into: { p1s2: ['p1s1'], p1s3: ['p1s1'] } });
  });

  test('where two sentences part moves', () => {
    const [head, middle, tail] = ['去年秋粮产量比前年多出两成', '今年春旱让冬小麦减了产', '各乡镇必须在月底以前上报受灾面积'];
    const { ids, into } = becomes([`${head}。|${middle}，${tail}。`, d], [`${head}，${middle}。|${tail}。`, d]);
    expect([ids[0], into]).toEqual([`p1 p1s1:${head}，${middle}。 p1s2:${tail}。`, { p1s2: ['p1s1', 'p1s2'] }]);
  });

  test('a sentence moves to another passage, and keeps its name', () => {
    expect(becomes([`${a}|${b}|${e}`, `${c}|${d}`], [`${a}|${e}`, `${c}|${b}|${d}`])).toEqual({ ids: [`p1 p1s1:${a} p1s3:${e}`, `p2 p2s1:${c} p1s2:${b} p2s2:${d}`], into: {} });
  });

  test('a sentence is replaced by one that says something else', () => {
    expect(becomes([`${a}|${b}|${c}`], [`${a}|${g}|${c}`])).toEqual({ ids: [`p1 p1s1:${a} p1s4:${g} p1s3:${c}`], into: { p1s2: [] } });
  });

  test('a sentence is taken up into a longer one elsewhere', () => {
    const host = `据防汛指挥部说，${d.replace('。', '，')}还没有一次出过险情，群众十分满意。`;
    expect(becomes([`${a}|${d}|${b}`, c], [`${a}|${b}`, `${c}|${host}`])).toEqual({ ids: [`p1 p1s1:${a} p1s3:${b}`, `p2 p2s1:${c} p1s2:${host}`], into: {} });
  });
});

describe('copies', () => {
  test('a copy beside its original is the later one', () => {
    expect(becomes([a, `${b}|${c}`, d], [a, `${b}|${c}`, `${b}|${c}`, d]).ids).toEqual([`p1 p1s1:${a}`, `p2 p2s1:${b} p2s2:${c}`, `p2a p2as1:${b} p2as2:${c}`, `p3 p3s1:${d}`]);
  });

  test('a copy elsewhere does not take the place of its original, not even before it', () => {
    expect(becomes([a, b, c, d], [c, a, b, c, d]).ids).toEqual([`p0a p0as1:${c}`, `p1 p1s1:${a}`, `p2 p2s1:${b}`, `p3 p3s1:${c}`, `p4 p4s1:${d}`]);
  });

  test('of two equal passages the one between its neighbours stays', () => {
    expect(becomes([a, b, c, b, d], [a, c, b, d])).toEqual({ ids: [`p1 p1s1:${a}`, `p3 p3s1:${c}`, `p4 p4s1:${b}`, `p5 p5s1:${d}`], into: { p2: [], p2s1: [] } });
  });

  test('a near copy before a passage leaves it alone', () => {
    expect(becomes([a, `${b}|${c}|${d}`, e], [a, `${b}|${c.replace('月', '年')}|${d}`, `${b}|${c}|${d}`, e]).ids.map((line) => line.split(' ')[0])).toEqual([
      'p1',
      'p1a',
      'p2',
      'p3',
    ]);
  });

  test('a sentence of a passage that was copied is reworded, or taken out: it is not the one in the copy', () => {
    const [whole, mended] = [`${b}|${c}|${d}`, c.replace('月底以前上报', '年底以前报告')];
    const shown = (rest: string) => [`p1 p1s1:${a}`, `p1a p1as1:${b} p1as2:${c} p1as3:${d}`, `p2 p2s1:${e}`, `p3 p3s1:${f}`, `p4 p4s1:${g}`, rest];
    expect(becomes([a, e, f, g, whole], [a, whole, e, f, g, `${b}|${mended}|${d}`])).toEqual({ ids: shown(`p5 p5s1:${b} p5s2:${mended} p5s3:${d}`), into: {} });
    expect(becomes([a, e, f, g, whole], [a, whole, e, f, g, `${b}|${d}`])).toEqual({ ids: shown(`p5 p5s1:${b} p5s3:${d}`), into: { p5s2: [] } });
  });

  test('when an original is gone and two like it are there, it is neither', () => {
    const [one, other] = [b.replace('两成', '三成'), b.replace('两成', '四成')];
    expect(becomes([`${a}|${b}|${c}`], [`${a}|${one}|${other}|${c}`])).toEqual({ ids: [`p1 p1s1:${a} p1s4:${one} p1s5:${other} p1s3:${c}`], into: { p1s2: [] } });
  });
});

describe('passages that have sentences in common', () => {
  test('a sentence leaves a passage for a like one, and what stays is like what that was', () => {
    const [whole, like] = [`${a}|${c}`, `${a}|${c.replace('。', '！')}`];
    const shown = (rest: string) => ({ ids: [`p1 p1s1:${a} p1s2:${c}`, `p2 p2s1:${d}`, `p3 p1s3:${b} ${rest}`], into: {} });
    expect(becomes([`${whole}|${b}`, d, like], [whole, d, `${b}|${like}`])).toEqual(shown(`p3s1:${a} p3s2:${c.replace('。', '！')}`));
    expect(becomes([`${whole}|${b}`, d, whole], [whole, d, `${b}|${whole}`])).toEqual(shown(`p3s1:${a} p3s2:${c}`));
  });

  test('the same, side by side', () => {
    const whole = `${a}|${c}`;
    expect(becomes([`${whole}|${b}`, whole], [whole, `${b}|${whole}`])).toEqual({ ids: [`p1 p1s1:${a} p1s2:${c}`, `p2 p1s3:${b} p2s1:${a} p2s2:${c}`], into: {} });
  });

  test('a sentence is taken out that stands again in the next passage', () => {
    expect(becomes([a, `${c}|${b}`, b, d], [a, c, b, d])).toEqual({ ids: [`p1 p1s1:${a}`, `p2 p2s1:${c}`, `p3 p3s1:${b}`, `p4 p4s1:${d}`], into: { p2s2: [] } });
  });

  test('of two equal long passages the one moves that passes by several short ones', () => {
    const [long, one, two, three, four] = [`${a}|${b}|${c}|${d}`, '第一条。', '第二款。', '第三项。', '第四目。'] as const;
    const ids = becomes([e, one, long, two, three, four, long, f], [e, long, one, long, two, three, four, f]).ids.map((line) => line.split(' ')[0]);
    expect(ids).toEqual(['p1', 'p7', 'p2', 'p3', 'p4', 'p5', 'p6', 'p8']);
  });

  test('a passage moves to where its sentences stand too, away from one that begins like it', () => {
    const [long, short] = [`${a}|${b}|${c}`, '好。'];
    expect(becomes([e, `${short}|${long}`, `${short}|${d}`, long, long, f], [e, `${short}|${d}`, long, `${short}|${long}`, long, f]).ids.map((line) => line.split(' ')[0])).toEqual(
      ['p1', 'p3', 'p4', 'p2', 'p5', 'p6'],
    );
  });

  test('two passages are merged that end alike, the first without a stop', () => {
    const open = c.replace('。', '');
    expect(becomes([e, `${d}|${b}|${open}`, `${b}|${open}`, f], [e, `${d}|${b}|${open}${b}|${open}`, f])).toEqual({
      ids: [`p1 p1s1:${e}`, `p2 p2s1:${d} p2s2:${b} p2s3:${open}${b} p3s2:${open}`, `p4 p4s1:${f}`],
      into: { p3: ['p2'], p3s1: ['p2s3'] },
    });
  });

  test('two passages change places that differ in one sentence', () => {
    const [one, other] = [`${b}|${c}|${d}|${e}`, `${b}|${c}|${f}|${e}`];
    expect(becomes([a, one, other, g], [a, other, one, g]).ids.map((line) => line.replace(/:[^ ]+/g, ''))).toEqual([
      'p1 p1s1',
      'p3 p3s1 p3s2 p3s3 p3s4',
      'p2 p2s1 p2s2 p2s3 p2s4',
      'p4 p4s1',
    ]);
  });
});

describe('passages', () => {
  test('put in after another, before the first, and at the end', () => {
    expect(becomes([a, b], [c, a, d, e, b, f, g]).ids.map((line) => line.split(' ')[0])).toEqual(['p0a', 'p1', 'p1a', 'p1b', 'p2', 'p3', 'p4']);
  });

  test('with the words of a section head before them', () => {
    expect(becomes([title[0], a, b], [title[0], c, a, b]).ids).toEqual(['h1 一、形势与任务', `p0a p0as1:${c}`, `p1 p1s1:${a}`, `p2 p2s1:${b}`]);
  });

  test('taken out, with their sentences', () => {
    expect(becomes([a, `${b}|${c}`, d], [a, d])).toEqual({ ids: [`p1 p1s1:${a}`, `p3 p3s1:${d}`], into: { p2: [], p2s1: [], p2s2: [] } });
  });

  test('split: the first piece keeps the id, sentences keep their names', () => {
    expect(becomes([`${a}|${b}|${c}|${d}`], [`${a}|${b}`, `${c}|${d}`])).toEqual({ ids: [`p1 p1s1:${a} p1s2:${b}`, `p2 p1s3:${c} p1s4:${d}`], into: { p1: ['p1', 'p2'] } });
  });

  test('merged: the first keeps the id', () => {
    expect(becomes([a, b, c], [`${a}|${b}`, c])).toEqual({ ids: [`p1 p1s1:${a} p2s1:${b}`, `p3 p3s1:${c}`], into: { p2: ['p1'] } });
  });

  test('moved', () => {
    expect(becomes([a, `${b}|${c}`, d], [`${b}|${c}`, a, d]).ids).toEqual([`p2 p2s1:${b} p2s2:${c}`, `p1 p1s1:${a}`, `p3 p3s1:${d}`]);
  });

  test('a sentence taken out of three leaves the passage, two leave another', () => {
    expect(becomes([`${a}|${b}|${c}`, d], [`${a}|${b}`, d]).into).toEqual({ p1s3: [] });
    expect(becomes([`${a}|${b}|${c}`, d], [a, d])).toEqual({ ids: [`p0a p1s1:${a}`, `p2 p2s1:${d}`], into: { p1: [], p1s2: [], p1s3: [] } });
  });

  test('divided between two others: the id is none of them', () => {
    const { ids, into } = becomes([`${a}|${b}`, `${c}|${d}`, `${e}|${f}`], [`${a}|${b}|${c}`, `${d}|${e}|${f}`]);
    expect(ids.map((line) => line.split(' ')[0])).toEqual(['p1', 'p3']);
    expect(into).toEqual({ p2: ['p1', 'p3'] });
  });

  test('an id that is gone is never given again', () => {
    const lock = lockOf([a, b, c], [a, c], [a, c, d], [a, e, c, d], [a, c, d], [a, f, c, d]);
    expect(show(lock).map((line) => line.split(' ')[0])).toEqual(['p1', 'p1b', 'p3', 'p4']);
  });

  test('the same words again after they had gone are new', () => {
    expect(show(lockOf([a, b, c], [a, c], [a, b, c]))).toEqual([`p1 p1s1:${a}`, `p1a p1as1:${b}`, `p3 p3s1:${c}`]);
  });
});

describe('heads and the title', () => {
  test('a reworded head keeps its id', () => {
    expect(becomes([title[0], a, title[1], b], [title[0], a, '# 二、办法与措施', b])).toEqual({
      ids: ['h1 一、形势与任务', `p1 p1s1:${a}`, 'h2 二、办法与措施', `p2 p2s1:${b}`],
      into: {},
    });
  });

  test('a head is put in, and one taken out', () => {
    expect(becomes([title[0], a, title[1], b], [title[0], a, '# 三、保障', b])).toEqual({
      ids: ['h1 一、形势与任务', `p1 p1s1:${a}`, 'h3 三、保障', `p2 p2s1:${b}`],
      into: { h2: [] },
    });
  });

  test('a head that moves to another passage is a change of its own', () => {
    const lock = lockOf([title[0], a, b], [a, title[0], b]);
    expect([lock.revision, lock.history[0]!.heads, show(lock)]).toEqual([2, [['h1', 'p1']], [`p1 p1s1:${a}`, 'h1 一、形势与任务', `p2 p2s1:${b}`]]);
  });

  test('a head that becomes a passage leads to it, and back', () => {
    expect(becomes([title[0], a], ['一、形势与任务', a])).toEqual({ ids: ['p0a p0as1:一、形势与任务', `p1 p1s1:${a}`], into: { h1: ['p0as1'] } });
    expect(becomes([a, '一、形势与任务', b], [a, title[0], b])).toEqual({ ids: [`p1 p1s1:${a}`, 'h1 一、形势与任务', `p3 p3s1:${b}`], into: { p2: ['h1'], p2s1: ['h1'] } });
  });

  test('the title is always t1', () => {
    const lock = lockOf([a], { ...textOf(a), title: '另一个题目' });
    expect([lock.title.id, lock.title.text, lock.history[0]!.wordings.map(({ text }) => text)]).toEqual(['t1', '另一个题目', ['讲话']]);
  });
});

describe('the history', () => {
  test('keeps every wording that was superseded or removed, with its receipt', () => {
    const old = lockOf([`${a}|${b}`, c]);
    const { history } = reconcile(old, textOf(`${a.replace('春', '秋')}|${b}`), '2027-01-01');
    expect(history).toEqual([
      {
        revision: 2,
        date: '2027-01-01',
        wordings: [old.passages[0]!.sentences[0], old.passages[1]!.sentences[0]],
        sentences: { p2: ['p2s1'] },
        passages: ['p1', 'p2'],
        into: { p2: [], p2s1: [] },
      },
    ]);
  });

  test('counts a change of punctuation style as a revision, with no wording superseded', () => {
    const lock = lockOf([a], [a.replace('。', '.')]);
    expect([lock.revision, lock.history[0]!.wordings, lock.passages[0]!.receipt]).toEqual([2, [], lockOf([a]).passages[0]!.receipt]);
  });
});
