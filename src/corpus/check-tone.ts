import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { type Problem, problem } from '../text/problems.ts';
import { createToneSearch, type ToneList } from '../text/tone.ts';
import { readFrontMatter, readYaml, validate, type YamlDocument } from '../text/yaml.ts';
import { readContent } from './read-folder.ts';

/** The list of words, from the project's root. */
export const toneListFile = 'src/content/tone.yaml';

const toneListSchema = z.strictObject({ zh: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) });

/** Fields that hold the words of others: parts of formulas, titles, names. */
const wordsOfOthers = [/^title(\.|$)/, /^members\.items\.\d+$/, /^allusion\.(work|author)$/];

type Report = (text: string, language: 'zh' | 'en', placeOf: (at: number) => Parameters<typeof problem>[1]) => Problem[];

/**
 * Words of praise and polemic in the editors’ own prose: every text in two languages in a field, and the longer texts in <Zh> and
 * <En>. The speeches themselves, quotations, headwords, renderings and titles are not ours and are not looked at.
 */
export function checkTone(root: string): Problem[] {
  const listed = validate(toneListSchema, readYaml(toneListFile, readContent(root, toneListFile) ?? ''));
  if (!listed.value) return listed.problems;
  const report = reporter(listed.value);
  const files = readdirSync(join(root, 'src/content'), { recursive: true })
    .map((name) => `src/content/${String(name).replaceAll('\\', '/')}`)
    .filter((file) => /\.(mdx|yaml)$/.test(file) && file !== toneListFile)
    .sort();
  return files.flatMap((file) => {
    const text = readContent(root, file)!;
    if (file.endsWith('.yaml')) return inFields(readYaml(file, text), report);
    const { yaml, body, bodyLine } = readFrontMatter(file, text);
    return [...inFields(yaml, report), ...inBody(file, body, bodyLine, report)];
  });
}

function reporter(list: ToneList): Report {
  const search = createToneSearch(list);
  return (text, language, placeOf) => search(text, language).map(({ word, at }) => problem('praise-or-polemic', placeOf(at), { word }));
}

function inFields(yaml: YamlDocument, report: Report): Problem[] {
  const walk = (value: unknown, path: readonly PropertyKey[]): Problem[] => {
    if (typeof value !== 'object' || value === null) return [];
    const others = wordsOfOthers.some((pattern) => pattern.test(path.join('.')));
    return Object.entries(value).flatMap(([key, inner]) => {
      const inside = [...path, Array.isArray(value) ? Number(key) : key];
      if (typeof inner !== 'string') return walk(inner, inside);
      return (key === 'zh' || key === 'en') && !others ? report(inner, key, () => yaml.placeOf(inside)) : [];
    });
  };
  return walk(yaml.value, []);
}

function inBody(file: string, body: string, bodyLine: number, report: Report): Problem[] {
  return [...body.matchAll(/<(Zh|En)>([\s\S]*?)<\/\1>/g)].flatMap(({ 1: tag, 2: text, index }) => {
    const placeOf = (at: number) => {
      const lines = body.slice(0, index + '<Zh>'.length + at).split('\n');
      return { file, line: bodyLine + lines.length - 1, column: lines.at(-1)!.length + 1 };
    };
    return report(text!, tag === 'Zh' ? 'zh' : 'en', placeOf);
  });
}
