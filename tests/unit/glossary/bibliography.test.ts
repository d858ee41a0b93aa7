import { describe, expect, test } from 'vitest';
import { namedSources } from '../../../src/corpus/read-glossary.ts';
import { bibliographyOf, sourceSorts } from '../../../src/glossary/bibliography.ts';
import { issuedOn } from '../../../src/text/reference.ts';
import { realCorpus } from '../support/speech.ts';

const { sources, terms } = realCorpus();
const sorts = bibliographyOf(sources, [...terms.values()]);
const records = sorts.flatMap((sort) => sort.records);

describe('the bibliography', () => {
  test('has every record once, by sort, and within a sort by date', () => {
    expect(records.map(({ id }) => id).sort()).toEqual([...sources.keys()].sort());
    expect(sorts.map(({ sort }) => sort)).toEqual(sourceSorts.filter((sort) => sorts.some((one) => one.sort === sort)));
    for (const { records } of sorts) {
      const dates = records.map(({ source }) => issuedOn(source) ?? '9999');
      expect(dates).toEqual([...dates].sort());
    }
  });

  test('names the entries that rest on a record, each once', () => {
    for (const { id, terms: resting } of records) {
      const expected = [...terms.values()].filter((term) => namedSources(term).some((named) => named.id === id));
      expect(resting.map((term) => term.id)).toEqual(expected.map((term) => term.id));
    }
    expect(records.find(({ id }) => id === 'congress-19-report')!.terms.length).toBeGreaterThan(10);
  });
});

test('every claim that says “seen” rests on a record of which something was seen', () => {
  const claims: { id: string; source: string }[] = [];
  const walk = (id: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { basis, source } = value as { basis?: string; source?: string };
    if (basis === 'seen') claims.push({ id, source: source! });
    for (const inner of Object.values(value)) walk(id, inner);
  };
  for (const [id, term] of terms) walk(id, term);
  expect(claims.length).toBeGreaterThan(300);
  expect(claims.filter(({ source }) => !sources.get(source)?.seen)).toEqual([]);
});
