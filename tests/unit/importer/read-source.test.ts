import { describe, expect, test } from 'vitest';
import { type FailureKind, failure, failures, lineList } from '../../../src/importer/failure.ts';
import { mostBytes, readSource } from '../../../src/importer/read-source.ts';
import { failureOf } from './support.ts';

const read = (name: string, text: string, as?: 'txt' | 'md' | 'html') => readSource(name, Buffer.from(text), as ? { as } : {});

describe('the kind of a file', () => {
  test.each([
    ['a.txt', '# 甲', 'txt', ['# 甲']],
    ['a.md', '# 甲', 'md', ['甲']],
    ['a.MARKDOWN', '# 甲', 'md', ['甲']],
    ['a.htm', '<p>甲', 'html', ['甲']],
    ['a.txt', ' <!DOCTYPE html><p>甲', 'html', ['甲']],
    ['a', '<?xml version="1.0"?><html><p>甲</p></html>', 'html', ['甲']],
    ['a.txt', '<p>甲', 'txt', ['<p>甲']],
    ['no-extension', '甲', 'txt', ['甲']],
  ])('of %s with %s is %s… (%s)', (name, text, format, lines) => {
    const document = read(name, text);
    expect([document.format, document.lines.map((line) => line.text)]).toEqual([format, lines]);
  });

  test('may be said by the editor', () => {
    expect(read('a.md', '**书记', 'txt').lines[0]!.text).toBe('**书记');
  });

  test.each([
    ['a.mht', 'MIME-Version: 1.0\r\nContent-Type: multipart/related', /^other-format: This is a mail or web archive/],
    ['a.xlsx', 'PK\x03\x04', /^other-format: This is a \.xlsx file/],
    ['a.txt', '\x1f\x8b\x08', /^other-format: This is a packed file/],
  ])('%s is refused by what it is', (name, start, message) => {
    expect(failureOf(() => readSource(name, Buffer.from(start, 'latin1')))).toMatch(message);
  });

  test('a file that is too large is refused before it is looked at', () => {
    expect(failureOf(() => readSource('a.txt', new Uint8Array(mostBytes + 1)))).toMatch(/^too-large: The file has 20\.0 MB/);
  });
});

describe('characters that cannot be right are kept, and named with their lines', () => {
  test.each([
    ['lost before it came here', '甲\ufffd乙', /lost in the source/],
    ['lost in another way', '甲锟斤拷乙', /lost in the source/],
    ['of private use', '甲\ue138乙', /private use.*Hong Kong/],
    ['that control a machine', '甲\u0007乙', /Control characters/],
  ])('%s', (_, text, message) => {
    const { lines, remarks } = read('a.txt', `各位代表：\n${text}\n`);
    expect(lines[1]!.text).toBe(text);
    expect(remarks).toEqual([{ lines: [2], message: expect.stringMatching(message) }]);
  });
});

describe('the catalogue of failures', () => {
  const details = {
    name: 'a',
    reason: 'r',
    size: '1 MB',
    most: '2 MB',
    why: '',
    what: 'a PDF',
    how: 'Save it.',
    label: 'x',
    encoding: 'Big5',
    line: 3,
    byte: 9,
    said: 'it',
    other: 'UTF-8',
    lines: [3],
    guesses: 'g',
    sample: '甲',
    otherSample: '乙',
    meant: '丙',
    part: 'p',
    id: 'x',
    file: 'f',
    option: 'remove',
  };

  test.each(Object.keys(failures) as FailureKind[])('%s has a message and a hint, both whole sentences', (kind) => {
    const { message, hint } = failure(kind, details as never);
    expect(message).toMatch(/^\S.*\.$/s);
    expect(hint).toMatch(/^[A-Z].*\S$/s);
    expect(`${message} ${hint}`).not.toMatch(/undefined|\[object|NaN/);
  });

  test.each([
    [[3], 'line 3'],
    [[3, 5], 'lines 3 and 5'],
    [[1, 2, 3, 7], 'lines 1–3 and 7'],
    [[1, 3, 5, 7, 9, 11, 13, 15, 17, 19], 'lines 1, 3, 5, 7, 9, 11, 13, 15 and 2 more'],
  ])('%j are told as %s', (lines, told) => {
    expect(lineList(lines)).toBe(told);
  });
});
