import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ContextPiece, contextWindow, kwicLine } from '../../../src/text/kwic.ts';
import { runs } from '../support/property.ts';

const roles = (pieces: readonly ContextPiece[], ...wanted: ContextPiece['role'][]) =>
  pieces
    .filter(({ role }) => wanted.includes(role))
    .map(({ text }) => text)
    .join('');
const of = (character: string, length: number) => character.repeat(length);

describe('a concordance line', () => {
  test('holds the hit and its sentence when both are short', () => {
    expect(kwicLine('要敢于担当。', { start: 3, end: 5 }, { start: 0, end: 6 })).toEqual({
      left: [{ text: '要敢于', role: 'near' }],
      hit: '担当',
      right: [{ text: '。', role: 'near' }],
    });
  });

  test('marks what lies outside the sentence as beyond', () => {
    expect(kwicLine('稳。要担当。进。', { start: 3, end: 5 }, { start: 2, end: 6 })).toEqual({
      left: [
        { text: '稳。', role: 'beyond' },
        { text: '要', role: 'near' },
      ],
      hit: '担当',
      right: [
        { text: '。', role: 'near' },
        { text: '进。', role: 'beyond' },
      ],
    });
  });

  test('marks the rest of a long sentence as more', () => {
    const text = `${of('甲', 45)}担当${of('乙', 43)}`;
    expect(kwicLine(text, { start: 45, end: 47 }, { start: 0, end: 90 })).toEqual({
      left: [
        { text: of('甲', 5), role: 'more' },
        { text: of('甲', 40), role: 'near' },
      ],
      hit: '担当',
      right: [
        { text: of('乙', 40), role: 'near' },
        { text: of('乙', 3), role: 'more' },
      ],
    });
  });

  test('has no context at the ends of a text', () => {
    expect(kwicLine('担当', { start: 0, end: 2 }, { start: 0, end: 2 })).toEqual({ left: [], hit: '担当', right: [] });
  });

  test('takes in both sentences when the hit stands in two', () => {
    const line = kwicLine('甲担。当乙。', { start: 1, end: 4 }, { start: 0, end: 6 });
    expect([roles(line.left, 'near'), line.hit, roles(line.right, 'near')]).toEqual(['甲', '担。当', '乙。']);
  });

  test.each([
    ['left', `${of('😀', 30)}担当`, { start: 60, end: 62 }],
    ['left, at an odd place', `甲${of('😀', 30)}乙担当`, { start: 62, end: 64 }],
    ['right', `担当${of('😀', 30)}`, { start: 0, end: 2 }],
    ['right, at an odd place', `担当乙${of('😀', 30)}`, { start: 0, end: 2 }],
  ])('never cuts a character in half on the %s', (_side, text, hit) => {
    const { left, right } = kwicLine(text, hit, { start: 0, end: text.length });
    expect([...left, ...right].filter((piece) => !piece.text.isWellFormed())).toEqual([]);
  });
});

describe('for any hit', () => {
  /** A text of whole characters, a hit in it, and the sentence around the hit. */
  const words = fc.array(fc.constantFrom('甲', '。', '😀', 'a'), { maxLength: 60 }).map((characters) => characters.join(''));
  const cases = fc.record({ before: words, left: words, found: fc.constantFrom('担当', '😀'), right: words, after: words }).map(({ before, left, found, right, after }) => {
    const start = before.length + left.length;
    const end = start + found.length;
    return { text: before + left + found + right + after, hit: { start, end }, sentence: { start: before.length, end: end + right.length } };
  });

  test('near and more together are the sentence, for a narrow screen', () => {
    fc.assert(
      fc.property(cases, ({ text, hit, sentence }) => {
        const line = kwicLine(text, hit, sentence);
        expect(roles(line.left, 'near', 'more') + line.hit + roles(line.right, 'near', 'more')).toBe(text.slice(sentence.start, sentence.end));
      }),
      runs(500),
    );
  });

  test('near and beyond together are a window of about 40 to either side, for a wide screen', () => {
    fc.assert(
      fc.property(cases, ({ text, hit, sentence }) => {
        const line = kwicLine(text, hit, sentence);
        const left = roles(line.left, 'near', 'beyond');
        const right = roles(line.right, 'near', 'beyond');
        expect(text.slice(0, hit.start).endsWith(left)).toBe(true);
        expect(text.slice(hit.end).startsWith(right)).toBe(true);
        // One more on the left or one less on the right where the cut would halve a character.
        expect(left.length - Math.min(contextWindow, hit.start)).toBeOneOf([0, 1]);
        expect(Math.min(contextWindow, text.length - hit.end) - right.length).toBeOneOf([0, 1]);
      }),
      runs(500),
    );
  });

  test('beyond lies outside the sentence, near and more inside it', () => {
    fc.assert(
      fc.property(cases, ({ text, hit, sentence }) => {
        const line = kwicLine(text, hit, sentence);
        expect(text.slice(0, sentence.start).endsWith(roles(line.left, 'beyond'))).toBe(true);
        expect(text.slice(sentence.end).startsWith(roles(line.right, 'beyond'))).toBe(true);
      }),
      runs(500),
    );
  });

  test('no piece is empty', () => {
    fc.assert(
      fc.property(cases, ({ text, hit, sentence }) => {
        const { left, right } = kwicLine(text, hit, sentence);
        expect([...left, ...right].filter((piece) => piece.text === '')).toEqual([]);
      }),
      runs(300),
    );
  });
});
