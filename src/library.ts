import { type CollectionEntry, getCollection, getEntry, render } from 'astro:content';
import { describeTerm, type Term } from './corpus/read-glossary.ts';
import type { Source } from './schemas/source.ts';
import type { MentionLine, SpeechSummary } from './speech/summary.ts';
import { readView } from './speech/views.ts';
import { sortKey } from './text/pinyin.ts';

/** A speech as the pages know it. */
export interface LibrarySpeech extends SpeechSummary {
  /** True while its ids are not locked (only under `astro dev`). */
  provisional: boolean;
  /** Reads a view that the loader made. */
  view(name: 'html' | 'txt' | 'json'): string;
}

/** A mention with the speech it stands in. */
export interface LibraryMention extends MentionLine {
  speech: string;
}

let speechCache: { key: unknown; speeches: LibrarySpeech[] } | undefined;

/** All speeches, the longest first. */
export async function allSpeeches(): Promise<LibrarySpeech[]> {
  const entries = await getCollection('speeches');
  const key = entries.map(({ digest }) => digest).join();
  if (speechCache?.key !== key) speechCache = { key, speeches: entries.map(toSpeech).sort((a, b) => b.counts.length - a.counts.length || (a.id < b.id ? -1 : 1)) };
  return speechCache.speeches;
}

function toSpeech(entry: CollectionEntry<'speeches'>): LibrarySpeech {
  const { folder, ...summary } = entry.data as SpeechSummary & { folder: string; provisional: boolean };
  return { ...summary, view: (name) => readView(folder, entry.id, name) };
}

/** One speech. */
export async function oneSpeech(id: string): Promise<LibrarySpeech> {
  const speech = (await allSpeeches()).find((candidate) => candidate.id === id);
  if (!speech) throw new Error(`There is no speech “${id}”.`);
  return speech;
}

let termCache: { key: unknown; terms: Map<string, Term> } | undefined;

/** All terms by slug, in pinyin order. */
export async function allTerms(): Promise<Map<string, Term>> {
  const entries = await getCollection('glossary');
  if (!termCache || termCache.key !== entries[0]) {
    const terms = entries.map((entry) => describeTerm(entry.id, entry.data, (entry.body ?? '').trim() !== ''));
    termCache = { key: entries[0], terms: new Map(terms.sort(byPinyin).map((term) => [term.id, term])) };
  }
  return termCache.terms;
}

const byPinyin = (a: Term, b: Term) => {
  const [first, second] = [sortKey(a.pinyin), sortKey(b.pinyin)];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
};

let mentionCache: { key: unknown; mentions: Map<string, LibraryMention[]> } | undefined;

/** Every mention of every term, by slug, in the order of the speeches and of their texts. */
export async function allMentions(): Promise<Map<string, LibraryMention[]>> {
  const speeches = await allSpeeches();
  if (!mentionCache || mentionCache.key !== speeches) {
    const mentions = new Map<string, LibraryMention[]>();
    for (const { id, mentions: lines } of speeches) {
      for (const line of lines) {
        const known = mentions.get(line.term);
        if (known) known.push({ ...line, speech: id });
        else mentions.set(line.term, [{ ...line, speech: id }]);
      }
    }
    mentionCache = { key: speeches, mentions };
  }
  return mentionCache.mentions;
}

/** The longer text of an entry, rendered; nothing when it has none. */
export async function termBody(id: string) {
  const entry = await getEntry('glossary', id);
  return entry?.body?.trim() ? (await render(entry)).Content : undefined;
}

/** The bibliography, by id. */
export async function allSources(): Promise<Map<string, Source>> {
  const entries = await getCollection('sources');
  return new Map(entries.map((entry) => [entry.id, entry.data]));
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
