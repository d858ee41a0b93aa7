/**
 * A text of many units, and the order of all its suffixes. Units are joined with a terminator (code 0) that sorts first;
 * a suffix counts up to the end of its unit and up to `keyLength` UTF-16 units.
 */
export interface SuffixTable {
  /** All units, each followed by one terminator. */
  codes: Uint16Array;
  /** Positions in `codes`, sorted by what follows; positions with equal keys stand in the order of the text. */
  order: Uint32Array;
  /** For each entry of `order` the `sharedLength` of its key and the one before it; 0 for the first, and one more 0 after the last. */
  shared: Uint8Array;
}

/** Memory that several sorts use one after another. */
export interface SuffixRoom {
  order: Uint32Array;
  shared: Uint8Array;
}

/** Room for a text of so many codes. */
export function roomFor(codes: number): SuffixRoom {
  return { order: new Uint32Array(codes), shared: new Uint8Array(codes + 1) };
}

/**
 * Sorts all suffixes: counting by the first two codes, then three-way radix quicksort (Bentley and Sedgewick 1997)
 * inside each bucket, two codes at a time, which are fetched once and then partitioned side by side with the positions
 * (caching, as in Ng and Kakehi 2007): the text is far larger than a processor's cache, and looking up its codes one by one
 * would take most of the time. Linear memory: 2 bytes a character for the text, 4 for the order, 1 for the shared lengths, 4
 * for each suffix of the largest bucket, and 4 for each pair of different codes. Time grows with the text times the length
 * of what neighbours share, which the key bounds.
 * @param codes units joined by terminators (0); terminators themselves are not sorted
 * @param keyLength at most 255
 * @param room what an earlier sort returned is overwritten
 */
export function sortSuffixes(codes: Uint16Array, keyLength: number, room = roomFor(codes.length)): SuffixTable {
  const { ranks, alphabet } = rankCodes(codes);
  // Of very many codes the pairs would take too much room; then one code makes a bucket.
  const known = alphabet <= mostPaired ? Math.min(2, keyLength) : 1;
  const width = known === 2 ? alphabet : 1;
  const bucketOf = (i: number) => ranks[codes[i]!]! * width + (known === 2 ? ranks[codes[i + 1]!]! : 0);
  const ends = new Uint32Array(alphabet * width + 1);
  for (let i = 0; i < codes.length; i++) if (codes[i] !== 0) ends[bucketOf(i) + 1]!++;
  for (let bucket = 1; bucket < ends.length; bucket++) ends[bucket]! += ends[bucket - 1]!;
  const count = ends.at(-1)!;
  const order = room.order.subarray(0, count);
  const shared = room.shared.subarray(0, count + 1).fill(0);
  // Each bucket's place moves from its beginning to its end.
  for (let i = 0; i < codes.length; i++) if (codes[i] !== 0) order[ends[bucketOf(i)]!++] = i;
  let largest = 0;
  for (let bucket = 1; bucket < ends.length; bucket++) largest = Math.max(largest, ends[bucket]! - ends[bucket - 1]!);
  const sorter = new BucketSorter({ codes, order, shared }, keyLength, largest);
  for (let bucket = 1; bucket < ends.length - 1; bucket++) {
    const [from, to] = [ends[bucket - 1]!, ends[bucket]!];
    if (from === to) continue;
    if (from > 0 && codes[order[from - 1]!] === codes[order[from]!]) shared[from] = 1;
    sorter.sort(from, to, known);
  }
  return { codes, order, shared };
}

/** Alphabets up to this size are sorted by pairs of codes at first. */
const mostPaired = 8192;

/** Numbers the codes that occur by their order; the terminator has number 0. */
function rankCodes(codes: Uint16Array): { ranks: Uint16Array; alphabet: number } {
  const occurs = new Uint8Array(0x10000);
  for (let i = 0; i < codes.length; i++) occurs[codes[i]!] = 1;
  const ranks = new Uint16Array(0x10000);
  let alphabet = 1;
  for (let code = 1; code < 0x10000; code++) if (occurs[code]) ranks[code] = alphabet++;
  return { ranks, alphabet };
}

/** Up to so many suffixes are sorted by comparing them whole. */
const fewSuffixes = 12;

/** Sorts ranges of suffixes that agree in their first codes. */
class BucketSorter {
  readonly #table: SuffixTable;
  readonly #keyLength: number;
  /** The two codes that decide now, one in the upper half, for each suffix of the bucket. */
  readonly #pairs: Uint32Array;
  /** Ranges still to be sorted: from, to, depth, and whether their pairs at that depth are fetched. */
  readonly #stack: number[] = [];

  constructor(table: SuffixTable, keyLength: number, largestBucket: number) {
    this.#table = table;
    this.#keyLength = keyLength;
    this.#pairs = new Uint32Array(largestBucket);
  }

  /** Sorts `order[from, to)`, whose suffixes agree in their first `known` codes, terminators among them, and notes what neighbours in it share. */
  sort(from: number, to: number, known: number): void {
    // A terminator as the last known code ends the key.
    if (this.#table.codes[this.#table.order[from]! + known - 1] === 0) {
      this.#sortEqual(from, to, known - 1);
      return;
    }
    const { order, shared } = this.#table;
    const pairs = this.#pairs;
    const stack = this.#stack;
    // An own stack keeps long runs from overflowing.
    stack.push(from, to, known, 0);
    while (stack.length) {
      const fetched = stack.pop()! === 1;
      const d = stack.pop()!;
      const hi = stack.pop()!;
      const lo = stack.pop()!;
      if (hi - lo < 2) continue;
      if (d >= this.#keyLength) {
        this.#sortEqual(lo, hi, d);
        continue;
      }
      if (hi - lo <= fewSuffixes) {
        this.#sortFew(lo, hi, d);
        continue;
      }
      if (!fetched) this.#fetchPairs(lo, hi, d, from);
      const pivot = median(pairs[lo - from]!, pairs[((lo + hi) >>> 1) - from]!, pairs[hi - 1 - from]!);
      // The largest pair below the pivot, and the smallest above it: the future neighbours of what is equal.
      let below = 0;
      let above = 0xffffffff;
      let lt = lo;
      let gt = hi;
      let i = lo;
      while (i < gt) {
        const pair = pairs[i - from]!;
        if (pair === pivot) i++;
        else {
          const position = order[i]!;
          if (pair < pivot) {
            if (pair > below) below = pair;
            order[i] = order[lt]!;
            pairs[i++ - from] = pivot;
            order[lt] = position;
            pairs[lt++ - from] = pair;
          } else {
            if (pair < above) above = pair;
            order[i] = order[--gt]!;
            pairs[i - from] = pairs[gt - from]!;
            order[gt] = position;
            pairs[gt - from] = pair;
          }
        }
      }
      if (lt > lo) shared[lt] = d + sharedOfPairs(below, pivot);
      if (gt < hi) shared[gt] = d + sharedOfPairs(pivot, above);
      stack.push(lo, lt, d, 1, gt, hi, d, 1);
      // A terminator ends the key, and so does its full length: what is equal up to there is equal.
      if (pivot < 0x10000) this.#sortEqual(lt, gt, d);
      else if ((pivot & 0xffff) === 0) this.#sortEqual(lt, gt, d + 1);
      else stack.push(lt, gt, d + 2, 0);
    }
  }

  /** The codes at depth `d` and after it: nothing counts after a terminator or beyond the key. */
  #fetchPairs(lo: number, hi: number, d: number, bucket: number): void {
    const { codes, order } = this.#table;
    const both = d + 1 < this.#keyLength;
    for (let i = lo; i < hi; i++) {
      const position = order[i]! + d;
      const code = codes[position]!;
      this.#pairs[i - bucket] = code === 0 ? 0 : code * 0x10000 + (both ? codes[position + 1]! : 0);
    }
  }

  /** Puts equal keys into the order of the text. Counting left them in it, and partitioning may not have. */
  #sortEqual(lo: number, hi: number, length: number): void {
    if (hi - lo < 2) return;
    const { order, shared } = this.#table;
    order.subarray(lo, hi).sort();
    shared.fill(length, lo + 1, hi);
  }

  /** Sorts a few suffixes that agree in their first `known` codes by comparing them whole: their codes are near once one is fetched. */
  #sortFew(lo: number, hi: number, known: number): void {
    const { codes, order, shared } = this.#table;
    for (let i = lo + 1; i < hi; i++) {
      const position = order[i]!;
      let at = i;
      for (; at > lo && this.#isBefore(position, order[at - 1]!, known); at--) order[at] = order[at - 1]!;
      order[at] = position;
    }
    for (let i = lo + 1; i < hi; i++) shared[i] = sharedLength(codes, order[i - 1]!, order[i]!, this.#keyLength, known);
  }

  #isBefore(a: number, b: number, known: number): boolean {
    const { codes } = this.#table;
    const length = sharedLength(codes, a, b, this.#keyLength, known);
    const difference = length < this.#keyLength ? codes[a + length]! - codes[b + length]! : 0;
    return difference < 0 || (difference === 0 && a < b);
  }
}

/** How many codes two different pairs share: one or none. */
function sharedOfPairs(a: number, b: number): number {
  return a >>> 16 === b >>> 16 ? 1 : 0;
}

function median(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
}

/** Length that the keys of two suffixes share, in codes; the terminator is not counted. They are known to share the first `known` codes. */
export function sharedLength(codes: Uint16Array, a: number, b: number, keyLength: number, known = 0): number {
  let d = known;
  while (d < keyLength && codes[a + d] === codes[b + d] && codes[a + d] !== 0) d++;
  return d;
}
