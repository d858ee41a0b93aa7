import { describe, expect, test } from 'vitest';
import { receiptOf } from '../../../../src/text/normalize.ts';
import { mintLock } from '../../../../src/text/permalinks/mint.ts';
import { show, textOf } from '../../support/lock.ts';

describe('the first lock of a text', () => {
  const lock = mintLock('harvest', textOf('同志们：', '# 一、形势', '稳。|进。|好。', '# 二、任务', '干。', '# 三、完'));

  test('numbers passages, sentences and heads from 1, and calls the title t1', () => {
    expect(show(lock)).toEqual(['p1 p1s1:同志们：', 'h1 一、形势', 'p2 p2s1:稳。 p2s2:进。 p2s3:好。', 'h2 二、任务', 'p3 p3s1:干。', 'h3 三、完']);
    expect(lock.title).toEqual({ id: 't1', receipt: receiptOf('讲话'), text: '讲话' });
  });

  test('is revision 1 and has no history', () => {
    expect(lock).toMatchObject({ format: 2, speech: 'harvest', revision: 1, history: [] });
  });

  test('says which passage follows each head', () => {
    expect(lock.heads.map(({ before }) => before)).toEqual(['p2', 'p3', null]);
  });

  test('gives a passage the receipt of its sentences joined', () => {
    expect(lock.passages[1]!.receipt).toBe(receiptOf('稳。进。好。'));
  });
});
