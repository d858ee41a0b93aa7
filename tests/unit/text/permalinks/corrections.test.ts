import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLock } from '../../../../src/corpus/lock-file.ts';
import { brokenPromises } from '../../../../src/text/permalinks/promises.ts';
import { editKinds } from '../../../support/corrections/edits.ts';
import { chain, singles, total } from '../../../support/corrections/trial.ts';
import { realSpeeches } from '../../support/speech.ts';

const texts = realSpeeches.map((id) => readLock(id, id, readFileSync(new URL(`../../../../src/content/permalinks/speeches/${id}.json`, import.meta.url), 'utf8')).lock!);

// A small share of what `npm run prove` does with fresh seeds: every kind of edit on both speeches, and a long row of them.

describe('through edits of every kind ids lead to their words', () => {
  test('single edits', () => {
    const tallies = singles(texts, editKinds.length * 2 * 4, 20261121);
    expect([...tallies.keys()].sort()).toEqual([...editKinds].sort());
    const { wrong, lost, checks, reused } = total(tallies);
    expect([wrong, reused]).toEqual([[], []]);
    expect(lost.length / checks).toBeLessThanOrEqual(0.003);
  }, 60_000);

  test.each(texts.map((lock) => [lock.speech, lock] as const))(
    'a hundred edits of %s in a row',
    (_speech, lock) => {
      const { tallies, last } = chain(lock, texts, 100, 20261121);
      const { wrong, lost, checks, reused } = total(tallies);
      expect([wrong, reused]).toEqual([[], []]);
      expect(lost.length / checks).toBeLessThanOrEqual(0.003);
      expect(brokenPromises(lock, last)).toEqual([]);
    },
    60_000,
  );
});
