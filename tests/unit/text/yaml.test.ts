import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { array, assert, constantFrom, dictionary, letrec, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { formatProblem } from '../../../src/text/problems.ts';
import { readFrontMatter, readYaml, validate } from '../../../src/text/yaml.ts';

const place = (text: string, path: PropertyKey[], firstLine?: number) => {
  const { line, column } = readYaml('a.yaml', text, firstLine).placeOf(path);
  return `${line}:${column}`;
};

describe('the place of a value in YAML', () => {
  const text = 'gloss:\n  zh: 稳\n  en: steady\nrelated: [a, b]\nsources:\n  - x\n  - y\n';

  test.each<[string, PropertyKey[], string]>([
    ['of a field is where its name stands', ['related'], '4:1'],
    ['of a nested field', ['gloss', 'en'], '3:3'],
    ['of an item in brackets', ['related', 1], '4:14'],
    ['of an item with a dash', ['sources', 1], '7:5'],
    ['of a missing field is that of its parent', ['gloss', 'fr'], '1:1'],
    ['of a missing item is that of its list', ['sources', 9], '5:1'],
    ['of a field below a text is that of the text', ['gloss', 'zh', 'x'], '2:3'],
    ['of a missing field at the top is the beginning', ['kind'], '1:1'],
  ])('%s', (_what, path, expected) => {
    expect(place(text, path)).toBe(expected);
  });

  test('counts from the line on which the YAML begins', () => {
    expect(place(text, ['gloss', 'en'], 10)).toBe('12:3');
  });

  test('counts columns in UTF-16 units', () => {
    expect(place('a: { 😀: 1, b: 2 }', ['a', 'b'])).toBe('1:13');
  });
});

describe('YAML that cannot be read', () => {
  const reported = (text: string) => readYaml('a.yaml', text, 2).problems.map(formatProblem).join('\n');

  test('a colon in a text', () => {
    expect(reported('en: Priorities: tasks\n')).toMatchInlineSnapshot(`
      "a.yaml:2:5  The YAML cannot be read: Nested mappings are not allowed in compact mappings
          Put texts that contain a colon, a # or a quotation mark in "double quotes", and indent with two blanks."
    `);
  });

  test('a field that stands twice', () => {
    expect(reported('a: 1\nb: 2\na: 3\n')).toMatchInlineSnapshot(`
      "a.yaml:4:1  The YAML cannot be read: Map keys must be unique
          Put texts that contain a colon, a # or a quotation mark in "double quotes", and indent with two blanks."
    `);
  });

  test('a bracket that is never closed', () => {
    expect(reported('a: [1, 2\n')).toMatchInlineSnapshot(`
      "a.yaml:3:1  The YAML cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ]
          Put texts that contain a colon, a # or a quotation mark in "double quotes", and indent with two blanks."
    `);
  });

  test('a text that begins with an asterisk', () => {
    expect(reported('redactions:\n  marks: [**]\n')).toMatchInlineSnapshot(`
      "a.yaml:3:11  The YAML cannot be read: ** is read as a reference; a text that begins with * needs quotation marks
          Put texts that contain a colon, a # or a quotation mark in "double quotes", and indent with two blanks."
    `);
  });

  test('has no value', () => {
    expect(readYaml('a.yaml', 'a: [').value).toBeUndefined();
  });
});

describe('front matter', () => {
  const read = (text: string) => {
    const { yaml, body, bodyLine } = readFrontMatter('a.mdx', text);
    return { value: yaml.value, body, bodyLine };
  };

  test('is told apart from the text below it', () => {
    expect(read('---\na: 1\n---\n\n稳。\n')).toEqual({ value: { a: 1 }, body: '\n稳。\n', bodyLine: 4 });
  });

  test('may end with the file', () => {
    expect(read('---\na: 1\n---')).toMatchObject({ value: { a: 1 }, body: '' });
  });

  test('may have line ends of Windows', () => {
    expect(read('---\r\na: 1\r\n---\r\n稳。')).toEqual({ value: { a: 1 }, body: '稳。', bodyLine: 4 });
  });

  test('ends at the first line of three dashes, not at a longer one or in a text', () => {
    expect(read('---\na: "---"\nb: |\n  ---\n---\n稳。\n---\n')).toMatchObject({ value: { a: '---', b: '---\n' }, body: '稳。\n---\n' });
  });

  test('knows the lines of the file', () => {
    expect(readFrontMatter('a.mdx', '---\na: 1\nb: 2\n---\n').yaml.placeOf(['b'])).toEqual({ file: 'a.mdx', line: 3, column: 1 });
  });

  test.each([
    ['an empty file', ''],
    ['a file that begins with text', '稳。\n---\na: 1\n---\n'],
    ['a file that begins with an empty line', '\n---\na: 1\n---\n'],
    ['front matter that is never closed', '---\na: 1\n'],
  ])('%s has none, and that is a problem', (_what, text) => {
    expect(readFrontMatter('a.mdx', text).yaml.problems.map(formatProblem)).toEqual([
      'a.mdx:1:1  The file does not begin with front matter.\n    Begin the first line with ---, write the fields, and close them with a line of --- again.',
    ]);
  });
});

describe('checking YAML against a schema', () => {
  const schema = z.strictObject({
    name: z.string().min(1),
    kind: z.enum(['speech', 'article']),
    gloss: z.strictObject({ zh: z.string(), en: z.string().max(5, 'keep it short.') }).optional(),
    related: z.array(z.string()).default([]),
  });
  const check = (text: string) => validate(schema, readYaml('a.yaml', text));
  const reported = (text: string) => check(text).problems.map(({ line, column, kind, message }) => `${line}:${column} ${kind}: ${message}`);

  test('gives the value, with its defaults', () => {
    expect(check('name: x\nkind: speech\n')).toEqual({ value: { name: 'x', kind: 'speech', related: [] }, problems: [] });
  });

  test('names a field that is missing', () => {
    expect(reported('kind: speech\n')).toEqual(['1:1 missing-field: Field “name” is missing (expected string).']);
  });

  test('names a field that is missing and would be one of a few words', () => {
    expect(reported('name: x\n')).toEqual(['1:1 missing-field: Field “kind” is missing (expected one of speech, article).']);
  });

  test('names a nested field that is missing, at its parent', () => {
    expect(reported('name: x\nkind: speech\ngloss: { zh: 稳 }\n')).toEqual(['3:1 missing-field: Field “gloss.en” is missing (expected string).']);
  });

  test('names every field of an empty file that is missing', () => {
    expect(reported('')).toHaveLength(2);
  });

  test('names a field of the wrong type', () => {
    expect(reported('kind: speech\nname: 5\n')).toEqual(['2:1 bad-field: Field “name”: invalid input: expected string, received number.']);
  });

  test('names a field with a word that is not allowed', () => {
    expect(reported('name: x\nkind: poem\n')).toEqual(['2:1 bad-field: Field “kind”: invalid option: expected one of "speech"|"article".']);
  });

  test('gives the reason of a rule without a second full stop', () => {
    expect(reported('name: x\nkind: speech\ngloss:\n  zh: 稳\n  en: steady\n')).toEqual(['5:3 bad-field: Field “gloss.en”: keep it short.']);
  });

  test('names an item of a list', () => {
    expect(reported('name: x\nkind: speech\nrelated:\n  - a\n  - 5\n')).toEqual(['5:5 bad-field: Field “related.1”: invalid input: expected string, received number.']);
  });

  test('names every field that is not known', () => {
    expect(reported('name: x\nkind: speech\nfoo: 1\ngloss: { zh: 稳, en: st, bar: 1 }\n')).toEqual([
      '4:25 unknown-field: Field “gloss.bar” is not known here.',
      '3:1 unknown-field: Field “foo” is not known here.',
    ]);
  });

  test('leaves YAML that cannot be read at that', () => {
    expect(reported('name: [\n')).toEqual([expect.stringContaining('bad-yaml')]);
  });
});

describe('reading in a hurry gives what YAML 1.2 says', () => {
  const read = (text: string) => readYaml('a.yaml', text);

  test('of every scalar', () => {
    const scalars =
      "1 +1 -1 01 0777 0o7 0x1f 0b10 -0x1f -0o7 -0b1 1. .5 -.5 +.5 1e3 1.5e-3 .inf -.inf .nan ~ null Null true True yes no on y 2020-01-01 12:30:00 = << 1_0 -0 +0 00 0x !!float&1 'it''s' \"a\\x41\" [1,2] {a:&1} a#b".split(
        ' ',
      );
    for (const scalar of scalars) {
      const text = `k: ${scalar.replace('&', ' ')}`;
      expect(read(text), text).toMatchObject({ value: parse(text, { logLevel: 'silent' }), problems: [] });
    }
  });

  test('of any value', () => {
    const word = oneof(string({ unit: 'grapheme' }), constantFrom('-0', '.5', '0b1', '1_0', 'null', 'no', '2020', '- a', 'a: b', '#', '“稳”', '稳\n进', ' a '));
    const { value } = letrec((tie) => ({ value: oneof({ maxDepth: 3 }, word, array(tie('value'), { maxLength: 4 }), dictionary(word, tie('value'), { maxKeys: 4 })) }));
    assert(
      property(value, (one) => {
        const text = stringify(one);
        expect(read(text).value).toEqual(parse(text));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  test('of the whole content', () => {
    const root = join(import.meta.dirname, '../../../src/content');
    const files = readdirSync(root, { recursive: true })
      .map(String)
      .filter((name) => /\.(mdx|yaml)$/.test(name));
    expect(files.length).toBeGreaterThan(600);
    for (const name of files) {
      const text = readFileSync(join(root, name), 'utf8');
      const front = name.endsWith('.mdx') ? text.slice(4, text.indexOf('\n---\n', 4) + 1) : text;
      expect(read(front).value, name).toEqual(parse(front));
    }
  });
});
