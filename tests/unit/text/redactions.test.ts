import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactionFinder, type RedactionContexts } from '../../../src/text/redactions.ts';
import type { Span } from '../../../src/text/types.ts';
import { disjointSpansIn, runs } from '../support/property.ts';

const found = (text: string, marks: string[], taken?: Span[]) => createRedactionFinder(marks)(text, taken).map(({ start, mark }) => `${mark}@${start}`);

describe('redaction marks', () => {
  test('are found wherever they stand', () => {
    expect(found('省委X届X次全会', ['X'])).toEqual(['X@2', 'X@4']);
  });

  test('are found with their place, their mark and no kind', () => {
    expect(createRedactionFinder(['XX'])('结合XX实际')).toEqual([{ start: 2, end: 4, mark: 'XX', kind: 'unspecified' }]);
  });

  test('the longest wins, in whatever order they are declared', () => {
    expect([found('XX与X', ['X', 'XX']), found('XX与X', ['XX', 'X'])]).toEqual([
      ['XX@0', 'X@3'],
      ['XX@0', 'X@3'],
    ]);
  });

  test('made of signs count next to letters', () => {
    expect(found('GDP**书记', ['**'])).toEqual(['**@3']);
  });

  test.each(['PMX', 'XML', 'xX'])('made of letters do not count inside the Latin word %s', (word) => {
    expect(found(`发展${word}指数`, ['X'])).toEqual([]);
  });

  test('made of letters count next to digits and Chinese', () => {
    expect(found('X1年X月', ['X'])).toEqual(['X@0', 'X@3']);
  });

  test('more letters than the longest mark are no redaction', () => {
    expect(found('在XXX地', ['X', 'XX'])).toEqual([]);
  });

  test('are not looked for when none is declared', () => {
    expect(found('省委X届', [])).toEqual([]);
  });

  test('do not count where an editor has decided, not even in part', () => {
    expect(found('XX与XX与X', ['XX', 'X'], [{ start: 4, end: 5 }])).toEqual(['XX@0', 'X@6']);
  });

  test('beside a decided place count', () => {
    expect(found('**甲**', ['**'], [{ start: 2, end: 3 }])).toEqual(['**@0', '**@3']);
  });
});

describe('the kind of a redaction', () => {
  const kinds = (text: string, contexts: RedactionContexts, marks = ['X', 'XX']) => createRedactionFinder(marks, contexts)(text).map(({ kind }) => kind);

  test('is that of the context that fits around it', () => {
    expect(kinds('省委X届，X年，XX市', { ordinal: ['X届'], year: ['X年'], place: ['XX'] })).toEqual(['ordinal', 'year', 'place']);
  });

  test('is not known where no context fits', () => {
    expect(kinds('X个', { ordinal: ['X届'] })).toEqual(['unspecified']);
  });

  test('is that of the longest context, in whatever order they stand', () => {
    const contexts = { number: ['X', '近X年'], year: ['X年'] };
    expect(kinds('近X年，X年，X家', contexts)).toEqual(['number', 'year', 'number']);
    expect(kinds('近X年，X年，X家', { year: contexts.year, number: contexts.number })).toEqual(['number', 'year', 'number']);
  });

  test('may come from a context with several marks', () => {
    expect(kinds('省委X届X次全会；X次', { ordinal: ['X届X次'] })).toEqual(['ordinal', 'ordinal', 'unspecified']);
  });

  test('of a long mark does not come from the context of a short one', () => {
    expect(kinds('XX年', { year: ['X年'], place: ['XX'] })).toEqual(['place']);
  });

  test('is found with marks made of signs', () => {
    expect(kinds('**书记在**', { place: ['**'], name: ['**书记'] }, ['**'])).toEqual(['name', 'place']);
  });
});

describe('redactions of any text', () => {
  const text = fc.array(fc.constantFrom(...'X*甲a1'), { minLength: 1, maxLength: 30 }).map((characters) => characters.join(''));

  test('are marks in their place, in order, and keep clear of what is decided', () => {
    fc.assert(
      fc.property(
        text.chain((written) => fc.tuple(fc.constant(written), disjointSpansIn(written.length))),
        ([written, taken]) => {
          let free = 0;
          for (const { start, end, mark } of createRedactionFinder(['X', 'XX', '**'])(written, taken)) {
            expect(written.slice(start, end)).toBe(mark);
            expect(start).toBeGreaterThanOrEqual(free);
            expect(taken.some((span) => span.start < end && start < span.end)).toBe(false);
            free = end;
          }
        },
      ),
      runs(500),
    );
  });
});
