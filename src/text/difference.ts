/** A stretch of a comparison: in both texts, only in the earlier one, or only in the later one. */
export interface Run {
  kind: 'same' | 'gone' | 'come';
  text: string;
}

/** Beyond so many characters that differ the middle of two texts counts as rewritten, so that time and memory stay small. */
const mostEdits = 1500;

/**
 * What changed from one text to another, character by character: the shortest script (E. Myers, “An O(ND) difference
 * algorithm and its variations”, Algorithmica 1, 1986), then without the few characters that two rewritten stretches
 * have in common by chance. The runs `same` and `gone` joined give the earlier text, `same` and `come` the later one.
 * @example difference('三家企业', '四家企业') // [gone 三, come 四, same 家企业]
 */
export function difference(before: string, after: string): Run[] {
  const [a, b] = [[...before], [...after]];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const script: Edit[] = [
    ...Array.from({ length: head }, (): Edit => 0),
    ...shortestScript(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...Array.from({ length: tail }, (): Edit => 0),
  ];
  return withoutIslands(toRuns(script, a, b));
}

/** How many characters two texts have in common, in order and not by chance. */
export function sameLength(runs: readonly Run[]): number {
  return runs.reduce((sum, { kind, text }) => (kind === 'same' ? sum + text.length : sum), 0);
}

/** One step of a script: 0 takes a character of both, -1 drops one of the earlier text, 1 puts in one of the later. */
type Edit = -1 | 0 | 1;

function shortestScript(a: readonly string[], b: readonly string[]): Edit[] {
  // For each number of edits the farthest x reached on each diagonal k = x - y, from k = -edits - 1 on.
  const trace: Int32Array[] = [];
  const most = Math.min(a.length + b.length, mostEdits);
  const reached = new Int32Array(2 * most + 3);
  for (let edits = 0; edits <= most; edits++) {
    trace.push(reached.slice(most - edits, most + edits + 3));
    for (let k = -edits; k <= edits; k += 2) {
      const at = most + 1 + k;
      let x = goesDown(reached, at, k, edits) ? reached[at + 1]! : reached[at - 1]! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reached[at] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return [...a.map((): Edit => -1), ...b.map((): Edit => 1)];
}

/** True when the farthest path to diagonal k comes from the diagonal above (a character put in), not from the one below. */
function goesDown(reached: Int32Array, at: number, k: number, edits: number): boolean {
  return k === -edits || (k !== edits && reached[at - 1]! < reached[at + 1]!);
}

function walkBack(trace: readonly Int32Array[], endX: number, endY: number): Edit[] {
  const script: Edit[] = [];
  let [x, y] = [endX, endY];
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const reached = trace[edits]!;
    const k = x - y;
    const at = k + edits + 1;
    const down = goesDown(reached, at, k, edits);
    const [fromX, fromK] = down ? [reached[at + 1]!, k + 1] : [reached[at - 1]!, k - 1];
    for (; x > fromX + (down ? 0 : 1); x--, y--) script.push(0);
    script.push(down ? 1 : -1);
    [x, y] = [fromX, fromX - fromK];
  }
  for (; x > 0; x--) script.push(0);
  return script.reverse();
}

function toRuns(script: readonly Edit[], a: readonly string[], b: readonly string[]): Run[] {
  const runs: Run[] = [];
  let [x, y, gone, come] = [0, 0, '', ''];
  const flush = () => {
    if (gone) runs.push({ kind: 'gone', text: gone });
    if (come) runs.push({ kind: 'come', text: come });
    [gone, come] = ['', ''];
  };
  for (const edit of script) {
    if (edit === -1) gone += a[x++]!;
    else if (edit === 1) come += b[y++]!;
    else {
      flush();
      const last = runs.at(-1);
      if (last?.kind === 'same') last.text += a[x]!;
      else runs.push({ kind: 'same', text: a[x]! });
      x++;
      y++;
    }
  }
  flush();
  return runs;
}

/**
 * Takes a common run that is no longer than what changed on either side of it as changed too, until none is left: two
 * unrelated Chinese sentences share many single characters, and a comparison full of them cannot be read.
 */
function withoutIslands(runs: Run[]): Run[] {
  for (;;) {
    const changes = changedAround(runs);
    const island = runs.findIndex(({ kind, text }, i) => kind === 'same' && i > 0 && i < runs.length - 1 && text.length <= changes[i]!.before && text.length <= changes[i]!.after);
    if (island === -1) return runs;
    const from = startOfChange(runs, island);
    let to = island + 1;
    while (to < runs.length && runs[to]!.kind !== 'same') to++;
    const part = runs.slice(from, to);
    const joined = (leftOut: Run['kind']) => part.filter(({ kind }) => kind !== leftOut).reduce((text, run) => text + run.text, '');
    const changed: Run[] = [
      { kind: 'gone', text: joined('come') },
      { kind: 'come', text: joined('gone') },
    ];
    runs = [...runs.slice(0, from), ...changed, ...runs.slice(to)];
  }
}

function startOfChange(runs: readonly Run[], island: number): number {
  let from = island;
  while (from > 0 && runs[from - 1]!.kind !== 'same') from--;
  return from;
}

/** For each run the longer of what went and what came next to it, before it and after it. */
function changedAround(runs: readonly Run[]): { before: number; after: number }[] {
  const lengthOfChange = (from: number, step: 1 | -1) => {
    let longest = 0;
    for (let i = from; runs[i] !== undefined && runs[i]!.kind !== 'same'; i += step) longest = Math.max(longest, runs[i]!.text.length);
    return longest;
  };
  return runs.map((_, i) => ({ before: lengthOfChange(i - 1, -1), after: lengthOfChange(i + 1, 1) }));
}
