import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formerUnits } from '../../../../src/text/permalinks/former.ts';
import { issuedIds } from '../../../../src/text/permalinks/history.ts';
import { lockOf, sentences } from '../../support/lock.ts';
import { runs } from '../../support/property.ts';

const { a, b, c, d, e } = sentences;

describe('ids that are no unit of the text any more', () => {
  test('are none in a first revision', () => {
    expect(formerUnits(lockOf([a, b]))).toEqual({ anchors: {}, tombstones: [] });
  });

  test('merged sentences land on the sentence that has their words', () => {
    const merged = `${a.replace('。', '，')}${b}`;
    expect(formerUnits(lockOf([`${a}|${b}`, c], [merged, c]))).toEqual({ anchors: { p1s1: ['p1s2'] }, tombstones: [] });
  });

  test('merged passages land on their first sentence in the other', () => {
    expect(formerUnits(lockOf([a, `${b}|${c}`], [`${a}|${b}|${c}`])).anchors).toEqual({ p2s1: ['p2'] });
  });

  test('passages divided between two others land on their first sentence', () => {
    expect(formerUnits(lockOf([a, `${b}|${c}`, d], [`${a}|${b}`, `${c}|${d}`])).anchors).toEqual({ p2s1: ['p2'] });
  });

  test('a removed passage has its sentences in its grave, after the passage before it', () => {
    expect(formerUnits(lockOf([a, `${b}|${c}`, d], [a, d])).tombstones).toEqual([
      {
        id: 'p2',
        revision: 2,
        date: '2027-01-01',
        after: 'p1',
        parts: [
          { text: b, id: 'p2s1' },
          { text: c, id: 'p2s2' },
        ],
      },
    ]);
  });

  test('a sentence that had moved away before its passage went is named where it is', () => {
    const lock = lockOf([`${a}|${e}`, `${b}|${c}|${d}`], [`${a}|${b}|${e}`]);
    expect(formerUnits(lock).tombstones).toEqual([
      {
        id: 'p2',
        revision: 2,
        date: '2027-01-01',
        after: 'p1',
        parts: [
          { text: b, now: 'p2s1' },
          { text: c, id: 'p2s2' },
          { text: d, id: 'p2s3' },
        ],
      },
    ]);
  });

  test('a removed sentence is shown after its passage', () => {
    expect(formerUnits(lockOf([a, `${b}|${c}|${d}`], [a, `${c}|${d}`])).tombstones).toEqual([{ id: 'p2s1', revision: 2, date: '2027-01-01', after: 'p2', parts: [{ text: b }] }]);
  });

  test('a sentence that went before its passage has a grave of its own', () => {
    expect(
      formerUnits(lockOf([a, `${b}|${c}|${d}`, e], [a, `${b}|${d}`, e], [a, e])).tombstones.map(({ id, revision, after, parts }) => [id, revision, after, parts.length]),
    ).toEqual([
      ['p2', 3, 'p1', 2],
      ['p2s2', 2, 'p1', 1],
    ]);
  });

  test('a removed head is shown after the passage before it', () => {
    expect(formerUnits(lockOf([a, '# 一、形势', b], [a, b])).tombstones).toEqual([{ id: 'h1', revision: 2, date: '2027-01-01', after: 'p1', parts: [{ text: '一、形势' }] }]);
  });

  test('what stood first is shown before the text', () => {
    expect(formerUnits(lockOf([a, b], [b])).tombstones[0]).toMatchObject({ id: 'p1', after: null });
  });

  test('the place follows what it was next to', () => {
    const [first, second] = [
      [a, b, c, d],
      [a, b, d],
    ];
    expect(formerUnits(lockOf(first, second, [`${a}|${b}`, d])).tombstones[0]).toMatchObject({ id: 'p3', after: 'p1' });
    expect(formerUnits(lockOf(first, second, [a, d, b])).tombstones[0]).toMatchObject({ id: 'p3', after: 'p2' });
    expect(formerUnits(lockOf(first, second, [a, d])).tombstones.find(({ id }) => id === 'p3')).toMatchObject({ after: 'p1' });
  });

  test('every id that was ever given out lands just once, through any edits', () => {
    const line = fc.array(fc.constantFrom(...Object.values(sentences), '稳。', '好。'), { minLength: 1, maxLength: 4 }).map((list) => list.join('|'));
    const blocks = fc.array(fc.oneof(line, line, fc.constantFrom('# 一、形势', '# 二、任务')), { maxLength: 7 });
    fc.assert(
      fc.property(fc.array(blocks, { minLength: 1, maxLength: 5 }), (revisions) => {
        const lock = lockOf(...revisions);
        const { anchors, tombstones } = formerUnits(lock);
        const live = [lock.title.id, ...lock.heads.map(({ id }) => id), ...lock.passages.flatMap(({ id, sentences }) => [id, ...sentences.map((sentence) => sentence.id)])];
        const former = [...Object.values(anchors).flat(), ...tombstones.flatMap(({ id, parts }) => [id, ...parts.flatMap((part) => part.id ?? [])])];
        expect([...live, ...former].sort()).toEqual([...issuedIds(lock)].sort());
        for (const host of [...Object.keys(anchors), ...tombstones.flatMap(({ after }) => after ?? [])]) expect(live).toContain(host);
      }),
      runs(150),
    );
  });
});
