import { foldForSearch } from './fold.ts';

/** A place in a document that is cut into blocks of running text. */
export interface BlockPlace {
  block: number;
  offset: number;
}

/** What a text fragment asks the browser to find: https://wicg.github.io/scroll-to-text-fragment/ */
export interface FragmentParts {
  prefix?: string;
  start: string;
  end?: string;
  suffix?: string;
}

/** Where the words of a text begin and end: offsets in order, 0 and the length among them. */
export type WordBoundaries = (text: string) => number[];

/** Up to this many UTF-16 units a selection is quoted whole; beyond it its first and its last words stand for it. */
const longestWhole = 40;
/** Lengths that the beginning and the end of a longer selection have at least; longer ones where shorter ones stand earlier, as heads do in a table of contents. */
const edges = [10, 20, 40];
/** Context that is added until the words are found at one place only: so many units before, or after when there is nothing before. */
const contexts = [0, 4, 8, 16, 32];

/**
 * The text fragment (`text=…`) that leads to a selection and nowhere else. Browsers match whole words only, so it is cut at word
 * boundaries, outwards; and they take the first match, so context is added while the words stand earlier in the document.
 * @param blocks the running text of the document, block by block: no match goes over the edge of a block
 * Mere punctuation, which browsers do not find everywhere, has the word before it, or after it, as well.
 * @returns nothing when no context makes the place certain
 */
export function textFragment(blocks: readonly string[], from: BlockPlace, to: BlockPlace, boundaries: WordBoundaries): string | undefined {
  const parts = fragmentParts(blocks, from, to, boundaries);
  if (!parts) return undefined;
  const { prefix, start, end, suffix } = parts;
  // Dashes, commas and ampersands are signs of the syntax.
  const encode = (words: string) => encodeURIComponent(words).replaceAll('-', '%2D');
  return `text=${prefix ? `${encode(prefix)}-,` : ''}${encode(start)}${end ? `,${encode(end)}` : ''}${suffix ? `,-${encode(suffix)}` : ''}`;
}

/** The parts of that fragment. */
export function fragmentParts(blocks: readonly string[], from: BlockPlace, to: BlockPlace, boundaries: WordBoundaries): FragmentParts | undefined {
  const [first, last] = [blocks[from.block]!, blocks[to.block]!];
  const [cutsOfFirst, cutsOfLast] = [boundaries(first), boundaries(last)];
  let startAt = cutsOfFirst.findLast((cut) => cut <= from.offset)!;
  let endAt = cutsOfLast.find((cut) => cut >= to.offset)!;
  const inOneBlock = from.block === to.block;
  if (inOneBlock) {
    const hasWord = () => /[\p{L}\p{N}]/u.test(first.slice(startAt, endAt));
    while (startAt > 0 && !hasWord()) startAt = cutsOfFirst.findLast((cut) => cut < startAt)!;
    while (endAt < first.length && !hasWord()) endAt = cutsOfFirst.find((cut) => cut > endAt)!;
    if (!hasWord()) return undefined;
  }
  const whole = inOneBlock && endAt - startAt <= longestWhole;
  const edge = (cuts: readonly number[], wanted: number) => cuts.find((cut) => cut >= wanted)!;
  const edgeBack = (cuts: readonly number[], wanted: number) => cuts.findLast((cut) => cut <= wanted) ?? 0;
  const document = new FoldedBlocks(blocks);
  const place = { start: document.offsetOf({ block: from.block, offset: startAt }), end: document.offsetOf({ block: to.block, offset: endAt }) };
  for (const shortest of whole ? [longestWhole] : edges) {
    const start = whole ? first.slice(startAt, endAt) : first.slice(startAt, edge(cutsOfFirst, Math.min(first.length, startAt + shortest)));
    const end = whole ? undefined : last.slice(edgeBack(cutsOfLast, Math.max(0, endAt - shortest)), endAt);
    for (const before of contexts) {
      for (const after of contexts) {
        const prefix = first.slice(edgeBack(cutsOfFirst, Math.max(0, startAt - before)), startAt).trim();
        const suffix = last.slice(endAt, edge(cutsOfLast, Math.min(last.length, endAt + after))).trim();
        const parts = { ...(before && prefix ? { prefix } : {}), start: start.trim(), ...(end ? { end: end.trim() } : {}), ...(after && suffix ? { suffix } : {}) };
        const found = document.find(parts);
        if (found && found.start === place.start + leadingBlanks(start) && found.end === place.end - trailingBlanks(end ?? start)) return parts;
      }
    }
  }
  return undefined;
}

const leadingBlanks = (text: string) => text.length - text.trimStart().length;
const trailingBlanks = (text: string) => text.length - text.trimEnd().length;

/** A document as a browser searches it: letter case and width do not count, nothing is found over the edge of a block. */
class FoldedBlocks {
  readonly #text: string;
  readonly #starts: number[] = [];

  constructor(blocks: readonly string[]) {
    let length = 0;
    for (const block of blocks) {
      this.#starts.push(length);
      length += block.length + 1;
    }
    this.#text = blocks.map(foldForSearch).join('\u0000');
  }

  offsetOf({ block, offset }: BlockPlace): number {
    return this.#starts[block]! + offset;
  }

  /** The first match, as a browser finds it; it is counted wherever the words stand, even inside other words, so as to be on the safe side. */
  find({ prefix, start, end, suffix }: FragmentParts): { start: number; end: number } | undefined {
    const [before, head, tail, after] = [prefix, start, end, suffix].map((part) => part && foldForSearch(part));
    for (let at = this.#text.indexOf(before ?? head!); at !== -1; at = this.#text.indexOf(before ?? head!, at + 1)) {
      const from = before ? this.#skip(at + before.length) : at;
      if (!this.#text.startsWith(head!, from)) continue;
      if (!tail) {
        const to = from + head!.length;
        if (!after || this.#text.startsWith(after, this.#skip(to))) return { start: from, end: to };
        continue;
      }
      for (let ending = this.#text.indexOf(tail, from + head!.length); ending !== -1; ending = this.#text.indexOf(tail, ending + 1)) {
        const to = ending + tail.length;
        if (!after || this.#text.startsWith(after, this.#skip(to))) return { start: from, end: to };
      }
      return undefined;
    }
    return undefined;
  }

  /** Blanks and edges of blocks between context and words do not count. */
  #skip(offset: number): number {
    let next = offset;
    while (next < this.#text.length && /[\s\u0000]/.test(this.#text[next]!)) next++;
    return next;
  }
}
