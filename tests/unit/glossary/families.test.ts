import { describe, expect, test } from 'vitest';
import type { Term } from '../../../src/corpus/read-glossary.ts';
import { chineseNumeral, familiesOf, familyNumber } from '../../../src/glossary/families.ts';
import { realCorpus } from '../support/speech.ts';

const terms = [...realCorpus().terms.values()];
const families = familiesOf(terms, (path) => `/base${path}`);
const formula = (id: string) => families.flatMap(({ number, formulas }) => formulas.map((one) => ({ number, ...one }))).find(({ term }) => term.id === id);

describe('the number of a formula', () => {
  const numberOf = (term: string, members?: Term['members'], kind: Term['kind'] = 'numbered-formula') => familyNumber({ term, kind, members });

  test.each<[string, number | undefined]>([
    ['两个维护', 2],
    ['双区叠加', 2],
    ['五项治理', 5],
    ['“四上”企业', 4],
    ['新发展理念', undefined],
    ['一带一路', undefined],
  ])('%s, of which no members are known: %s', (term, number) => {
    expect(numberOf(term)).toBe(number);
  });

  test('is that of the members, whatever the name says', () => {
    const items = ['甲', '乙', '丙', '丁'].map((zh) => ({ zh, en: zh }));
    expect(numberOf('八字方针', { status: 'listed', basis: 'text', items })).toBe(4);
  });

  test('is none for an entry that is no formula', () => {
    expect(numberOf('三农', undefined, 'concept')).toBeUndefined();
    expect(numberOf('五项治理', { status: 'not-given' }, 'policy')).toBe(5);
  });
});

describe('the families of the real glossary', () => {
  test('hold every numbered formula and every entry with members, once, in the order of the numbers', () => {
    const expected = terms.filter(({ kind, members }) => kind === 'numbered-formula' || members).map(({ id }) => id);
    expect(families.flatMap(({ formulas }) => formulas.map(({ term }) => term.id)).sort()).toEqual(expected.sort());
    const numbers = families.map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  test('link the entries that a member names', () => {
    expect(formula('san-da-gong-jian-zhan')!.members.map(({ zh }) => zh.markup)).toEqual([
      '防范化解重大风险',
      '<a class="term" href="/base/glossary/jing-zhun-tuo-pin/">精准脱贫</a>',
      '污染防治',
    ]);
  });

  test('leave a formula without known members empty', () => {
    expect(formula('wu-xiang-zhi-li')).toMatchObject({ number: 5, members: [] });
  });
});

test.each([
  [2, '二'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [35, '三十五'],
])('%i is %s', (number, numeral) => {
  expect(chineseNumeral(number)).toBe(numeral);
});
