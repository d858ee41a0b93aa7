import { expect, test } from 'vitest';
import { readMarkdown } from '../../../src/importer/read-markdown.ts';

const read = (text: string) => readMarkdown(Buffer.from(text));
const texts = (text: string) => read(text).lines.map((line) => line.text);

test.each([
  ['# Title\n\nOne\ntwo.\n', ['Title', 'One two.']],
  ['高质量\n发展。', ['高质量发展。']],
  ['He said “yes”\nand went.', ['He said “yes” and went.']],
  ['one  \ntwo', ['one', 'two']],
  ['- 甲\n- 乙\n\n3. 丙\n4. 丁', ['甲', '乙', '3. 丙', '4. 丁']],
  ['> 甲', ['甲']],
  ['| 甲 | 乙 |\n|---|---|\n| 1 | 2 |', ['甲\t乙', '1\t2']],
  ['甲[^a]乙\n\n[^a]: 注', ['甲[a]乙', '[a] 注']],
  ['**甲**_乙_`丙`~~丁~~', ['甲乙丙丁']],
  ['见[这里](http://a.b)和 https://a.b/c_d', ['见这里和 https://a.b/c_d']],
  ['\\*\\*甲 &amp; 乙', ['**甲 & 乙']],
  ['```\n甲\n乙\n```', ['甲', '乙']],
  ['<b>甲</b>', ['甲']],
])('%j is read as %j', (text, lines) => {
  expect(texts(text)).toEqual(lines);
});

test('heads have their level, rules are breaks, and every line its number', () => {
  expect(read('# A\n\n## B\n\nc\n\n---\n\nd').lines.map(({ line, text, hints }) => [line, text, hints])).toEqual([
    [1, 'A', { level: 1 }],
    [3, 'B', { level: 2 }],
    [5, 'c', {}],
    [7, '', { break: true }],
    [9, 'd', {}],
  ]);
});

test('what Markdown takes for markup is named with its lines, since it may belong to the text', () => {
  expect(read('推动**高质量**发展\n\n![图](a.png)甲').remarks).toEqual([
    { lines: [1], message: 'Bold type: its marks (** or __) are not part of the text.' },
    { lines: [3], message: 'Pictures are left out.' },
  ]);
});

test('front matter is no text, but may name the title', () => {
  const { lines, titles, remarks } = read('---\ntitle: On roads\n---\n\nGentlemen:');
  expect([lines.map(({ text }) => text), titles, remarks]).toEqual([
    ['Gentlemen:'],
    ['On roads'],
    [{ lines: [], message: 'The front matter of the file is not part of the text.' }],
  ]);
});
