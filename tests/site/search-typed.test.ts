import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import type { SuggestedTerm } from '../../src/text/type-ahead.ts';
import { randomFrom, readPassages } from '../support/oracle.ts';
import { useBrowser } from '../support/session.ts';
import { inPinyin, missed, slogansIn, traditional, withoutPunctuation } from '../support/typed.ts';

const visit = useBrowser();
const speeches = readdirSync(join(inject('folder'), 'api/speeches')).map((name) => name.replace('.json', ''));
const terms = JSON.parse(readFileSync(join(inject('folder'), 'search/terms.json'), 'utf8')) as SuggestedTerm[];

// More of them, with fresh seeds, are in tests/prove.
test('traditional characters, pinyin in four manners, and words without their punctuation lead to what is meant', async () => {
  const page = await visit('/search/');
  const passages = await readPassages(page, speeches);
  const random = randomFrom(20261121);
  const inputs = [...traditional(slogansIn(passages, terms), 9, random), ...inPinyin(terms, 3, random), ...withoutPunctuation(passages, 5, random)];
  expect(inputs).toHaveLength(9 + 4 * 3 + 5);
  expect(await missed(page, inputs, passages)).toEqual([]);
});
