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

/**
 * Sorts all suffixes: one pass of counting by the first code, then three-way radix quicksort (Bentley and Sedgewick 1997)
 * inside each bucket. Linear memory: 2 bytes a character for the text, 4 for the order and 1 for the shared lengths. Time
 * grows with the text times the length of what neighbours share, which the key bounds.
 * @param codes units joined by terminators (0); terminators themselves are not sorted
 * @param keyLength at most 255
 */
export function sortSuffixes(codes: Uint16Array, keyLength: number): SuffixTable {
  const starts = new Uint32Array(0x10001);
  for (let i = 0; i < codes.length; i++) starts[codes[i]! + 1]!++;
  starts[1] = 0; // terminators
  for (let code = 1; code <= 0x10000; code++) starts[code]! += starts[code - 1]!;
  const order = new Uint32Array(starts[0x10000]!);
  const next = starts.slice();
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    if (code !== 0) order[next[code]!++] = i;
  }
  const table = { codes, order, shared: new Uint8Array(order.length + 1) };
  for (let code = 1; code < 0x10000; code++) sortRange(table, starts[code]!, starts[code + 1]!, 1, keyLength);
  return table;
}

/**
 * Sorts `order[from, to)`, whose suffixes agree in their first `depth` codes, and notes what neighbours in it share. An
 * own stack keeps long runs from overflowing.
 */
function sortRange(table: SuffixTable, from: number, to: number, depth: number, keyLength: number): void {
  if (to - from < 2) return;
  const { codes, order, shared } = table;
  const stack: number[] = [from, to, depth];
  while (stack.length) {
    const d = stack.pop()!;
    const hi = stack.pop()!;
    const lo = stack.pop()!;
    if (hi - lo < 2) continue;
    if (d >= keyLength) {
      sortEqual(table, lo, hi, d);
      continue;
    }
    if (hi - lo === 2) {
      sortPair(table, lo, d, keyLength);
      continue;
    }
    const pivot = median(codes[order[lo]! + d]!, codes[order[(lo + hi) >>> 1]! + d]!, codes[order[hi - 1]! + d]!);
    let lt = lo;
    let gt = hi;
    let i = lo;
    while (i < gt) {
      const position = order[i]!;
      const code = codes[position + d]!;
      if (code < pivot) {
        order[i++] = order[lt]!;
        order[lt++] = position;
      } else if (code > pivot) {
        order[i] = order[--gt]!;
        order[gt] = position;
      } else i++;
    }
    if (lt > lo) shared[lt] = d;
    if (gt < hi) shared[gt] = d;
    stack.push(lo, lt, d, gt, hi, d);
    // A terminator ends the key: what is equal up to it is equal.
    if (pivot === 0) sortEqual(table, lt, gt, d);
    else stack.push(lt, gt, d + 1);
  }
}

/** Puts equal keys into the order of the text. Counting left them in it, and partitioning may not have. */
function sortEqual({ order, shared }: SuffixTable, lo: number, hi: number, length: number): void {
  order.subarray(lo, hi).sort();
  shared.fill(length, lo + 1, hi);
}

function median(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
}

/** Sorts `order[lo]` and the one after it, whose suffixes agree in their first `known` codes. */
function sortPair({ codes, order, shared }: SuffixTable, lo: number, known: number, keyLength: number): void {
  const [a, b] = [order[lo]!, order[lo + 1]!];
  const length = sharedLength(codes, a, b, keyLength, known);
  const difference = length < keyLength ? codes[a + length]! - codes[b + length]! : 0;
  if (difference > 0 || (difference === 0 && a > b)) {
    order[lo] = b;
    order[lo + 1] = a;
  }
  shared[lo + 1] = length;
}

/** Length that the keys of two suffixes share, in codes; the terminator is not counted. They are known to share the first `known` codes. */
export function sharedLength(codes: Uint16Array, a: number, b: number, keyLength: number, known = 0): number {
  let d = known;
  while (d < keyLength && codes[a + d] === codes[b + d] && codes[a + d] !== 0) d++;
  return d;
}
