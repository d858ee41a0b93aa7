import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLock } from '../../src/corpus/lock-file.ts';
import { brokenPromises } from '../../src/text/permalinks/promises.ts';
import { editKinds } from '../support/corrections/edits.ts';
import { addTallies, chain, singles, type Tallies, total } from '../support/corrections/trial.ts';
import { proofSeeds } from '../support/seeds.ts';

const folder = 'src/content/permalinks/speeches';
const locks = readdirSync(folder).map((name) => readLock(name, name.replace('.json', ''), readFileSync(join(folder, name), 'utf8')).lock!);

/** Longest chain of edits of one text, each locked before the next. */
const chainLength = 1000;
/** Single edits for each seed, on the speeches in turn. */
const singleEdits = 2000;

const everything: Tallies[] = [];

/** Prints what came of each kind of edit. */
function printTable(title: string, tallies: Tallies): void {
  const rows = [...tallies].map(([kind, tally]) => [kind, tally] as const).sort(([a], [b]) => editKinds.indexOf(a as never) - editKinds.indexOf(b as never));
  const line = (name: string, { edits, sentences, passages, wrong, lost, reused, twins }: ReturnType<typeof total>) =>
    [name.padEnd(34), ...[edits, sentences, passages, wrong.length, lost.length, reused.length, twins].map((number) => String(number).padStart(9))].join('');
  const head = ['kind of edit'.padEnd(34), ...['edits', 'sentences', 'passages', 'wrong', 'lost', 'reused', 'twins'].map((name) => name.padStart(9))].join('');
  console.log([title, head, ...rows.map(([kind, tally]) => line(kind, { ...tally, checks: 0 })), line('all', total(tallies))].join('\n'));
}

function expectSound(tallies: Tallies): void {
  const { wrong, lost, reused, checks } = total(tallies);
  expect(wrong).toEqual([]);
  expect(reused).toEqual([]);
  expect(lost.length / checks).toBeLessThanOrEqual(0.003);
}

describe.each(proofSeeds(3))('seed %i', (seed) => {
  test(`${singleEdits} single edits of ${editKinds.length} kinds`, () => {
    const tallies = singles(locks, singleEdits, seed);
    everything.push(tallies);
    printTable(`${total(tallies).edits} single edits, seed ${seed}`, tallies);
    expect(total(tallies).edits).toBeGreaterThanOrEqual(singleEdits);
    expectSound(tallies);
  });

  test.each(locks.map((lock) => [lock.speech, lock] as const))(`${chainLength} edits of %s in a row, each locked`, (speech, lock) => {
    const { tallies, last } = chain(lock, locks, chainLength, seed);
    everything.push(tallies);
    printTable(`a chain of ${total(tallies).edits} edits of ${speech}, seed ${seed}`, tallies);
    expectSound(tallies);
    expect(brokenPromises(lock, last)).toEqual([]);
  });
});

test('all seeds together', () => {
  const all = addTallies(everything);
  printTable('all seeds together (lost: went though half survived; twins: equal units side by side that changed places)', all);
  expectSound(all);
});
