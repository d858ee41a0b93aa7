import type { SpeechName, SpeechRecord } from '../../text/concordance/build.ts';
import { Concordance, type Found, type Hit } from '../../text/concordance/query.ts';
import { namesInFile } from '../../text/concordance/root.ts';
import { finder, type Occurrence, occurrencesIgnoringPunctuation } from '../../text/concordance/scan.ts';
import { IndexError, type Source } from '../../text/concordance/store.ts';
import { type Counts, totals } from '../../text/concordance/summary.ts';
import { type KwicLine, kwicLine } from '../../text/kwic.ts';

/** A slogan and how it is meant. */
export interface Slogan {
  text: string;
  strict: boolean;
}

/** Attribute values by which hits are narrowed; an empty one narrows nothing. */
type Facets = Readonly<Record<string, string>>;

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
  /** Speeches of the corpus that pass the facets, and all of them. */
  corpus: number;
  corpusTotal: number;
  /** Characters, punctuation included, in the passages of the speeches that pass the facets. */
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
  /** Where the hit stands in the text of its unit, in UTF-16 units. */
  start: number;
  end: number;
  /** Offset from the beginning of the speech, for the strip; 0 for a hit in a head. */
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
  /** Names of the first of some speeches: at most `most`, and no more than two files of names hold. */
  names(speeches: number[], most: number): Promise<SpeechName[]>;
  /** Passages of the given speeches that contain every slogan: of each slogan the first hit. */
  together(slogans: Slogan[], speeches: number[]): Promise<SpeechLines[]>;
  /** The longest beginnings and ends of a text that the corpus has. */
  nearest(text: string): Promise<string[]>;
}

/** How long a file may take, in milliseconds; then the search has failed, and says so. */
const longestWait = 60_000;

/** Opens the concordance of a site under a base path. */
export function openService(base: string, wait = longestWait): ConcordanceService {
  const load = async (path: string, cache: RequestCache = 'default') => {
    const response = await fetch(`${base}concordance/${path}.bin`, { cache, signal: AbortSignal.timeout(wait) });
    if (!response.ok) throw new Error(`${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  return serviceOf({
    root: () => load('root', 'no-cache'),
    file: (edition, name, anew) => load(`editions/${edition}/${name}`, anew ? 'reload' : 'default'),
    async inflate(bytes) {
      // Not from a `Blob`, which Chromium keeps in another process: that takes more than a millisecond.
      const stream = new Response(bytes as BodyInit).body!.pipeThrough(new DecompressionStream('deflate-raw'));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    },
  });
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
   * Asks the index. When a file of it does not come or is another, the site may have been published anew since it was
   * opened, and then speeches may have other numbers: the page must be loaded again. If it is the same edition, the fault
   * stands.
   */
  const ask = async <T>(question: (concordance: Concordance) => Promise<T>): Promise<T> => {
    const concordance = await open();
    try {
      return await question(concordance);
    } catch (error) {
      if (!(error instanceof IndexError)) throw error;
      const now = await Concordance.open(source).catch(() => undefined);
      throw now && now.store.edition !== concordance.store.edition ? new IndexError('outdated', 'root', error) : error;
    }
  };
  return {
    search: (slogans, facets) =>
      ask(async (concordance) => {
        const wanted = filterOf(concordance, facets);
        const found = await Promise.all(slogans.map(({ text, strict }) => concordance.find(text, { strict })));
        const searched = Array.from({ length: concordance.speeches }, (_, speech) => speech).filter(wanted);
        return {
          corpus: searched.length,
          corpusTotal: concordance.speeches,
          characters: searched.reduce((sum, speech) => sum + concordance.store.root.characters[speech]!, 0),
          tallies: found.map((one) => tallyOf(one, wanted)),
        };
      }),
    searchLoose: ({ text, strict }, facets) =>
      ask(async (concordance) => tallyOf(await concordance.findIgnoringPunctuation(await concordance.find(text, { strict })), filterOf(concordance, facets))),
    linesOf: ({ text, strict }, speeches, loose) =>
      ask((concordance) => linesOf(concordance, speeches, loose ? (unit) => occurrencesIgnoringPunctuation(unit, text) : finder(text, strict))),
    sorted: ({ text, strict }, order, from, size, facets) =>
      ask(async (concordance) => {
        const { hits, next } = await concordance.sorted(text, order, { from, size }, { strict, wanted: filterOf(concordance, facets) });
        return { lines: hits.map(lineOf), next };
      }),
    names: (speeches, most) =>
      ask((concordance) => {
        const fileOf = (speech: number) => Math.floor(speech / namesInFile);
        const files = new Set([...new Set(speeches.map(fileOf))].slice(0, 2));
        const first = speeches.filter((speech) => files.has(fileOf(speech))).slice(0, most);
        return Promise.all(first.map((speech) => concordance.store.name(speech)));
      }),
    together: (slogans, speeches) =>
      ask(async (concordance) => {
        const finders = slogans.map(({ text, strict }) => finder(text, strict));
        const firstHits = (unit: string) => {
          const first = finders.map((find) => find(unit)[0]);
          return first.every((hit) => hit !== undefined) ? first.sort((a, b) => a.start - b.start) : [];
        };
        const found = await linesOf(concordance, speeches, firstHits);
        return found.map((one) => ({ ...one, lines: one.lines.filter(({ inHead }) => !inHead) })).filter(({ lines }) => lines.length > 0);
      }),
    nearest: (text) => ask((concordance) => nearest(concordance, text)),
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

async function linesOf(concordance: Concordance, speeches: number[], find: (text: string) => Occurrence[]): Promise<SpeechLines[]> {
  const read = await concordance.read(speeches, find);
  return read.map(({ record: { id, title, short, date, url, sections }, hits }, i) => ({ speech: speeches[i]!, id, title, short, date, url, sections, lines: hits.map(lineOf) }));
}

function lineOf({ speech, record, unit, inHead, start, end }: Hit): HitLine {
  return {
    speech,
    speechId: record.id,
    title: record.title,
    short: record.short,
    date: record.date,
    url: record.url,
    unit: unit.id,
    inHead,
    section: record.sections[unit.section]?.name ?? '',
    line: kwicLine(unit.text, { start, end }, sentenceAround(unit.text, unit.sentences, start, end)),
    start,
    end,
    at: inHead ? 0 : offsetInSpeech(record, unit.id) + start,
  };
}

/** Where a passage begins in its speech, as the lengths of sections count: heads stand before the passages of their section, the title counts nothing. */
function offsetInSpeech({ passages, heads }: SpeechRecord, id: string): number {
  const number = passages.findIndex((passage) => passage.id === id);
  const headsBefore = heads.filter((head) => head.id !== 't1' && head.section <= passages[number]!.section);
  return [...passages.slice(0, number), ...headsBefore].reduce((sum, { text }) => sum + text.length, 0);
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
