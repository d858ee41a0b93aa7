import { Concordance, type Found, type Hit, occurrences, occurrencesIgnoringPunctuation } from '../../text/concordance/query.ts';
import type { Source } from '../../text/concordance/store.ts';
import { type Counts, totals } from '../../text/concordance/summary.ts';
import { type KwicLine, kwicLine } from '../../text/kwic.ts';

/** A slogan and how it is meant. */
export interface Slogan {
  text: string;
  strict: boolean;
}

/** Attribute values by which hits are narrowed; an empty one narrows nothing. */
export type Facets = Readonly<Record<string, string>>;

/** How often a slogan stands in the corpus. */
export interface Tally {
  text: string;
  /** Counts of the speeches that pass the facets. */
  counts: Counts;
  occurrences: number;
  passages: number;
  speeches: number;
  inHeads: number;
}

/** The answer to a search for one or several slogans. */
export interface Answer {
  /** State of the index that was asked. */
  edition: string;
  /** Speeches of the corpus that pass the facets, and all of them. */
  corpus: number;
  corpusTotal: number;
  /** Number of positions in the index: characters of all passages, heads and titles. */
  characters: number;
  tallies: Tally[];
}

/** A concordance line, ready to show. */
export interface HitLine {
  speech: number;
  speechId: string;
  title: string;
  short: { zh: string; en: string };
  date: string;
  url: string;
  unit: string;
  inHead: boolean;
  section: string;
  line: KwicLine;
  start: number;
  end: number;
  /** Offset from the beginning of the speech, for the strip. */
  at: number;
}

/** The lines of one speech. */
export interface SpeechLines {
  speech: number;
  id: string;
  title: string;
  short: { zh: string; en: string };
  date: string;
  url: string;
  /** Lengths and names of the sections, for the strip. */
  sections: { name: string; length: number }[];
  lines: HitLine[];
}

/** What the page may ask of the concordance. All answers are plain data. */
export interface ConcordanceService {
  /** Counts each slogan; exact under the fold, or character for character. */
  search(slogans: Slogan[], facets: Facets): Promise<Answer>;
  /** Counts occurrences that differ in punctuation only. */
  searchLoose(slogan: Slogan, facets: Facets): Promise<Tally>;
  /** Hits of the given speeches in the order of the text. */
  linesOf(slogan: Slogan, speeches: number[], loose: boolean): Promise<SpeechLines[]>;
  /** Hits in the order of their right or left context. */
  sorted(slogan: Slogan, order: 'right' | 'left', from: number, size: number, facets: Facets): Promise<{ lines: HitLine[]; next: number | undefined }>;
  /** Names of speeches. */
  names(speeches: number[]): Promise<{ id: string; title: string; short: { zh: string; en: string }; date: string; url: string }[]>;
  /** Passages of the given speeches that contain every slogan. */
  together(slogans: Slogan[], speeches: number[]): Promise<SpeechLines[]>;
  /** The longest beginnings and ends of a text that the corpus has. */
  nearest(text: string): Promise<string[]>;
  /** Attributes of the corpus and their values. */
  attributes(): Promise<{ name: string; values: string[] }[]>;
}

/** Opens the concordance of a site under a base path. */
export function openService(base: string): ConcordanceService {
  const source: Source = {
    async fetch(name) {
      const response = await fetch(`${base}concordance/${name}.bin`, name === 'root' ? { cache: 'no-cache' } : {});
      if (!response.ok) throw new Error(`${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    async inflate(bytes) {
      const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    },
  };
  return serviceOf(source);
}

/** The service over any source; tests give one of their own. */
export function serviceOf(source: Source): ConcordanceService {
  let opening: Promise<Concordance> | undefined;
  const open = () => {
    opening ??= Concordance.open(source);
    opening.catch(() => (opening = undefined));
    return opening;
  };
  /**
   * Asks the index; when a file of it does not come, the site may have been published anew since it was opened. Then the
   * new state is opened and asked once more; if it is the same state, the fault stands.
   */
  const ask = async <T>(question: (concordance: Concordance) => Promise<T>): Promise<T> => {
    const concordance = await open();
    try {
      return await question(concordance);
    } catch (error) {
      if ((error as Error).name !== 'IndexError') throw error;
      opening = undefined;
      const fresh = await open();
      if (fresh.store.edition === concordance.store.edition) throw error;
      return question(fresh);
    }
  };
  return {
    search: (slogans, facets) =>
      ask(async (concordance) => {
        const wanted = filterOf(concordance, facets);
        const found = await Promise.all(slogans.map(({ text, strict }) => concordance.find(text, { strict })));
        return {
          edition: concordance.store.edition,
          corpus: Array.from({ length: concordance.speeches }, (_, speech) => speech).filter(wanted).length,
          corpusTotal: concordance.speeches,
          characters: concordance.store.root.arrays.right.entries,
          tallies: found.map((one) => tallyOf(one, wanted)),
        };
      }),
    searchLoose: ({ text, strict }, facets) =>
      ask(async (concordance) => tallyOf(await concordance.findIgnoringPunctuation(await concordance.find(text, { strict })), filterOf(concordance, facets))),
    linesOf: ({ text, strict }, speeches, loose) =>
      ask((concordance) => linesOf(concordance, speeches, (unit) => (loose ? occurrencesIgnoringPunctuation(unit, text) : occurrences(unit, text, strict)))),
    sorted: ({ text }, order, from, size, facets) =>
      ask(async (concordance) => {
        const { hits, next } = await concordance.sorted(text, order, from, size, filterOf(concordance, facets));
        return { lines: await Promise.all(hits.map((hit) => lineOf(concordance, hit))), next };
      }),
    names: (speeches) => ask((concordance) => Promise.all(speeches.map(async (speech) => headerOf(await concordance.store.line(speech))))),
    together: (slogans, speeches) =>
      ask(async (concordance) => {
        const has = (unit: string) => slogans.every(({ text, strict }) => occurrences(unit, text, strict).length > 0);
        const found = await linesOf(concordance, speeches, (unit) => (has(unit) ? occurrences(unit, slogans[0]!.text, slogans[0]!.strict) : []));
        return found.map((one) => ({ ...one, lines: one.lines.filter(({ inHead }) => !inHead) })).filter(({ lines }) => lines.length > 0);
      }),
    nearest: (text) => ask((concordance) => nearest(concordance, text)),
    attributes: () => ask(async (concordance) => concordance.store.root.attributes.map(({ name, values }) => ({ name, values }))),
  };
}

function filterOf(concordance: Concordance, facets: Facets): (speech: number) => boolean {
  const rules = concordance.store.root.attributes.flatMap(({ name, values, ofSpeech }) => (facets[name] ? [{ ofSpeech, value: values.indexOf(facets[name]) }] : []));
  return (speech) => rules.every(({ ofSpeech, value }) => ofSpeech[speech] === value);
}

function tallyOf({ query, counts }: Found, wanted: (speech: number) => boolean): Tally {
  const kept = counts.filter(({ speech }) => wanted(speech));
  return { text: query, counts: kept, ...totals(kept) };
}

async function linesOf(concordance: Concordance, speeches: number[], find: (text: string) => { start: number; end: number }[]): Promise<SpeechLines[]> {
  const hits = await concordance.read(speeches, find);
  return Promise.all(
    speeches.map(async (speech) => {
      const line = await concordance.store.line(speech);
      const lines = await Promise.all(hits.filter((hit) => hit.speech === speech).map((hit) => lineOf(concordance, hit)));
      return { speech, ...headerOf(line), sections: line.sections, lines };
    }),
  );
}

function headerOf({ id, title, short, date, url }: { id: string; title: string; short: { zh: string; en: string }; date: string; url: string }) {
  return { id, title, short, date, url };
}

async function lineOf(concordance: Concordance, { speech, line, unit, inHead, start, end }: Hit): Promise<HitLine> {
  const { passages, heads } = await concordance.store.text(speech);
  // Heads of sections stand before their passages; the title is no part of the length.
  const before = inHead
    ? []
    : passages.slice(
        0,
        passages.findIndex(({ id }) => id === unit.id),
      );
  const headsBefore = heads.filter(({ id, section }) => id !== 't1' && (inHead ? section < unit.section : section <= unit.section));
  const passagesBefore = inHead ? passages.filter(({ section }) => section < unit.section) : before;
  return {
    speech,
    speechId: line.id,
    title: line.title,
    short: line.short,
    date: line.date,
    url: line.url,
    unit: unit.id,
    inHead,
    section: line.sections[unit.section]?.name ?? '',
    line: kwicLine(unit.text, { start, end }, sentenceAround(unit.text, unit.sentences, start, end)),
    start,
    end,
    at: [...passagesBefore, ...headsBefore].reduce((sum, { text }) => sum + text.length, 0) + start,
  };
}

function sentenceAround(text: string, lengths: readonly number[], start: number, end: number): { start: number; end: number } {
  let from = 0;
  let first: number | undefined;
  for (const length of lengths) {
    const to = from + length;
    if (from < end && start < to) {
      first ??= from;
      if (end <= to) return { start: first, end: to };
    }
    from = to;
  }
  return { start: first ?? 0, end: text.length };
}

/** Shortest part of a text that is worth suggesting. */
const shortestPart = 2;

async function nearest(concordance: Concordance, text: string): Promise<string[]> {
  const known = async (part: string) => totals((await concordance.find(part)).counts).occurrences > 0;
  // A beginning that occurs has beginnings that occur: the longest is found by halving; likewise for ends.
  const longest = async (part: (length: number) => string) => {
    let lo = 0;
    let hi = text.length;
    while (lo < hi) {
      const middle = (lo + hi + 1) >>> 1;
      if (await known(part(middle))) lo = middle;
      else hi = middle - 1;
    }
    return lo;
  };
  const beginning = text.slice(0, await longest((length) => text.slice(0, length)));
  const end = text.slice(text.length - (await longest((length) => text.slice(text.length - length))));
  return [...new Set([beginning, end])].filter((part) => part.length >= shortestPart).sort((a, b) => b.length - a.length);
}
