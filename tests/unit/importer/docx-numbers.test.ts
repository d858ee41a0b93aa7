import { describe, expect, test } from 'vitest';
import { formatNumber, readNumbering } from '../../../src/importer/docx-numbers.ts';
import { readXml } from '../../../src/importer/read-xml.ts';

test.each([
  [1, 'decimal', '1'],
  [12, 'chineseCountingThousand', '十二'],
  [20, 'chineseCounting', '二十'],
  [105, 'japaneseCounting', '一百零五'],
  [3, 'ideographTraditional', '丙'],
  [3, 'ideographZodiac', '寅'],
  [4, 'decimalEnclosedCircleChinese', '④'],
  [2, 'decimalEnclosedParen', '⑵'],
  [7, 'decimalFullWidth', '７'],
  [7, 'decimalZero', '07'],
  [28, 'lowerLetter', 'bb'],
  [3, 'upperLetter', 'C'],
  [14, 'lowerRoman', 'xiv'],
  [1999, 'upperRoman', 'MCMXCIX'],
  [5, 'somethingNew', '5'],
])('%i in %s is %s', (number, format, written) => {
  expect(formatNumber(number, format)).toBe(written);
});

const level = (at: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
const numbering = (levels: string, lists = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') =>
  readNumbering(readXml(`<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${lists}</w:numbering>`));

describe('a numbering', () => {
  test('counts each level, and begins deeper ones anew', () => {
    const { next } = numbering(level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.'));
    expect([0, 1, 1, 2, 2, 0, 1, 2].map((at) => next('1', at))).toEqual(['一、', '（一）', '（二）', '1. ', '2. ', '二、', '（一）', '1. ']);
  });

  test('names the levels above in patterns such as 1.2', () => {
    const { next } = numbering(level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2', '<w:suff w:val="nothing"/>'));
    expect([0, 1, 1, 0, 1].map((at) => next('1', at))).toEqual(['1 ', '1.1', '1.2', '2 ', '2.1']);
  });

  test('goes on in another list of the same numbering, and begins anew where a list says so', () => {
    const lists =
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
    const { next } = numbering(level(0, 'decimal', '%1、'), lists);
    expect(['1', '1', '2', '3', '3'].map((list) => next(list, 0))).toEqual(['1、', '2、', '3、', '5、', '6、']);
  });

  test('prints nothing for bullets, and for lists that are not there', () => {
    const { next } = numbering(level(0, 'bullet', '•'));
    expect([next('1', 0), next('9', 0), next('1', 4), readNumbering(undefined).next('1', 0)]).toEqual(['', '', '', '']);
  });
});
