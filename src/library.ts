import { type CollectionEntry, getCollection, getEntry, render } from 'astro:content';
import type { FormerAddress } from './corpus/former-addresses.ts';
import type { Term } from './corpus/read-glossary.ts';
import { groupsOf, type TermGroups } from './glossary/groups.ts';
import { type Relation, relationsById, relationsOf } from './glossary/relations.ts';
import type { Source } from './schemas/source.ts';
import { type MentionLine, type StoredSpeech, shown, type TermMention } from './speech/summary.ts';
import { readView, type ViewName } from './speech/views.ts';
import { editionName } from './text/edition.ts';
import { unpack } from './text/packed.ts';
import { sortKey } from './text/pinyin.ts';
import { createTermMatcher, type TermMatcher } from './text/terms.ts';

/** A speech as the pages know it. */
export interface LibrarySpeech extends StoredSpeech {
  /** Reads a view that the loader made. */
  view(name: ViewName): string;
}

/** What is computed once from a collection; a build computes it once for good, `astro dev` anew whenever the content changed. */
function remembered<T>(compute: () => Promise<{ key: unknown; value: () => T }>): () => Promise<T> {
  let last: { key: unknown; value: T } | undefined;
  return async () => {
    if (last && import.meta.env.PROD) return last.value;
    const { key, value } = await compute();
    if (!last || last.key !== key) last = { key, value: value() };
    return last.value;
  };
}

/** What changes whenever an entry of a collection does. */
const digestsOf = (entries: readonly { digest?: number | string }[]) => entries.map(({ digest }) => digest).join();

/** All speeches, the longest first. */
export const allSpeeches = remembered<LibrarySpeech[]>(async () => {
  const entries = await getCollection('speeches');
  return { key: digestsOf(entries), value: () => entries.map(toSpeech).sort((a, b) => b.counts.length - a.counts.length || (a.id < b.id ? -1 : 1)) };
});

function toSpeech(entry: CollectionEntry<'speeches'>): LibrarySpeech {
  const speech = unpack<StoredSpeech>(entry.data);
  return { ...speech, view: (name) => readView(speech.folder, entry.id, name) };
}

const speechesById = remembered(async () => {
  const speeches = await allSpeeches();
  return { key: speeches, value: () => new Map(speeches.map((speech) => [speech.id, speech])) };
});

/** One speech. */
export async function oneSpeech(id: string): Promise<LibrarySpeech> {
  const speech = (await speechesById()).get(id);
  if (!speech) throw new Error(`There is no speech “${id}”.`);
  return speech;
}

/** All terms by slug, in pinyin order. */
export const allTerms = remembered<Map<string, Term>>(async () => {
  const entries = await getCollection('glossary');
  const value = () =>
    new Map(
      entries
        .map(({ data }) => unpack<Term>(data))
        .sort(byPinyin)
        .map((term) => [term.id, term]),
    );
  return { key: digestsOf(entries), value };
});

const byPinyin = (a: Term, b: Term) => {
  const [first, second] = [sortKey(a.pinyin), sortKey(b.pinyin)];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
};

/** Every mention of every term, by slug, in the order of the speeches and of their texts. */
export const allMentions = remembered<Map<string, TermMention[]>>(async () => {
  const speeches = await allSpeeches();
  return { key: speeches, value: () => mentionsByTerm(speeches) };
});

function mentionsByTerm(speeches: readonly LibrarySpeech[]): Map<string, TermMention[]> {
  const mentions = new Map<string, TermMention[]>();
  const speechesOf = new Map<string, number>();
  for (const { id, view } of speeches) {
    const linesOf = new Map<string, number>();
    for (const { line, ...mention } of JSON.parse(view('mentions')) as MentionLine[]) {
      const { term } = mention;
      const lines = (linesOf.get(term) ?? 0) + 1;
      linesOf.set(term, lines);
      if (lines === 1) speechesOf.set(term, (speechesOf.get(term) ?? 0) + 1);
      const isShown = speechesOf.get(term)! <= shown.speeches && lines <= shown.lines;
      const known = mentions.get(term) ?? [];
      if (known.push(isShown ? { ...mention, speech: id, line } : { ...mention, speech: id }) === 1) mentions.set(term, known);
    }
  }
  return mentions;
}

/** Finds terms in a text. */
export const termMatcher = remembered<TermMatcher>(async () => {
  const terms = await allTerms();
  return { key: terms, value: () => createTermMatcher(terms.values()) };
});

/** How the entries are related: every pair once, the relations of each entry, and the groups that they make. */
export const allRelations = remembered<{ relations: Relation[]; byId: Map<string, Relation[]>; groups: TermGroups }>(async () => {
  const terms = await allTerms();
  const value = () => {
    const relations = relationsOf([...terms.values()]);
    return { relations, byId: relationsById(relations), groups: groupsOf([...terms.keys()], relations) };
  };
  return { key: terms, value };
});

/** The bibliography, by id. */
export const allSources = remembered<Map<string, Source>>(async () => {
  const entries = await getCollection('sources');
  return { key: digestsOf(entries), value: () => new Map(entries.map(({ id, data }) => [id, unpack<Source>(data)])) };
});

/** The edition of the site: a name for the present state of speeches, locks, notes, glossary and bibliography. */
export const edition = remembered<string>(async () => {
  const [speeches, terms, sources] = await Promise.all([allSpeeches(), allTerms(), allSources()]);
  const digests = (await Promise.all([getCollection('glossary'), getCollection('sources')])).flat().map(({ digest }) => String(digest));
  const fingerprints = [...speeches.map(({ fingerprint }) => fingerprint), ...digests];
  const dates = [
    ...speeches.flatMap(({ changed }) => changed ?? []),
    ...[...terms.values()].map(({ revised }) => revised),
    ...[...sources.values()].flatMap(({ seen }) => seen?.on ?? []),
  ];
  return { key: fingerprints.join(), value: () => editionName(fingerprints, dates) };
});

/** Addresses of a kind that forward, or whose content was removed. */
export async function formerAddressesOf(kind: FormerAddress['kind']): Promise<FormerAddress[]> {
  return (await getCollection('former')).flatMap(({ data }) => unpack<FormerAddress[]>(data)).filter((former) => former.kind === kind);
}

/** A prose page by name, rendered. */
export async function prosePage(id: string) {
  const entry = await getEntry('pages', id);
  if (!entry) throw new Error(`There is no page “${id}” in src/content/pages/.`);
  return { ...entry.data, Content: (await render(entry)).Content };
}

/** Names of the prose pages. */
export async function prosePages(): Promise<string[]> {
  return (await getCollection('pages')).map(({ id }) => id);
}
