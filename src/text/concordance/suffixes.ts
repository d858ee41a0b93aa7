/**
 * A text of many units, and the order of all its suffixes. Units are joined with a terminator (code 0) that sorts first;
 * a suffix counts up to the end of its unit and up to `keyLength` UTF-16 units.
 */
export interface SuffixTable {
  /** All units, each followed by one terminator. */
  codes: Uint16Array;
  /** Positions in `codes`, sorted by what follows; positions with equal keys stand in the order of the text. */
  order: Uint32Array;
}

/** Buckets by the first two codes are sorted one by one; below this size insertion sort is faster. */
const smallEnough = 12;

/**
 * Sorts all suffixes: one pass of counting by the first code, then three-way radix quicksort (Bentley and Sedgewick 1997)
 * inside each bucket. Linear memory: 2 bytes a character for the text and 4 for the order. Time grows with the text
 * times the length of what neighbours share, which the key bounds.
 * @param codes units joined by terminators (0); terminators themselves are not sorted
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
  for (let code = 1; code < 0x10000; code++) sortRange(codes, order, starts[code]!, starts[code + 1]!, 1, keyLength);
  return { codes, order };
}

/** Sorts `order[from, to)`, whose suffixes agree in their first `depth` codes. An own stack keeps long runs from overflowing. */
function sortRange(codes: Uint16Array, order: Uint32Array, from: number, to: number, depth: number, keyLength: number): void {
  const stack: number[] = [from, to, depth];
  while (stack.length) {
    const d = stack.pop()!;
    const hi = stack.pop()!;
    const lo = stack.pop()!;
    if (hi - lo < 2) continue;
    // Equal up to the key's length: the order of the text. Counting left them in it, and partitioning may not have.
    if (d >= keyLength) {
      order.subarray(lo, hi).sort();
      continue;
    }
    if (hi - lo <= smallEnough) {
      insertionSort(codes, order, lo, hi, d, keyLength);
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
    stack.push(lo, lt, d, gt, hi, d);
    // A terminator ends the key: what is equal up to it is equal.
    if (pivot === 0) order.subarray(lt, gt).sort();
    else stack.push(lt, gt, d + 1);
  }
}

function median(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
}

function insertionSort(codes: Uint16Array, order: Uint32Array, lo: number, hi: number, depth: number, keyLength: number): void {
  for (let i = lo + 1; i < hi; i++) {
    const position = order[i]!;
    let j = i - 1;
    while (j >= lo && compare(codes, order[j]!, position, depth, keyLength) > 0) {
      order[j + 1] = order[j]!;
      j--;
    }
    order[j + 1] = position;
  }
}

/** Compares two suffixes that agree in their first `depth` codes; equal keys by position. */
function compare(codes: Uint16Array, a: number, b: number, depth: number, keyLength: number): number {
  for (let d = depth; d < keyLength; d++) {
    const [x, y] = [codes[a + d]!, codes[b + d]!];
    if (x !== y) return x - y;
    if (x === 0) break;
  }
  return a - b;
}

/** Length that the keys of two suffixes share, in codes; the terminator is not counted. */
export function sharedLength(codes: Uint16Array, a: number, b: number, keyLength: number): number {
  let d = 0;
  while (d < keyLength && codes[a + d] === codes[b + d] && codes[a + d] !== 0) d++;
  return d;
}
