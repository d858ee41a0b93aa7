import fc from 'fast-check';
import { type BuildOptions, type BuildReport, buildConcordance, type SpeechRecord } from '../../../../src/text/concordance/build.ts';
import type { Source } from '../../../../src/text/concordance/store.ts';
import type { Counts } from '../../../../src/text/concordance/summary.ts';
import { type ArrayName, deriveTable, type IndexedSpeech, UnitCollector, type UnitTable } from '../../../../src/text/concordance/units.ts';
import { foldForSearch } from '../../../../src/text/fold.ts';

/** A speech with nothing but what a search looks at. */
export interface SmallSpeech {
  passages: string[];
  heads: string[];
}

/** The record of a small speech. */
export function recordOf({ passages, heads }: SmallSpeech, i: number): SpeechRecord {
  const unit = (prefix: string) => (text: string, n: number) => ({ id: `${prefix}${n + 1}`, text, sentences: [text.length], section: 0 });
  return {
    id: `speech-${i}`,
    title: `第${i}篇`,
    short: { zh: `${i}`, en: `${i}` },
    date: `${2012 + (i % 3)}-01-01`,
    kind: i % 2 ? 'address' : 'report',
    url: `/speeches/speech-${i}/`,
    passages: passages.map(unit('p')),
    heads: heads.map(unit('h')),
    sections: [{ name: '', length: passages.join('').length }],
  };
}

/** The files of an index by name, in the order in which they were written, and what the builder reported. */
export interface Built {
  files: Map<string, Uint8Array>;
  report: BuildReport;
}

/** Settings of the builder that matter to a test. */
export type Sizes = Pick<BuildOptions, 'blockSize' | 'summarySize' | 'pageSize'>;

/** Builds an index whose files are not compressed. */
export function build(speeches: readonly SmallSpeech[], sizes: Sizes = {}): Built {
  return buildFrom(speeches.map(recordOf), sizes);
}

/** Builds an index of records. */
export function buildFrom(records: Iterable<SpeechRecord>, sizes: Sizes = {}): Built {
  const files = new Map<string, Uint8Array>();
  const write = (name: string, bytes: Uint8Array) => {
    if (files.has(name)) throw new Error(`${name} is written twice`);
    files.set(name, bytes);
  };
  return { files, report: buildConcordance(records, { deflate: (bytes) => bytes, write, ...sizes }) };
}

/** The units of speeches as an array sorts them. */
export function tableOf(speeches: readonly IndexedSpeech[], array: ArrayName = 'right'): UnitTable {
  const units = new UnitCollector();
  for (const speech of speeches) units.add(speech);
  const table = units.table();
  return array === 'right' ? table : deriveTable(table, array, new Uint16Array(table.codes.length));
}

/** A source over the files of an index; `fault` may stand between. */
export function sourceOf({ files, report }: Built, fault: (name: string, bytes: Uint8Array) => Uint8Array = (_name, bytes) => bytes): Source {
  const get = async (name: string) => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`404 ${name}`);
    return fault(name, bytes);
  };
  return {
    root: () => get('root'),
    file: async (edition, name) => {
      if (edition !== report.edition) throw new Error(`404 ${edition}`);
      return get(name);
    },
    inflate: async (bytes) => bytes,
  };
}

/** Every offset at which a text has a part, found by looking at each. */
export function offsetsOf(text: string, part: string): number[] {
  const offsets: number[] = [];
  for (let i = 0; part !== '' && i < text.length; i++) if (text.startsWith(part, i)) offsets.push(i);
  return offsets;
}

/** A function that remembers what it gave: scans look at the same texts again and again. */
function remembering<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (known.size > 5000) known.clear();
    if (!known.has(text)) known.set(text, of(text));
    return known.get(text)!;
  };
}

/** The text under the fold of the search. */
export const folded = remembering(foldForSearch);

/** Counts by scanning every text of every speech. */
export function scan(speeches: readonly SmallSpeech[], offsets: (text: string) => readonly unknown[]): Counts {
  return speeches
    .map(({ passages, heads }, speech) => {
      const inPassages = passages.map((text) => offsets(text).length);
      return {
        speech,
        occurrences: inPassages.reduce((sum, n) => sum + n, 0),
        passages: inPassages.filter((n) => n > 0).length,
        inHeads: heads.reduce((sum, text) => sum + offsets(text).length, 0),
      };
    })
    .filter(({ occurrences, inHeads }) => occurrences > 0 || inHeads > 0);
}

/** Counts under the fold of the search. */
export const scanFolded = (speeches: readonly SmallSpeech[], query: string) => scan(speeches, (text) => offsetsOf(folded(text), folded(query)));

const counts = (character: string) => !/[\p{P}\p{S}\p{Z}\p{C}\s]/u.test(character);

/** The characters of a text that count when punctuation does not, each with the span of its place. */
const countedCharacters = remembering((text) => {
  let end = 0;
  return [...foldForSearch(text)]
    .map((character) => {
      end += character.length;
      return { character, start: end - character.length, end };
    })
    .filter(({ character }) => counts(character));
});

/** The spans in a text that have the characters of a query that count, one after another, and are not part of an exact occurrence. */
export function scanLoosely(text: string, query: string): { start: number; end: number }[] {
  const wanted = countedCharacters(query);
  if (wanted.length === 0) return [];
  const exact = offsetsOf(folded(text), folded(query));
  const there = countedCharacters(text);
  return there
    .flatMap(({ start }, i) => (wanted.every(({ character }, k) => character === there[i + k]?.character) ? [{ start, end: there[i + wanted.length - 1]!.end }] : []))
    .filter(({ start }) => !exact.includes(start - wanted[0]!.start));
}

/** Words over few characters, so that much of them repeats; some are whole periods of a few characters. */
export function words(alphabet: readonly string[], maxLength: number) {
  const characters = (most: number) => fc.array(fc.constantFrom(...alphabet), { maxLength: most }).map((some) => some.join(''));
  return fc.oneof(
    { weight: 3, arbitrary: characters(maxLength) },
    fc.tuple(characters(4), fc.nat(maxLength)).map(([period, length]) => period.repeat(length).slice(0, length)),
  );
}

/** Few characters of many kinds: folded and not, outside the basic plane, halves of such, punctuation. */
export const mixedAlphabet = ['甲', '乙', '，', '。', '“', '"', 'Ａ', 'a', 'A', '　', ' ', '😀', '\ud83d', '\ude00', '𠮷', '\ud842', '\udfb7'];

/** Small corpora over an alphabet. */
export function corpora(alphabet: readonly string[], maxLength = 50) {
  const texts = (maxLength: number, most: number) => fc.array(words(alphabet, maxLength), { maxLength: most });
  return fc.array(fc.record({ passages: texts(maxLength, 4), heads: texts(12, 2) }), { maxLength: 5 });
}

/** Numbers at random, the same each time, for corpora that are built once. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
