import { describe, expect, test } from 'vitest';
import { catalogue, formatProblem, type Problem, type ProblemKind, problem, sortProblems } from '../../../src/text/problems.ts';

/** Details for every kind: a value for each word that a message may need. */
const details = {
  field: 'gloss.zh',
  reason: 'too long',
  slug: 'Foo Bar',
  id: 'san-nong',
  near: ['san-non'],
  form: '三农',
  other: 'src/content/glossary/nong.mdx',
  word: '伟大',
  site: 'example.org',
  name: 'Foo',
  known: ['Term', 'Note'],
  example: '<Term id="…">…</Term>',
  code: '1 + 1',
  what: 'bold',
  mark: '\\*\\*',
  depth: 3,
  speech: 'harvest',
  unit: 'p3',
  found: '稳',
  expected: '进',
  text: 'TODO',
  context: 'X届',
  fate: 'it forwards to “nong”',
};
const kinds = Object.keys(catalogue) as ProblemKind[];
const describeKind = (kind: ProblemKind) => (catalogue[kind] as (details: unknown) => { message: string; hint: string })(details);

describe('the catalogue of problems', () => {
  test.each(kinds)('%s has a message and a hint, both whole sentences', (kind) => {
    const { message, hint } = describeKind(kind);
    expect(message).toMatch(/^\S.*\S$/s);
    expect(hint).toMatch(/^[A-Z].*\S$/s);
    expect(`${message} ${hint}`).not.toMatch(/undefined|null|\[object|NaN/);
  });

  test('says nothing twice: every kind has a message of its own', () => {
    const messages = kinds.map((kind) => describeKind(kind).message);
    expect(new Set(messages).size).toBe(kinds.length);
  });

  test.each(['dangling-source', 'dangling-term', 'unknown-term', 'unknown-note'] as const)('%s proposes names that are alike', (kind) => {
    expect(describeKind(kind).hint).toContain('Did you mean “san-non”?');
  });

  test('proposes nothing when no name is alike', () => {
    expect(problem('dangling-source', { file: 'a', line: 1, column: 1 }, { id: 'x', near: [] }).hint).not.toContain('Did you mean');
  });

  test('proposes two names with an “or” between them', () => {
    expect(problem('unknown-term', { file: 'a', line: 1, column: 1 }, { id: 'x', near: ['y', 'z'] }).hint).toContain('Did you mean “y” or “z”?');
  });
});

describe('a problem', () => {
  test('carries its kind and its place, and nothing else of what it was made from', () => {
    const place = { file: 'a.mdx', line: 3, column: 5, text: '稳' };
    expect(problem('no-text', place)).toEqual({ kind: 'no-text', file: 'a.mdx', line: 3, column: 5, ...catalogue['no-text']() });
  });

  test('is printed with its place, the reason, and what to write instead', () => {
    expect(formatProblem(problem('self-reference', { file: 'src/content/glossary/san-nong.mdx', line: 12, column: 11 }, { field: 'related' }))).toBe(
      'src/content/glossary/san-nong.mdx:12:11  Field “related” names the entry itself.\n    Remove it.',
    );
  });
});

describe('a report', () => {
  const at = (file: string, line: number, column: number): Problem => problem('no-text', { file, line, column });
  const places = (problems: Problem[]) => problems.map(({ file, line, column }) => `${file}:${line}:${column}`);

  test('goes by file, then line, then column, as numbers', () => {
    const problems = [at('b', 1, 1), at('a', 10, 1), at('a', 9, 20), at('a', 9, 3)];
    expect(places(sortProblems(problems))).toEqual(['a:9:3', 'a:9:20', 'a:10:1', 'b:1:1']);
  });

  test('leaves the list that it was given as it was', () => {
    const problems = [at('b', 1, 1), at('a', 1, 1)];
    sortProblems(problems);
    expect(places(problems)).toEqual(['b:1:1', 'a:1:1']);
  });

  test('keeps the order of problems at the same place', () => {
    const first = problem('self-reference', { file: 'a', line: 1, column: 1 }, { field: 'related' });
    const second = problem('no-text', { file: 'a', line: 1, column: 1 });
    expect(sortProblems([first, second])).toEqual([first, second]);
  });
});
