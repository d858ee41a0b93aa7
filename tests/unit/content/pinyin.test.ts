import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { realCorpus } from '../support/speech.ts';
import { type Reading, readings } from './read-aloud.ts';

/** Where our pinyin and the library’s differ, and why ours stands. */
const decisions = parse(readFileSync(new URL('pinyin-decisions.yaml', import.meta.url), 'utf8')) as (Reading & { term: string; why: string })[];

const terms = [...realCorpus().terms.values()];

describe('reading aloud', () => {
  test.each<[string, string, Reading[] | undefined]>([
    [
      '链长制',
      'liànzhǎngzhì',
      [
        { character: '链', ours: 'liàn', library: 'liàn' },
        { character: '长', ours: 'zhǎng', library: 'cháng' },
        { character: '制', ours: 'zhì', library: 'zhì' },
      ],
    ],
    [
      '大班额',
      'dà bān’é',
      [
        { character: '大', ours: 'dà', library: 'dà' },
        { character: '班', ours: 'bān', library: 'bān' },
        { character: '额', ours: 'é', library: 'é' },
      ],
    ],
    ['PMI', 'PMI', ['p', 'm', 'i'].map((letter) => ({ character: letter.toUpperCase(), ours: letter, library: letter }))],
    ['链长制', 'liànzhǎng', undefined],
    ['链长制', 'liànzhāngzhì', undefined],
  ])('%s: %s', (term, written, expected) => {
    expect(readings(term, written)).toEqual(expected);
  });
});

describe('the pinyin of every entry', () => {
  test('is a reading of its headword', () => {
    expect(terms.filter(({ term, pinyin }) => !readings(term, pinyin)).map(({ id, term, pinyin }) => `${id}: ${term} ${pinyin}`)).toEqual([]);
  });

  test('agrees with pinyin-pro, but for what was decided one by one', () => {
    const differing = terms.flatMap(({ term, pinyin }) =>
      (readings(term, pinyin) ?? []).filter(({ ours, library }) => ours !== library).map(({ character, ours, library }) => `${term} ${character} ${ours}, not ${library}`),
    );
    const decided = decisions.map(({ term, character, ours, library }) => `${term} ${character} ${ours}, not ${library}`);
    expect([...new Set(differing)].sort()).toEqual(decided.sort());
    expect(decisions.filter(({ why }) => !why)).toEqual([]);
  });

  test('gives 一 and 不 in citation tone, and writes numeral and 个 apart', () => {
    const all = terms.flatMap(({ term, pinyin }) => readings(term, pinyin) ?? []);
    const toned = (character: string) => [...new Set(all.filter((one) => one.character === character).map(({ ours }) => ours))];
    expect([toned('一'), toned('不')]).toEqual([['yī'], ['bù']]);
    expect(terms.filter(({ term, pinyin }) => /^[两三四五六七八九十]个/.test(term) && !/^\S+ gè /.test(pinyin))).toEqual([]);
  });
});
