import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { SuggestedTerm } from '../../src/text/type-ahead.ts';
import { randomFrom, readPassages } from '../support/oracle.ts';
import { proofSeeds } from '../support/seeds.ts';
import { useBrowser } from '../support/session.ts';
import { inPinyin, missed, slogansIn, type Typed, traditional, withoutPunctuation } from '../support/typed.ts';

const visit = useBrowser();
const speeches = readdirSync(join(inject('folder'), 'api/speeches')).map((name) => name.replace('.json', ''));
const terms = JSON.parse(readFileSync(join(inject('folder'), 'search/terms.json'), 'utf8')) as SuggestedTerm[];

describe.each(proofSeeds(1))('seed %i', (seed) => {
  test('input as people type it leads to what they mean', async () => {
    const page = await visit('/search/');
    const passages = await readPassages(page, speeches);
    const random = randomFrom(seed);
    const inputs = [...traditional(slogansIn(passages, terms), 300, random), ...inPinyin(terms, 100, random), ...withoutPunctuation(passages, 100, random)];
    const failures = await missed(page, inputs, passages);
    const shares = new Map<string, number>();
    for (const [manner, all] of Map.groupBy(inputs, ({ manner }) => manner.replace(/ \(.*/, ''))) {
      const failed = failures.filter((one) => one.manner.startsWith(manner));
      shares.set(manner, 1 - failed.length / all.length);
      console.log(`${manner}: ${all.length - failed.length} of ${all.length}${list(failed)}`);
    }
    expect(shares.get('without punctuation')).toBe(1);
    for (const [manner, share] of shares) expect(share, manner).toBeGreaterThanOrEqual(0.99);
  });
});

function list(failures: readonly Typed[]): string {
  return failures.map(({ manner, typed, meant }) => `\n  ${typed} (${manner}) does not lead to ${meant}`).join('');
}
