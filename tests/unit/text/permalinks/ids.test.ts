import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIdMint } from '../../../../src/text/permalinks/ids.ts';
import { runs } from '../../support/property.ts';

describe('the mint', () => {
  test.each([
    ['a head', [], 'h1'],
    ['a head after h2 and h7', ['h2', 'h7'], 'h8'],
  ])('%s', (_what, issued, id) => {
    expect(createIdMint(issued).head()).toBe(id);
  });

  test('a passage at the end takes the next number that was never used', () => {
    expect(createIdMint(['p1', 'p12', 'p12a', 'p3']).lastPassage()).toBe('p13');
  });

  test.each([
    [undefined, [], 'p0a'],
    ['p2', ['p2', 'p3'], 'p2a'],
    ['p2', ['p2', 'p2a', 'p3'], 'p2b'],
    ['p2a', ['p2', 'p2a', 'p3'], 'p2b'],
    ['p2', ['p2', ...'abcdefghijklmnopqrstuvwxyz'].map((letter) => (letter === 'p2' ? 'p2' : `p2${letter}`)), 'p2aa'],
  ])('a passage after %s', (before, issued, id) => {
    expect(createIdMint(issued).passageAfter(before)).toBe(id);
  });

  test.each([
    ['p2', ['p2s1', 'p2s9', 'p2as30'], 'p2s10'],
    ['p2a', ['p2s9', 'p2a', 'p2as3'], 'p2as4'],
    ['p2b', ['p2s9'], 'p2bs1'],
  ])('a sentence of %s takes the next number of that passage', (passage, issued, id) => {
    expect(createIdMint(issued).sentence(passage)).toBe(id);
  });

  test('gives nothing twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('h', 'last', 'p3', 'p3a', 's'), { maxLength: 80 }), (orders) => {
        const mint = createIdMint(['p3', 'h4']);
        const ids = orders.map((order) => (order === 'h' ? mint.head() : order === 'last' ? mint.lastPassage() : order === 's' ? mint.sentence('p3') : mint.passageAfter(order)));
        expect(new Set([...ids, 'p3', 'h4']).size).toBe(ids.length + 2);
      }),
      runs(200),
    );
  });
});
