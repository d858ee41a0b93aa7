import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillFrame, hole, readFrame } from '../../../src/text/frame.ts';
import { runs } from '../support/property.ts';

const filled = (markup: string, words: Readonly<Record<string, string>>) => Buffer.concat([...fillFrame(readFrame(markup), (name) => Buffer.from(words[name]!))]).toString('utf8');

describe('a frame', () => {
  test('has each hole filled with what belongs there, in text, in attributes and side by side', () => {
    const markup = `<title>${hole('title')}</title><a href="/speeches/${hole('id')}/">${hole('top')}${hole('rest')}</a>`;
    expect(filled(markup, { title: '丰收', id: 'harvest-2', top: '<b>', rest: '</b>' })).toBe('<title>丰收</title><a href="/speeches/harvest-2/"><b></b></a>');
  });

  test('without holes is as it was', () => {
    expect(filled('<p>丰收</p>', {})).toBe('<p>丰收</p>');
  });

  test('a hole may have the id of a speech', () => {
    expect(readFrame(hole('district-plenum-2')).names).toEqual(['district-plenum-2']);
  });

  test('is the pieces of any text, put together again', () => {
    const piece = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('tifa-hole'));
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, piece), { maxLength: 8 }), piece, (pairs, end) => {
        const words = Object.fromEntries(pairs.map(([, word], i) => [`w${i}`, word]));
        const markup = pairs.map(([before], i) => before + hole(`w${i}`)).join('') + end;
        expect(filled(markup, words)).toBe((pairs.map(([before, word]) => before + word).join('') + end).toWellFormed());
      }),
      runs(200),
    );
  });
});
