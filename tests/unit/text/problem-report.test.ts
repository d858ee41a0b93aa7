import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count, githubAnnotations, reportProblems, width } from '../../../src/text/problem-report.ts';
import { type Problem, problem } from '../../../src/text/problems.ts';
import { anyUnits, runs } from '../support/property.ts';

const at = (file: string, line: number, column: number) => problem('no-text', { file, line, column });
const report = (column: number, line: string) =>
  reportProblems([at('a.mdx', 7, column)], { lineOf: () => line })
    .split('\n')
    .slice(2, 4);

describe('a report for people', () => {
  test('is grouped by file, in the order of file, line and column', () => {
    const lines = reportProblems([at('b.mdx', 1, 1), at('a.mdx', 20, 3), at('a.mdx', 3, 10)]).split('\n');
    expect(lines.filter((line) => /^\S|^ {2}\S/.test(line)).map((line) => line.trim().split('  ')[0])).toEqual(['a.mdx', '3:10', '20:3', 'b.mdx', '1:1']);
  });

  test('quotes the words at the place, and points at it', () => {
    expect(report(4, '稳中求进。')).toEqual(['       │ 稳中求进。', '       │       ^']);
  });

  test('cuts a long line round the place', () => {
    const [quoted, sign] = report(101, `${'稳'.repeat(100)}X${'进'.repeat(100)}`);
    expect(quoted).toBe(`         │ …${'稳'.repeat(12)}X${'进'.repeat(19)}…`);
    expect(quoted!.indexOf('X') + 12).toBe(sign!.indexOf('^'));
  });

  test('quotes nothing where there are no words', () => {
    expect(report(1, '---')[0]).not.toContain('│');
    expect(reportProblems([at('a.mdx', 7, 1)], { lineOf: () => undefined })).not.toContain('│');
  });

  test('takes any line and any column', () => {
    fc.assert(
      fc.property(anyUnits, fc.nat(80), (line, column) => {
        const [first, second] = report(column + 1, line.replaceAll('\n', ''));
        if (first!.includes('│')) expect(second).toMatch(/│ *\^$/);
      }),
      runs(300),
    );
  });
});

describe('annotations for GitHub', () => {
  const annotation = (p: Partial<Problem>) => githubAnnotations([{ ...at('a.mdx', 1, 2), ...p }]);

  test('carry file, line, column, kind, message and hint', () => {
    expect(annotation({ message: 'Why.', hint: 'What.' })).toBe('::error file=a.mdx,line=1,col=2,title=no-text::Why.%0AWhat.\n');
  });

  test('escape what the format would read as its own', () => {
    expect(annotation({ file: 'a,b:c%.mdx', message: '100%\r\n', hint: ',:' })).toBe('::error file=a%2Cb%3Ac%25.mdx,line=1,col=2,title=no-text::100%25%0D%0A%0A,:\n');
  });
});

test.each([
  ['稳中求进', 8],
  ['“稳”', 4],
  ['e\u0301', 1],
  ['\u{20000}', 2],
  ['ＧＤＰ', 6],
  ['GDP', 3],
])('%s takes %i columns', (text, columns) => {
  expect(width(text)).toBe(columns);
});

test.each([
  [0, '0 speeches'],
  [1, '1 speech'],
  [2, '2 speeches'],
])('%i is written with its noun', (number, written) => {
  expect(count(number, 'speech', 'speeches')).toBe(written);
});
