import { describe, expect, test } from 'vitest';
import { receiptOf } from '../../../../src/text/normalize.ts';
import { bindIds, isMismatch, type LockMismatch } from '../../../../src/text/permalinks/bind.ts';
import type { TextUnits } from '../../../../src/text/permalinks/lock.ts';
import { mintLock } from '../../../../src/text/permalinks/mint.ts';
import { textOf } from '../../support/lock.ts';

const text = textOf('同志们：', '# 一、形势', '稳。|进。');
const lock = mintLock('harvest', text);

describe('binding a text to its lock', () => {
  test('gives every unit its locked id and receipt', () => {
    expect(bindIds(lock, text)).toEqual({
      title: { id: 't1', receipt: receiptOf('讲话') },
      heads: [{ id: 'h1', receipt: receiptOf('一、形势') }],
      passages: [
        { id: 'p1', receipt: receiptOf('同志们：'), sentences: [{ id: 'p1s1', receipt: receiptOf('同志们：') }] },
        {
          id: 'p2',
          receipt: receiptOf('稳。进。'),
          sentences: [
            { id: 'p2s1', receipt: receiptOf('稳。') },
            { id: 'p2s2', receipt: receiptOf('进。') },
          ],
        },
      ],
    });
  });

  test('is no mismatch when all agrees', () => {
    expect(isMismatch(bindIds(lock, text))).toBe(false);
  });

  test.each<[string, TextUnits, LockMismatch]>([
    ['another title', { ...text, title: '发言' }, { part: 'title', index: 0, id: 't1', found: '发言', expected: '讲话' }],
    ['another head', textOf('同志们：', '# 一、任务', '稳。|进。'), { part: 'heads', index: 0, id: 'h1', found: '一、任务', expected: '一、形势' }],
    ['a head too many', textOf('同志们：', '# 一、形势', '稳。|进。', '# 二、任务'), { part: 'heads', index: 1, id: undefined, found: '二、任务', expected: undefined }],
    ['a head too few', textOf('同志们：', '稳。|进。'), { part: 'heads', index: 0, id: 'h1', found: undefined, expected: '一、形势' }],
    ['a head elsewhere', textOf('# 一、形势', '同志们：', '稳。|进。'), { part: 'heads', index: 0, id: 'h1', found: '一、形势 (before p1)', expected: '一、形势 (before p2)' }],
    ['a head at the end', textOf('同志们：', '稳。|进。', '# 一、形势'), { part: 'heads', index: 0, id: 'h1', found: '一、形势 (at the end)', expected: '一、形势 (before p2)' }],
    ['another word in a passage', textOf('同志们：', '# 一、形势', '稳。|退。'), { part: 'passages', index: 1, id: 'p2', found: '稳。退。', expected: '稳。进。' }],
    ['a passage too many', textOf('同志们：', '# 一、形势', '稳。|进。', '完。'), { part: 'passages', index: 2, id: undefined, found: '完。', expected: undefined }],
    ['a passage too few', textOf('同志们：', '# 一、形势'), { part: 'passages', index: 1, id: 'p2', found: undefined, expected: '稳。进。' }],
    ['other sentences of the same words', textOf('同志们：', '# 一、形势', '稳。进。'), { part: 'passages', index: 1, id: 'p2', found: '稳。进。', expected: '稳。进。' }],
    ['two places, of which the first is told', textOf('朋友们：', '# 一、形势', '稳。|退。'), { part: 'passages', index: 0, id: 'p1', found: '朋友们：', expected: '同志们：' }],
  ])('reports %s', (_what, changed, mismatch) => {
    expect(bindIds(lock, changed)).toEqual(mismatch);
  });
});
