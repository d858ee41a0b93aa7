import { describe, expect, test } from 'vitest';
import type { Lock } from '../../../../src/text/permalinks/lock.ts';
import { mintLock } from '../../../../src/text/permalinks/mint.ts';
import { type Draft, type DraftBlock, draftOf, marksOf, unitsOf } from '../../../support/corrections/draft.ts';
import { judge } from '../../../support/corrections/truth.ts';
import { sentences, textOf } from '../../support/lock.ts';

// The judge of the long trials is judged here: by locks that are right, and by locks that are wrong in one thing.

const { a, b, c, d } = sentences;

/** The lock of the second revision of a draft, with these ids: for each block its own, and those of its sentences. */
function lockOf(draft: Draft, blocks: readonly string[], into: Record<string, string[]>): Lock {
  const lock = mintLock('harvest', unitsOf(draft));
  const ids = blocks.map((line) => line.split(' '));
  const [heads, passages] = [ids.filter(([id]) => id!.startsWith('h')), ids.filter(([id]) => id!.startsWith('p'))];
  expect([heads.length, passages.map((own) => own.length - 1)]).toEqual([lock.heads.length, lock.passages.map((passage) => passage.sentences.length)]);
  return {
    ...lock,
    revision: 2,
    heads: lock.heads.map((head, i) => ({ ...head, id: heads[i]![0]! })),
    passages: lock.passages.map((passage, i) => ({ ...passage, id: passages[i]![0]!, sentences: passage.sentences.map((unit, k) => ({ ...unit, id: passages[i]![k + 1]! })) })),
    history: [{ revision: 2, date: '2027-01-01', wordings: [], sentences: {}, into }],
  };
}

/** What the judge says of a text in blocks that was edited, and then was given these ids. */
function judged(before: readonly string[], edit: (blocks: DraftBlock[]) => DraftBlock[], ids: readonly string[], into: Record<string, string[]> = {}) {
  const old = draftOf(textOf(...before));
  const now = { title: old.title, blocks: edit(old.blocks) };
  const { small, passages, reused } = judge({ draft: old, lock: mintLock('harvest', unitsOf(old)) }, { draft: now, lock: lockOf(now, ids, into) });
  return { wrong: [...small.wrong, ...passages.wrong], lost: [...small.lost, ...passages.lost], reused, twins: small.twins + passages.twins };
}

const sound = { wrong: [], lost: [], reused: [], twins: 0 };
const same = (blocks: DraftBlock[]) => blocks;
const without = (at: number) => (blocks: DraftBlock[]) => blocks.toSpliced(at, 1);
const passage = (text: string): DraftBlock => ({ head: false, marks: marksOf(text) });
const withBlock = (at: number, text: string) => (blocks: DraftBlock[]) => blocks.toSpliced(at, 0, passage(text));
/** A passage without the letters from one to another. */
const cut = (at: number, from: number, to: number) => (blocks: DraftBlock[]) => blocks.with(at, { ...blocks[at]!, marks: blocks[at]!.marks.toSpliced(from, to - from) });

describe('different words', () => {
  test('ids at their words are right', () => {
    expect(judged([`${a}|${b}`, c], same, ['p1 p1s1 p1s2', 'p2 p2s1'])).toEqual(sound);
    expect(judged([`${a}|${b}`, c], without(1), ['p1 p1s1 p1s2'], { p2: [], p2s1: [] })).toEqual(sound);
    expect(judged([`${a}|${b}`, c], cut(0, a.length, a.length + b.length), ['p1 p1s1', 'p2 p2s1'], { p1s2: [] })).toEqual(sound);
  });

  test('ids of two sentences, of two passages, of two heads change places', () => {
    expect(judged([`${a}|${b}`, c], same, ['p1 p1s2 p1s1', 'p2 p2s1']).wrong).toEqual(['p1s1', 'p1s2']);
    expect(judged([`${a}|${b}`, c], same, ['p2 p1s1 p1s2', 'p1 p2s1']).wrong).toEqual(['p1', 'p2']);
    expect(judged(['# 一、形势', a, '# 二、任务', b], same, ['h2', 'p1 p1s1', 'h1', 'p2 p2s1']).wrong).toEqual(['h1', 'h2']);
  });

  test('a removed id stands at new words at once, whatever the lock says of it', () => {
    const replaced = (blocks: DraftBlock[]) => blocks.with(1, passage(d));
    expect(judged([a, b, c], replaced, ['p1 p1s1', 'p1a p1as1', 'p3 p3s1'], { p2: [], p2s1: [] })).toEqual(sound);
    expect(judged([a, b, c], replaced, ['p1 p1s1', 'p1a p2s1', 'p3 p3s1'], { p2: [], p2s1: [] }).wrong).toEqual(['p2s1']);
    expect(judged([a, b, c], replaced, ['p1 p1s1', 'p2 p2s1', 'p3 p3s1'], { p2: [], p2s1: [] }).wrong).toEqual(['p2s1', 'p2']);
  });

  test('an id forwards to a wrong place, or to one place too many', () => {
    expect(judged([a, b, c], without(1), ['p1 p1s1', 'p3 p3s1'], { p2: ['p3'], p2s1: ['p3s1'] }).wrong).toEqual(['p2s1', 'p2']);
    expect(judged([a, b, c], same, ['p1 p1s1', 'p2 p2s1', 'p3 p3s1'], { p2s1: ['p2s1', 'p3s1'] }).wrong).toEqual(['p2s1']);
  });

  test('an id goes though its words are there', () => {
    expect(judged([a, b], same, ['p1 p1s1', 'p1a p1as1'], { p2: [], p2s1: [] }).lost).toEqual(['p2s1', 'p2']);
  });

  test('an id stands twice, or is back', () => {
    expect(judged([a, b], withBlock(2, c), ['p1 p1s1', 'p2 p2s1', 'p3 p2s1']).reused).toEqual(['p2s1']);
    const old = draftOf(textOf(a));
    const before = { draft: old, lock: lockOf(old, ['p2 p2s1'], {}) };
    before.lock.history[0]!.sentences['p1'] = ['p1s1'];
    const now = { title: old.title, blocks: withBlock(0, b)(old.blocks) };
    expect(judge(before, { draft: now, lock: { ...lockOf(now, ['p1 p1s1', 'p2 p2s1'], {}), revision: 3 } }).reused).toEqual(['p1s1', 'p1']);
  });
});

describe('equal words', () => {
  const row = (...ids: string[]) => ids.map((id) => `${id} ${id}s1`);
  const gone = (id: string) => ({ [id]: [], [`${id}s1`]: [] });

  test('beside each other: whichever of them went or came, or moved there', () => {
    for (const at of [1, 2, 3]) {
      for (const id of ['p2', 'p3', 'p4']) {
        const rest = ['p1', 'p2', 'p3', 'p4', 'p5'].filter((other) => other !== id);
        expect(judged([a, b, b, b, c], without(at), row(...rest), gone(id))).toMatchObject({ wrong: [], lost: [] });
        expect(judged([a, b, b, c], withBlock(at, b), row(...['p1', 'p2', 'p3'].toSpliced(Number(id[1]) - 1, 0, 'p9'), 'p4'))).toMatchObject({ wrong: [], lost: [] });
      }
    }
    for (const to of [3, 4]) {
      const moved = (blocks: DraftBlock[]) => blocks.toSpliced(to, 0, blocks[0]!).slice(1);
      for (const ids of [row('p2', 'p3', 'p1', 'p4', 'p5'), row('p2', 'p3', 'p4', 'p1', 'p5')]) {
        expect(judged([b, a, c, b, d], moved, ids)).toMatchObject({ wrong: [], lost: [] });
      }
    }
  });

  test('a stretch of several passages, and a sentence in its passage', () => {
    const stretch = (blocks: DraftBlock[]) => [...blocks.slice(0, 1), passage(b), passage(c), ...blocks.slice(1)];
    expect(judged([a, b, c, d], stretch, row('p1', 'p2', 'p3', 'p8', 'p9', 'p4'))).toEqual({ ...sound, twins: 4 });
    expect(judged([`${a}|${b}|${b}|${c}`], cut(0, a.length, a.length + b.length), ['p1 p1s1 p1s2 p1s4'], { p1s3: [] })).toEqual({ ...sound, twins: 2 });
  });

  test('in a row where nothing came or went: the order tells them apart', () => {
    expect(judged([a, b, b, c], same, row('p1', 'p3', 'p2', 'p4')).wrong).toEqual(['p2s1', 'p3s1', 'p2', 'p3']);
    expect(judged([a, b, b, b, c], without(1), row('p1', 'p4', 'p3', 'p5'), gone('p2')).wrong).not.toEqual([]);
    expect(judged([a, b, b, b, c], same, row('p1', 'p3', 'p4', 'p2', 'p5')).wrong).toHaveLength(6);
    expect(judged([`${a}|${b}|${b}|${c}`], same, ['p1 p1s1 p1s3 p1s2 p1s4']).wrong).toEqual(['p1s2', 'p1s3']);
  });

  test('of which one was reworded', () => {
    expect(judged([a, b, b, c], cut(2, 4, 6), row('p1', 'p3', 'p2', 'p4')).wrong).toEqual(['p2s1', 'p3s1', 'p2', 'p3']);
  });

  test('apart: the neighbours tell them apart', () => {
    expect(judged([a, b, c, b, d], without(1), row('p1', 'p3', 'p2', 'p5'), gone('p4'))).toMatchObject({ wrong: ['p2s1', 'p2'], lost: ['p4s1', 'p4'] });
    expect(judged([a, b, c, b, d], same, row('p1', 'p4', 'p3', 'p2', 'p5')).wrong).toHaveLength(4);
    const ids = ['p1 p1s1', 'h1', 'p2 p2s1', 'p4 p4s1'];
    expect(judged([a, b, '# 一、形势', b, c], without(1), ids, gone('p3'))).toMatchObject({ wrong: ['p2s1', 'p2'], lost: ['p3s1', 'p3'] });
  });

  test('at the end of one passage, and alone in the next', () => {
    expect(judged([`${a}|${b}`, c], withBlock(1, b), ['p1 p1s1 p1s3', 'p1a p1s2', 'p2 p2s1']).wrong).toEqual(['p1s2']);
  });

  test('of a passage and of its sentences by two histories', () => {
    expect(judged([a, b, c], withBlock(1, b), ['p1 p1s1', 'p1a p2s1', 'p2 p1as1', 'p3 p3s1'])).toEqual({ ...sound, wrong: ['p2s1'] });
  });
});
