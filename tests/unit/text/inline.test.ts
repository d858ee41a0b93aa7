import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphsOf, readInline } from '../../../src/text/inline.ts';
import { runs } from '../support/property.ts';

describe('the marks of the editors’ prose', () => {
  test('are links to places and references to sources', () => {
    expect(readInline('见[第3段](#p3s2)，又见[@gwr-2019][@a]。')).toEqual([
      { type: 'words', text: '见' },
      { type: 'link', text: '第3段', unit: 'p3s2' },
      { type: 'words', text: '，又见' },
      { type: 'cite', source: 'gwr-2019' },
      { type: 'cite', source: 'a' },
      { type: 'words', text: '。' },
    ]);
  });

  test.each(['[3]', '[a](http://a)', '[a](/b)', '[@A]', '(#p3)', '[](#p3)'])('%s is words', (text) => {
    expect(readInline(text)).toEqual([{ type: 'words', text }]);
  });

  test('of any text give the text back', () => {
    const text = fc.array(fc.constantFrom('[', ']', '(', ')', '#', '@', 'p3', '稳', ' '), { maxLength: 20 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (written) => {
        const back = readInline(written).map((piece) => (piece.type === 'words' ? piece.text : piece.type === 'link' ? `[${piece.text}](#${piece.unit})` : `[@${piece.source}]`));
        expect(back.join('')).toBe(written);
      }),
      runs(500),
    );
  });
});

describe('paragraphs', () => {
  test('are divided by empty lines', () => {
    expect(paragraphsOf('\n一。\n\n二。\n  \n三。\n')).toEqual(['一。', '二。', '三。']);
  });

  test('close up over line ends in Chinese, and keep a blank in English', () => {
    expect(paragraphsOf('稳中\n求进，\n  好。')).toEqual(['稳中求进，好。']);
    expect(paragraphsOf('steady\nprogress')).toEqual(['steady progress']);
    expect(paragraphsOf('“稳”\n是 one\nword')).toEqual(['“稳”是 one word']);
  });
});
