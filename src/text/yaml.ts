import type { z } from 'astro/zod';
import { CORE_SCHEMA, load } from 'js-yaml';
import { type Document, isCollection, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { type Place, type Problem, problem } from './problems.ts';

/** A YAML text with the place of every value in its file. */
export interface YamlDocument {
  file: string;
  value: unknown;
  /** Where the value at a path (or, if it is missing, its nearest parent) stands. */
  placeOf: (path: readonly PropertyKey[]) => Place;
  problems: Problem[];
}

/** What js-yaml reads otherwise than YAML 1.2 has it: binary numbers, signed numbers that begin with 0 or a point, tags. */
const disputed = /!|(?:^|[\s[{,:])(?:0b|[-+](?:0|\.\d))/;

/**
 * Parses YAML. A text without errors is read by js-yaml, in a seventh of the time that a tree with positions takes; the
 * tree is made only when a place is asked for, or to say what is wrong.
 * @param firstLine line of the file on which the YAML begins, from 1
 */
export function readYaml(file: string, text: string, firstLine = 1): YamlDocument {
  const quick = readQuickly(text);
  if (!quick) return readWithPlaces(file, text, firstLine);
  let placed: YamlDocument | undefined;
  const placeOf: YamlDocument['placeOf'] = (path) => {
    placed ??= readWithPlaces(file, text, firstLine);
    return placed.placeOf(path);
  };
  return { file, value: quick.value, placeOf, problems: [] };
}

function readQuickly(text: string): { value: unknown } | undefined {
  if (disputed.test(text)) return undefined;
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) ?? null };
  } catch {
    return undefined;
  }
}

function readWithPlaces(file: string, text: string, firstLine: number): YamlDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const problems = document.errors.map((error) => problem('bad-yaml', at(error.pos[0]), { reason: error.message.split('\n')[0]! }));
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) === undefined)
        problems.push(problem('bad-yaml', at(alias.range?.[0] ?? 0), { reason: `*${alias.source} is read as a reference; a text that begins with * needs quotation marks` }));
    },
  });
  return { file, value: problems.length ? undefined : document.toJS(), placeOf: (path) => at(offsetOf(document, path)), problems };
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: Node | null = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else {
      node = (node.items[key as number] as Node | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    }
  }
  return offset;
}

/** Front matter and body of an MDX file. */
export interface FrontMatter {
  yaml: YamlDocument;
  body: string;
  /** Line of the file on which the body begins, from 1. */
  bodyLine: number;
}

/** Splits an MDX file into its YAML front matter and its body. */
export function readFrontMatter(file: string, text: string): FrontMatter {
  const match = /^--- *\r?\n([\s\S]*?)^--- *(?:\r?\n|$)/m.exec(text);
  if (match?.index !== 0) {
    const yaml = readYaml(file, '');
    yaml.problems.push(problem('no-front-matter', { file, line: 1, column: 1 }));
    return { yaml, body: text, bodyLine: 1 };
  }
  return {
    yaml: readYaml(file, match[1]!, 2),
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}

/**
 * Checks a YAML value against a schema; every issue becomes a problem with the place of the field. A value that is valid but
 * not finished (TODO) is given back with its problems.
 */
export function validate<T>(schema: z.ZodType<T>, yaml: YamlDocument): { value: T | undefined; problems: Problem[] } {
  if (yaml.problems.length) return { value: undefined, problems: yaml.problems };
  const result = schema.safeParse(yaml.value ?? {});
  if (result.success) return { value: result.data, problems: unfinished(yaml.value, [], yaml) };
  return { value: undefined, problems: result.error.issues.flatMap((issue) => issueProblems(issue, yaml)) };
}

/** Fields that a scaffold left to be written: texts that begin with TODO. */
function unfinished(value: unknown, path: readonly PropertyKey[], yaml: YamlDocument): Problem[] {
  if (typeof value === 'string') return /^TODO\b/.test(value) ? [problem('unfinished', yaml.placeOf(path), { field: path.join('.'), text: value.split('\n')[0]! })] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => unfinished(inner, [...path, Array.isArray(value) ? Number(key) : key], yaml));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((parent, key) => (parent as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}

function issueProblems(issue: z.core.$ZodIssue, yaml: YamlDocument): Problem[] {
  const place = yaml.placeOf(issue.path);
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem('unknown-field', yaml.placeOf([...issue.path, key]), { field: [...issue.path, key].join('.') }));
  }
  if (issue.path.length > 0 && valueAt(yaml.value, issue.path) === undefined) {
    if (issue.code === 'invalid_type') return [problem('missing-field', place, { field, reason: `expected ${issue.expected}` })];
    if (issue.code === 'invalid_value') return [problem('missing-field', place, { field, reason: `expected one of ${issue.values.join(', ')}` })];
  }
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  const reason = message.replace(/\.$/, '');
  return [problem('bad-field', place, { field, reason: reason.charAt(0).toLowerCase() + reason.slice(1) })];
}
