import { describe, expect, test } from 'vitest';
import { receiptOf } from '../../../../src/text/normalize.ts';
import { idRecords } from '../../../../src/text/permalinks/wordings.ts';
import { lockOf, sentences } from '../../support/lock.ts';

const { a, b, c, d } = sentences;
const [a2, a3] = [a.replace('春', '秋'), a.replace('春', '夏')];

describe('the record of an id', () => {
  const lock = lockOf([`${a}|${b}`, c, d], [`${a2}|${b}`, c, d], [`${a2}|${b}`, d], [`${a3}|${b}`, d], [`${a3}|${b}|${d}`]);
  const records = idRecords(lock);
  const wording = (text: string, from: number, until?: number) => ({ receipt: receiptOf(text), text, from, ...(until === undefined ? {} : { until }) });

  test('has every wording it ever had', () => {
    expect(records.get('p1s1')).toEqual({ id: 'p1s1', state: 'live', now: ['p1s1'], wordings: [wording(a, 1, 1), wording(a2, 2, 3), wording(a3, 4)] });
  });

  test('has those of a passage too, made of its sentences', () => {
    expect(records.get('p1')!.wordings).toEqual([wording(a + b, 1, 1), wording(a2 + b, 2, 3), wording(a3 + b, 4, 4), wording(a3 + b + d, 5)]);
  });

  test('says when it was removed', () => {
    expect(records.get('p2')).toEqual({ id: 'p2', state: 'removed', now: [], gone: 3, wordings: [wording(c, 1, 2)] });
  });

  test('says into what it was merged', () => {
    expect(records.get('p3')).toEqual({ id: 'p3', state: 'merged', now: ['p1'], gone: 5, wordings: [wording(d, 1, 4)] });
    expect(records.get('p3s1')).toMatchObject({ state: 'live', now: ['p3s1'] });
  });

  test('of a unit that was split has the first piece and the others', () => {
    const [head, tail] = ['各乡镇必须在月底以前统计受灾面积。', '随后上报县里的防汛指挥部门。'];
    expect(idRecords(lockOf([`${a}|${head.replace('。', '，')}${tail}`], [`${a}|${head}|${tail}`])).get('p1s2')).toMatchObject({ state: 'live', now: ['p1s2', 'p1s3'] });
  });

  test('of a passage that was divided between others has both', () => {
    expect(idRecords(lockOf([a, `${b}|${c}`, d], [`${a}|${b}`, `${c}|${d}`])).get('p2')).toMatchObject({ state: 'split', now: ['p1', 'p3'], gone: 2 });
  });

  test('of a unit that was merged into one that went says when the words went', () => {
    const records = idRecords(lockOf([a, b, c], [`${a}|${b}`, c], [c]));
    expect(records.get('p2')).toMatchObject({ state: 'removed', now: [], gone: 3 });
    expect(records.get('p2')!.wordings.at(-1)!.until).toBe(1);
  });

  test('of a text in its first revision has one wording each', () => {
    expect([...idRecords(lockOf([`${a}|${b}`])).values()].map(({ id, state, wordings }) => [id, state, wordings.length])).toEqual([
      ['t1', 'live', 1],
      ['p1', 'live', 1],
      ['p1s1', 'live', 1],
      ['p1s2', 'live', 1],
    ]);
  });
});
