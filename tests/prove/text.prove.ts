import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch } from '../../src/text/fold.ts';
import { segmentSentences } from '../../src/text/segment.ts';
import { createTermMatcher } from '../../src/text/terms.ts';
import { proofSeeds } from '../support/seeds.ts';

const prose = fc.string({ unit: fc.constantFrom(...'稳中求进。，；：！？“”‘’（）《》…—、 　aB1X*.\n'), maxLength: 400 });
const any = fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 400 }));

describe.each(proofSeeds(3))('seed %i', (seed) => {
  test('sentences give the passage back (100,000 texts)', () => {
    fc.assert(
      fc.property(any, (text) => {
        const spans = segmentSentences(text);
        expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        expect(spans.every(({ start, end }) => start < end)).toBe(true);
      }),
      { seed, numRuns: 100_000 },
    );
  });

  test('the fold keeps the length and changes nothing twice (100,000 texts)', () => {
    fc.assert(
      fc.property(any, (text) => {
        const folded = foldForSearch(text);
        expect(folded.length).toBe(text.length);
        expect(foldForSearch(folded)).toBe(folded);
      }),
      { seed, numRuns: 100_000 },
    );
  });

  test('mentions are forms of their terms and never overlap (50,000 texts)', () => {
    const word = fc.string({ unit: fc.constantFrom(...'稳中求进新'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), fc.string({ unit: fc.constantFrom(...'稳中求进新。'), maxLength: 80 }), (forms, text) => {
        const mentions = createTermMatcher(forms.map((form) => ({ id: form, forms: [form], notWhen: [] }))).findMentions(text);
        mentions.forEach(({ term, start, end }, i) => {
          expect(text.slice(start, end)).toBe(term);
          expect(start).toBeGreaterThanOrEqual(mentions[i - 1]?.end ?? 0);
        });
      }),
      { seed, numRuns: 50_000 },
    );
  });
});
