import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../../src/text/quotations.ts';
import type { Note } from '../../../src/text/types.ts';

const sic = (start: number, end: number, corr: string): Note => ({ id: 'n', kind: 'sic', start, end, corr, text: { zh: '注', en: 'note' }, basis: 'text' });
const found = (text: string, notes: Note[] = []) => findQuotations({ text, notes }).map(({ text: words, closed }) => (closed ? words : `${words}…`));

describe('quoted strings', () => {
  test('are found in order, without their marks', () => {
    expect(findQuotations({ text: '讲“稳”与“进”。', notes: [] })).toEqual([
      { start: 2, end: 3, text: '稳', closed: true },
      { start: 6, end: 7, text: '进', closed: true },
    ]);
  });

  test('may stand side by side, be empty, or hold single marks', () => {
    expect(found('“一”“二”“”“三‘四’五”')).toEqual(['一', '二', '', '三‘四’五']);
  });

  test('a closing mark alone opens nothing', () => {
    expect(found('一”二')).toEqual([]);
  });

  test('an open one ends at the next opening mark, or with the text', () => {
    expect(found('“一，“二”，“三')).toEqual(['一，…', '二', '三…']);
  });
});

describe('damaged marks', () => {
  test('count as what the note reads', () => {
    expect(found(`“一'‘二“三”`, [sic(2, 4, '”')])).toEqual(['一', '三']);
    expect(found('"一”', [sic(0, 1, '“')])).toEqual(['一']);
  });

  test('a mark inside a slip is not counted a second time', () => {
    expect(found('“一““二”', [sic(2, 4, '”')])).toEqual(['一']);
  });

  test('notes with other readings change nothing', () => {
    expect(found('“一”', [sic(1, 2, '二')])).toEqual(['一']);
  });
});
