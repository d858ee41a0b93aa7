import { type Basis, type Bilingual, basisOrder } from '../schemas/claim.ts';
import { slug as slugSchema, type TermEntry, termSchema } from '../schemas/term.ts';
import { type Problem, problem } from '../text/problems.ts';
import { similarNames } from '../text/similar.ts';
import { readFrontMatter, validate, type YamlDocument } from '../text/yaml.ts';
import { readBody } from './read-body.ts';
import type { ContentFile } from './read-folder.ts';

/** A glossary entry with what follows from its fields. */
export interface Term extends TermEntry {
  id: string;
  /** Every surface form, the headword first. */
  forms: string[];
  /** The weakest basis among gloss, members and first use. */
  evidence: Basis;
  /** The longer text below the front matter, as HTML, when there is one. */
  body?: Bilingual;
}

/** The glossary: entries by slug, and what is wrong with the files. */
export interface Glossary {
  terms: Map<string, Term>;
  problems: Problem[];
}

/** What a glossary may name. */
export interface Nameable {
  /** Ids of sources. */
  sources: ReadonlySet<string>;
  /** Those of documents of which something was seen; all, when left out. */
  seen?: ReadonlySet<string>;
  /** Ids of speeches. */
  speeches: ReadonlySet<string>;
}

/** Reads all glossary files. */
export function readGlossary(files: readonly ContentFile[], { sources, seen = sources, speeches }: Nameable): Glossary {
  const terms = new Map<string, Term>();
  const documents = new Map<string, YamlDocument>();
  const problems: Problem[] = [];
  for (const { file, id, text } of files) {
    if (!slugSchema.safeParse(id).success) problems.push(problem('bad-slug', { file, line: 1, column: 1 }, { slug: id }));
    const { yaml, body: written } = readFrontMatter(file, text);
    const checked = validate(termSchema, yaml);
    const { body, problems: bodyProblems } = written.trim() === '' || written === text ? { body: undefined, problems: [] } : readBody(file, text);
    problems.push(...checked.problems, ...bodyProblems);
    if (!checked.value) continue;
    documents.set(id, yaml);
    terms.set(id, describeTerm(id, checked.value, body));
  }
  for (const term of terms.values()) {
    const yaml = documents.get(term.id)!;
    problems.push(
      ...danglingSources(yaml, sources),
      ...unseenSources(yaml, sources, seen),
      ...danglingTerms(term, yaml, terms),
      ...danglingSpeeches(term, yaml, speeches),
      ...widerWithoutForm(term, yaml),
    );
  }
  problems.push(...formsClaimedTwice(terms, documents));
  return { terms, problems };
}

/** Adds to an entry what follows from its fields. */
export function describeTerm(id: string, entry: TermEntry, body?: Bilingual): Term {
  return { ...entry, id, forms: [entry.term, ...entry.variants], evidence: weakest(entry), ...(body ? { body } : {}) };
}

function weakest(entry: TermEntry): Basis {
  const members = entry.members?.status === 'listed' ? [entry.members.basis] : [];
  const bases = [entry.gloss.basis, ...members, ...(entry.firstUse ? [entry.firstUse.basis] : [])];
  return basisOrder.findLast((basis) => bases.includes(basis))!;
}

/** Every source an entry names, with the path of the field that names it. */
export function namedSources(value: unknown, path: PropertyKey[] = []): { id: string; path: PropertyKey[] }[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => (path.at(-1) === 'sources' && typeof item === 'string' ? [{ id: item, path: [...path, i] }] : namedSources(item, [...path, i])));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'source' && typeof inner === 'string' ? [{ id: inner, path: [...path, key] }] : namedSources(inner, [...path, key]),
  );
}

/** A problem for every source that a document names and the bibliography does not have. */
export function danglingSources(yaml: YamlDocument, sources: ReadonlySet<string>): Problem[] {
  return namedSources(yaml.value)
    .filter(({ id }) => !sources.has(id))
    .map(({ id, path }) => problem('dangling-source', yaml.placeOf(path), { id, near: similarNames(id, sources) }));
}

function unseenSources(yaml: YamlDocument, sources: ReadonlySet<string>, seen: ReadonlySet<string>): Problem[] {
  const walk = (value: unknown, path: PropertyKey[]): Problem[] => {
    if (typeof value !== 'object' || value === null) return [];
    const { basis, source } = value as { basis?: unknown; source?: unknown };
    const unseen = basis === 'seen' && typeof source === 'string' && sources.has(source) && !seen.has(source);
    return [
      ...(unseen ? [problem('unseen-source', yaml.placeOf([...path, 'source']), { id: source })] : []),
      ...Object.entries(value).flatMap(([key, inner]) => walk(inner, [...path, Array.isArray(value) ? Number(key) : key])),
    ];
  };
  return walk(yaml.value, []);
}

function danglingTerms(term: Term, yaml: YamlDocument, terms: ReadonlyMap<string, Term>): Problem[] {
  return (['related', 'contrast'] as const).flatMap((field) =>
    term[field].flatMap((id, i) => {
      if (id === term.id) return [problem('self-reference', yaml.placeOf([field, i]), { field })];
      return terms.has(id) ? [] : [problem('dangling-term', yaml.placeOf([field, i]), { id, field, near: similarNames(id, terms.keys()) })];
    }),
  );
}

function danglingSpeeches(term: Term, yaml: YamlDocument, speeches: ReadonlySet<string>): Problem[] {
  return term.onlyIn.flatMap((id, i) =>
    speeches.has(id) ? [] : [problem('dangling-speech', yaml.placeOf(['onlyIn', i]), { id, field: 'onlyIn', near: similarNames(id, speeches) })],
  );
}

function widerWithoutForm(term: Term, yaml: YamlDocument): Problem[] {
  return (['notWhen', 'onlyWhen'] as const).flatMap((field) =>
    term[field].flatMap((text, i) => (term.forms.some((form) => text.includes(form)) ? [] : [problem('wider-without-form', yaml.placeOf([field, i]), { field, text })])),
  );
}

function formsClaimedTwice(terms: ReadonlyMap<string, Term>, documents: ReadonlyMap<string, YamlDocument>): Problem[] {
  const claimed = new Map<string, { id: string; file: string }>();
  const problems: Problem[] = [];
  for (const term of terms.values()) {
    const yaml = documents.get(term.id)!;
    term.forms.forEach((form, i) => {
      const other = claimed.get(form);
      if (other) problems.push(problem('claimed-twice', yaml.placeOf(i === 0 ? ['term'] : ['variants', i - 1]), { form, other: other.file }));
      else claimed.set(form, { id: term.id, file: yaml.file });
    });
  }
  return problems;
}
