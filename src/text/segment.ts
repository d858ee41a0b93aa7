import type { Span } from './types.ts';

/** Brackets and quotation marks that pair; a sentence is not split inside a short pair. */
const pairs: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['【', '】'],
  ['「', '」'],
  ['『', '』'],
  ['〔', '〕'],
]);
const closers = new Set([...pairs.values(), '"']);
const terminators = new Set(['。', '！', '？']);
const endMarks = flagsOf([...terminators, '.', '!', '?']);
/** Marks that matter to pairs; most characters are none, and a table tells so faster than a map. */
const pairMarks = flagsOf([...pairs.keys(), ...closers]);

/** A table of all UTF-16 units with the given characters set. */
function flagsOf(characters: readonly string[]): Uint8Array {
  const flags = new Uint8Array(0x10000);
  for (const character of characters) flags[character.charCodeAt(0)] = 1;
  return flags;
}

/** A pair that spans more than this many UTF-16 units does not hold a sentence together (quotation marks may be broken). */
const longestPair = 120;

/** After `。”` the sentence goes on when one of these follows: 这 and 是 resume it, 的 and a comma continue it. */
const continues = /^[这是的，,、]/;

/** Abbreviations after which a full stop does not end an English sentence; nor does one after the number with which a passage begins. */
const abbreviation = /^\d{1,3}\.$|(?:^|[\s(“"])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|No|Vol|vs|etc|e\.g|i\.e|cf|pp?)\.$/;

/**
 * Splits a passage into sentences. Rules, not `Intl.Segmenter`: ICU glues an opening quotation mark to the sentence
 * before it. A sentence ends after 。！？ and the closing marks that follow, not inside a pair that closes within 120
 * units, never after ；. In Latin text it ends after . ! ? when a blank and then a capital, digit or opening mark follow.
 * The spans cover the text without gaps: joined, the sentences give the passage back.
 * @returns spans in UTF-16 units
 */
export function segmentSentences(text: string): Span[] {
  const inside = boundariesInsidePairs(text);
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (endMarks[text.charCodeAt(i)] === 0) continue;
    const end = endOfSentence(text, i, inside);
    if (end === undefined) continue;
    spans.push({ start, end });
    start = end;
    i = end - 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** If a sentence ends at the mark at `i`, the offset after it, its closing marks and the blanks that follow. */
function endOfSentence(text: string, i: number, inside: Uint16Array): number | undefined {
  const mark = text[i]!;
  const chinese = terminators.has(mark);
  let end = i + 1;
  while (end < text.length && (terminators.has(text[end]!) || (!chinese && /[.!?]/.test(text[end]!)))) end++;
  const afterMark = end;
  while (end < text.length && closers.has(text[end]!)) end++;
  if (inside[end]) return undefined;
  const rest = text.slice(end);
  if (end > afterMark && continues.test(rest)) return undefined;
  const blanks = /^\s*/.exec(rest)![0].length;
  if (!chinese && (blanks === 0 || !/^[\p{Lu}\p{N}“"‘'(]/u.test(rest.slice(blanks)) || abbreviation.test(text.slice(0, i + 1)))) return undefined;
  return end + blanks;
}

/** For each boundary (the offset before a character), how many short pairs it lies inside. */
function boundariesInsidePairs(text: string): Uint16Array {
  const inside = new Uint16Array(text.length + 1);
  const open: { closer: string; at: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    if (pairMarks[text.charCodeAt(i)] === 0) continue;
    const character = text[i]!;
    const closer = pairs.get(character);
    if (closer) open.push({ closer, at: i });
    if (open.length === 0 || !closers.has(character)) continue;
    const match = open.findLastIndex((pair) => pair.closer === character);
    if (match === -1) continue;
    const { at } = open[match]!;
    open.length = match;
    if (i - at <= longestPair) for (let boundary = at + 1; boundary <= i; boundary++) inside[boundary]!++;
  }
  return inside;
}

const runInHead = /^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+(?:是|要)|第[一二三四五六七八九十]+[，、,：:])/;
/** Numbers in digits begin items of lists as well; only a short first sentence after them is a head. */
const runInDigits = /^(?:\d{1,2}(?:[.．](?!\d)|、)|[（(]\d{1,2}[）)]|[①-⑳])/;

/** Longest first sentence that still counts as a run-in head, in UTF-16 units; the second for numbers in digits. */
const longestRunIn = [80, 40] as const;

/**
 * True when the first sentence of a passage is a run-in head: a heading inside its paragraph, such as （一）…。 一是…。
 * 一要…。 第一，…. 1.…。 （1）….
 */
export function isRunInHead(firstSentence: string): boolean {
  return (runInHead.test(firstSentence) && firstSentence.length <= longestRunIn[0]) || (runInDigits.test(firstSentence) && firstSentence.length <= longestRunIn[1]);
}

/** True when a passage is nothing but a head within a section, such as （一）加强领导: numbered in Chinese, short, and not ending as a sentence does. */
export function isSubhead(text: string): boolean {
  return runInHead.test(text) && text.length <= 60 && !/[。！？；：，、.!?;:,]$/.test(text);
}

/** True when a first passage greets the audience: short, and ending with a colon. */
export function isSalutation(text: string): boolean {
  return text.length <= 40 && /[：:]$/.test(text);
}
