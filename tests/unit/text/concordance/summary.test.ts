import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '../../../../src/text/concordance/format.ts';
import { addCounts, Counter, type Counts, countsOf, readCounts, readSummaries, type Summary, totals, writeCounts, writeSummary } from '../../../../src/text/concordance/summary.ts';
import { runs } from '../../support/property.ts';

/** A corpus, as numbers of passages and heads, and some of its units, each as often as it holds something. */
const cases = fc.array(fc.tuple(fc.nat(3), fc.nat(2)), { minLength: 1, maxLength: 6 }).chain((speeches) => {
  const units = speeches.flatMap(([passages, heads], speech) => Array.from({ length: passages + heads }, (_, n) => ({ speech, inHead: n >= passages })));
  const numbers = {
    firstUnits: Uint32Array.from([0, ...speeches.map((_, i) => speeches.slice(0, i + 1).reduce((sum, [passages, heads]) => sum + passages + heads, 0))]),
    passageCounts: Uint32Array.from(speeches, ([passages]) => passages),
  };
  const rounds = fc.array(units.length ? fc.array(fc.nat(units.length - 1), { maxLength: 40 }) : fc.constant<number[]>([]), { maxLength: 4 });
  return rounds.map((hits) => ({ numbers, units, hits }));
});

const count = { speech: 0, occurrences: 1, passages: 1, inHeads: 0 };

describe('a counter', () => {
  test('counts like a plain count, round after round', () => {
    fc.assert(
      fc.property(cases, ({ numbers, units, hits }) => {
        const counter = new Counter(numbers);
        for (const round of hits) {
          for (const unit of round) counter.add(unit, units[unit]!.speech);
          const speeches = [...new Set(round.map((unit) => units[unit]!.speech))].sort((a, b) => a - b);
          expect(counter.take()).toEqual(
            speeches.map((speech) => {
              const here = round.filter((unit) => units[unit]!.speech === speech);
              const inPassages = here.filter((unit) => !units[unit]!.inHead);
              return { speech, occurrences: inPassages.length, passages: new Set(inPassages).size, inHeads: here.length - inPassages.length };
            }),
          );
        }
      }),
      runs(200),
    );
  });

  test('counts in steps, which together are the whole', () => {
    fc.assert(
      fc.property(cases, ({ numbers, units, hits }) => {
        const counter = new Counter(numbers);
        const count = (some: readonly number[]) => {
          for (const unit of some) counter.add(unit, units[unit]!.speech);
        };
        let sum: Counts = [];
        for (const round of hits) {
          count(round);
          sum = addCounts(sum, counter.step());
        }
        expect(counter.take()).toEqual([]);
        count(hits.flat());
        expect(counter.take()).toEqual(sum);
      }),
      runs(200),
    );
  });

  test('of an empty corpus counts nothing', () => {
    expect(new Counter({ firstUnits: Uint32Array.of(0), passageCounts: new Uint32Array() }).take()).toEqual([]);
  });
});

const number = fc.nat(100_000);
const lists = fc
  .uniqueArray(fc.nat(20_000), { maxLength: 30 })
  .chain((speeches) =>
    fc.tuple(...speeches.sort((a, b) => a - b).map((speech) => fc.record({ speech: fc.constant(speech), occurrences: number, passages: number, inHeads: number }))),
  );

describe('counts', () => {
  test('that are written are read back', () => {
    fc.assert(
      fc.property(lists, (counts) => {
        const writer = new ByteWriter();
        writeCounts(writer, counts);
        const reader = new ByteReader(writer.bytes());
        expect(readCounts(reader)).toEqual(counts);
        expect(reader.atEnd).toBe(true);
      }),
      runs(200),
    );
  });

  test('are summed, and a speech that has it only in heads is not counted as having it', () => {
    const counts = [count, { speech: 2, occurrences: 5, passages: 3, inHeads: 2 }, { speech: 4, occurrences: 0, passages: 0, inHeads: 1 }];
    expect(totals(counts)).toEqual({ occurrences: 6, passages: 4, speeches: 2, inHeads: 3 });
  });

  test('of nothing sum to nothing', () => {
    expect(totals([])).toEqual({ occurrences: 0, passages: 0, speeches: 0, inHeads: 0 });
  });
});

describe('summaries', () => {
  const files = fc
    .array(fc.record({ key: fc.string({ unit: 'binary' }), from: number, to: number, onTop: fc.boolean(), counts: lists }), { maxLength: 6 })
    .map((some) => some.map((summary, i) => ({ ...summary, onTop: summary.onTop && i < some.length - 1 })));
  const written = (summaries: readonly Summary[]) => {
    const writer = new ByteWriter();
    for (const summary of summaries) writeSummary(writer, summary);
    return new ByteReader(writer.bytes());
  };

  test('that are written are read back', () => {
    fc.assert(
      fc.property(files, (summaries) => {
        expect(readSummaries(written(summaries))).toEqual(summaries);
      }),
      runs(100),
    );
  });

  test('count what they have on top of those after them', () => {
    const at = (speech: number, n: number) => ({ speech, occurrences: n, passages: n, inHeads: n });
    const ends = { from: 0, to: 1 };
    const summaries = [
      { ...ends, key: 'a', onTop: true, counts: [at(1, 4), at(3, 1)] },
      { ...ends, key: 'ab', onTop: true, counts: [at(0, 1), at(4, 1)] },
      { ...ends, key: 'abc', onTop: false, counts: [at(1, 2), at(2, 5)] },
      { ...ends, key: 'b', onTop: false, counts: [at(9, 9)] },
    ];
    expect(countsOf(summaries, 0)).toEqual([at(0, 1), at(1, 6), at(2, 5), at(3, 1), at(4, 1)]);
    expect(countsOf(summaries, 1)).toEqual([at(0, 1), at(1, 2), at(2, 5), at(4, 1)]);
    expect(countsOf(summaries, 2)).toEqual([at(1, 2), at(2, 5)]);
    expect(countsOf(summaries, 3)).toEqual([at(9, 9)]);
  });

  test('of which the last has none after it to come on top of are damaged', () => {
    expect(() => readSummaries(written([{ key: 'a', from: 0, to: 1, onTop: true, counts: [] }]))).toThrow('the data end too early');
  });
});
