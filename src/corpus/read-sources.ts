import { type Source, sourceSchema } from '../schemas/source.ts';
import { slug } from '../schemas/term.ts';
import { type Problem, problem } from '../text/problems.ts';
import { readYaml, validate } from '../text/yaml.ts';
import type { ContentFile } from './read-folder.ts';

/** Reads the bibliography: records by id, and what is wrong with the files. */
export function readSources(files: readonly ContentFile[]): { sources: Map<string, Source>; problems: Problem[] } {
  const sources = new Map<string, Source>();
  const problems: Problem[] = [];
  for (const { file, id, text } of files) {
    if (!slug.safeParse(id).success) problems.push(problem('bad-slug', { file, line: 1, column: 1 }, { slug: id }));
    const checked = validate(sourceSchema, readYaml(file, text));
    problems.push(...checked.problems);
    if (checked.value) sources.set(id, checked.value);
  }
  return { sources, problems };
}
