import { describe, expect, test } from 'vitest';
import { escapeMdx } from '../../../src/importer/escape-mdx.ts';
import { readMdx } from '../../../src/speech/read-mdx.ts';

const read = (line: string) => readMdx('speech.mdx', line);

describe('a line is written so that MDX reads just this line', () => {
  test.each([
    ['**书记', '\\*\\*书记'],
    ['***', '\\*\\*\\*'],
    ['a_b_c', 'a\\_b\\_c'],
    ['{1 + 1}', '\\{1 + 1\\}'],
    ['<Gap kind="place">XX</Gap>', '\\<Gap kind="place"\\>XX\\</Gap\\>'],
    ['1 < 2 > 0', '1 \\< 2 \\> 0'],
    ['~~甲~~', '\\~\\~甲\\~\\~'],
    ['| 甲 | 乙 |', '\\| 甲 \\| 乙 \\|'],
    ['`甲`', '\\`甲\\`'],
    ['[甲](乙)', '\\[甲\\](乙)'],
    ['C:\\甲', 'C:\\\\甲'],
    ['AT&amp;T', 'AT\\&amp;T'],
    ['&copy', '\\&copy'],
    ['# 甲', '\\# 甲'],
    ['1. 甲', '1\\. 甲'],
    ['12) 甲', '12\\) 甲'],
    ['- 甲', '\\- 甲'],
    ['+', '\\+'],
    ['---', '\\---'],
    ['- - -', '\\- - -'],
    ['import 甲', '&#105;mport 甲'],
    ['export*', '&#101;xport\\*'],
    ['https://a.b/c_d', 'https\\://a.b/c\\_d'],
    ['www.a.b', 'www\\.a.b'],
    ['a@b.c', 'a\\@b.c'],
  ])('%s', (line, written) => {
    expect(escapeMdx(line)).toBe(written);
    expect(read(written)).toEqual({ blocks: [{ type: 'paragraph', line: 1, text: line, marks: [] }], problems: [] });
  });

  test.each(['稳中求进。', '1.甲', '2021年', '-5%', '——甲', 'importance', 'C++', '甲：乙', '5+6=11', '!', '$5'])('%s needs nothing', (line) => {
    expect(escapeMdx(line)).toBe(line);
    expect(read(line).blocks).toMatchObject([{ text: line }]);
  });
});
