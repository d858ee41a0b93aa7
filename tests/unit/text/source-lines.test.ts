import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeSource, sourceLines } from '../../../src/text/source-lines.ts';
import { sourceText } from '../../support/source-texts.ts';
import { runs } from '../support/property.ts';

const texts = (source: string) => sourceLines(source).map(({ text }) => text);

describe('the lines of a source', () => {
  test.each(['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'])('end at %j', (end) => {
    expect(texts(`甲${end}乙${end}`)).toEqual(['甲', '乙']);
  });

  test('are numbered as in the source, empty ones counted', () => {
    expect(sourceLines('\n甲\r\n\r\n  \n乙').map(({ line, text }) => `${line} ${text}`)).toEqual(['2 甲', '5 乙']);
  });

  test('lose the blanks round them, and keep those inside', () => {
    expect(texts('\ufeff　　甲　乙  丙\u00a0\t\u200b\n')).toEqual(['甲　乙  丙']);
  });

  test('know their indent, and the empty line before them', () => {
    expect(sourceLines('甲\n　　乙\n\n丙').map(({ indent, afterGap }) => [indent, afterGap])).toEqual([
      ['', false],
      ['　　', false],
      ['', true],
    ]);
  });

  test('keep everything else: nothing is composed, folded or respelt', () => {
    const odd = 'e\u0301 ﬁ ２ 裏\ufe00 “a" … ×\u00ad\u2060\u202e';
    expect(texts(odd)).toEqual([odd]);
  });

  test('have U+FFFD for what no text may hold', () => {
    expect(texts('甲\0乙\ud800丙')).toEqual(['甲\ufffd乙\ufffd丙']);
  });
});

describe('the normal form of a source', () => {
  test('is one line end a line', () => {
    expect(normalizeSource('甲\r\n\r\n乙')).toBe('甲\n乙\n');
    expect(normalizeSource(' \n\ufeff')).toBe('');
  });

  test('is its own normal form, and has every character that is no blank, in order', () => {
    const visible = (text: string) =>
      text
        .toWellFormed()
        .replaceAll('\0', '\ufffd')
        .replace(/[\s\u0085\ufeff\u200b]/g, '');
    fc.assert(
      fc.property(sourceText, (text) => {
        const normal = normalizeSource(text);
        expect(normalizeSource(normal)).toBe(normal);
        expect(visible(normal)).toBe(visible(text));
      }),
      runs(500),
    );
  });
});
