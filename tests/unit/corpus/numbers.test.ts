import { describe, expect, test } from 'vitest';
import { densities, glossaryNumbers } from '../../../src/corpus/numbers.ts';
import { smallTerm } from '../support/glossary.ts';
import { speechOf } from '../support/speech.ts';

describe('the glossary in figures', () => {
  test('counts kinds, local entries, glosses, and entries with any seen claim', () => {
    const numbers = glossaryNumbers([
      smallTerm('a', { gloss: { zh: '释', en: 'gloss', basis: 'text' } }),
      smallTerm('b', { kind: 'policy', scope: 'local', gloss: { zh: '释', en: 'gloss', basis: 'text' }, renderings: [{ text: 'r', basis: 'seen', source: 's' }] }),
      smallTerm('c', { official: [{ zh: '义', en: 'sense', basis: 'seen', source: 's' }] }),
      smallTerm('d', { gloss: { zh: '释', en: 'gloss', basis: 'recalled', source: 's' } }),
    ]);
    expect(numbers).toMatchObject({ entries: 4, local: 1, withSeenSource: 2, glosses: { seen: 0, text: 2, inferred: 0, recalled: 2 } });
    expect([numbers.kinds.concept, numbers.kinds.policy, numbers.kinds.idiom]).toEqual([3, 1, 0]);
  });
});

describe('mentions per thousand characters', () => {
  test('take heads in, section by section', () => {
    expect(densities(speechOf('\n丰收在望。\n\n## 三农\n\n丰收，粮安，丰收。\n'))).toEqual([
      { section: 's-p1', length: 5, mentions: 1, perThousand: 200 },
      { section: 'h1', length: 11, mentions: 4, perThousand: 4000 / 11 },
    ]);
  });
});
