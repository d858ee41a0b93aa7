import { z } from 'astro/zod';
import { type Bilingual, bilingual } from '../schemas/claim.ts';
import { type Source, sourceSchema } from '../schemas/source.ts';
import { slug } from '../schemas/term.ts';
import { type Problem, problem } from '../text/problems.ts';
import { readYaml, validate } from '../text/yaml.ts';
import type { ContentFile } from './read-folder.ts';

/** Sites that may be linked to, by the end of their host name, with who runs them. */
export type OfficialSites = Readonly<Record<string, Bilingual>>;

/** Reads the list of official and archival sites. */
export function readOfficialSites(file: string, text: string): { sites: OfficialSites; problems: Problem[] } {
  const { value = {}, problems } = validate(
    z.record(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'write the end of a host name, such as gov.cn'), bilingual),
    readYaml(file, text),
  );
  return { sites: value, problems };
}

/** Who runs the site of an address; nothing when it is not on the list. */
export function siteOwner(address: string, sites: OfficialSites): Bilingual | undefined {
  const labels = new URL(address).hostname.split('.');
  return labels.map((_, i) => sites[labels.slice(i).join('.')]).find(Boolean);
}

/** Reads the bibliography: records by id, and what is wrong with the files. */
export function readSources(files: readonly ContentFile[], sites: OfficialSites): { sources: Map<string, Source>; problems: Problem[] } {
  const sources = new Map<string, Source>();
  const problems: Problem[] = [];
  for (const { file, id, text } of files) {
    if (!slug.safeParse(id).success) problems.push(problem('bad-slug', { file, line: 1, column: 1 }, { slug: id }));
    const yaml = readYaml(file, text);
    const checked = validate(sourceSchema, yaml);
    problems.push(...checked.problems);
    if (!checked.value) continue;
    sources.set(id, checked.value);
    const { URL: address } = checked.value;
    if (address && !siteOwner(address, sites)) problems.push(problem('unlisted-address', yaml.placeOf(['URL']), { site: new URL(address).hostname }));
  }
  return { sources, problems };
}
