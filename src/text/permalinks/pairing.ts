import type { Span } from '../types.ts';

/** A unit as it is compared: its letters, whether it is a section head (which is never joined with anything), and the number of its block (a head, or a passage). */
export interface Compared {
  letters: string;
  head: boolean;
  block: number;
}

/** A unit of a text that is aligned: a section head or a sentence. */
export interface AlignedUnit extends Compared {
  text: string;
}

/** Units of the old text and units of the new one that belong together. */
export interface Group {
  old: readonly number[];
  now: readonly number[];
}

/** How well two runs fit where they stand. */
export interface Fit {
  /** On how many sides, from 0 to 2, the nearest bound unit of the one belongs to the nearest of the other. */
  sides: 0 | 1 | 2;
  /** The same, with neighbours that adjoin counted in full and others in part. */
  weight: number;
}

/** A neighbour farther away than this, in units that are bound to nothing, says nothing about a place. */
const reach = 3;
/** What a neighbour counts that does not adjoin. */
const weightOfDistant = 0.4;

/** Which units of an old and a new sequence belong together, while that is being found out. */
export class Pairing {
  readonly groups: Group[] = [];
  readonly #old: Int32Array;
  readonly #now: Int32Array;

  constructor(oldLength: number, nowLength: number) {
    this.#old = new Int32Array(oldLength).fill(-1);
    this.#now = new Int32Array(nowLength).fill(-1);
  }

  /** A pairing that has the same groups, and can go on in another way. */
  copy(): Pairing {
    const copy = new Pairing(this.#old.length, this.#now.length);
    for (const group of this.groups) copy.bind(group);
    return copy;
  }

  bind(group: Group): void {
    for (const i of group.old) this.#old[i] = this.groups.length;
    for (const j of group.now) this.#now[j] = this.groups.length;
    this.groups.push(group);
  }

  /** Adds one more old unit to those that became a new one. */
  join(old: number, now: number): void {
    const index = this.#now[now]!;
    const group = this.groups[index]!;
    this.#old[old] = index;
    this.groups[index] = { ...group, old: [...group.old, old].sort((a, b) => a - b) };
  }

  groupOf(now: number): Group | undefined {
    return this.groups[this.#now[now]!];
  }

  isFree(side: 'old' | 'now', index: number): boolean {
    return this.#side(side)[index] === -1;
  }

  /** Units of a side that belong to nothing yet. */
  free(side: 'old' | 'now'): number[] {
    return [...this.#side(side).keys()].filter((index) => this.isFree(side, index));
  }

  /** The stretches of both texts, as half-open spans, that lie between the same bound units (or ends), where neither is empty. */
  gaps(): { old: Span; now: Span }[] {
    const gaps: { old: Span; now: Span }[] = [];
    const bound = [-1, ...[...this.#old.keys()].filter((i) => !this.isFree('old', i)), this.#old.length];
    for (let k = 1; k < bound.length; k++) {
      const [from, to] = [bound[k - 1]!, bound[k]!];
      const start = from === -1 ? 0 : this.groups[this.#old[from]!]!.now.at(-1)! + 1;
      const end = to === this.#old.length ? this.#now.length : this.groups[this.#old[to]!]!.now[0]!;
      const free = Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset).every((j) => this.isFree('now', j));
      if (to - from > 1 && end > start && free) gaps.push({ old: { start: from + 1, end: to }, now: { start, end } });
    }
    return gaps;
  }

  /** How well two runs fit: by their neighbours before and after. The ends of the two texts belong together. */
  fit(old: readonly number[], now: readonly number[]): Fit {
    const fits = [
      this.#weigh(this.#nearest('old', old[0]! - 1, -1), this.#nearest('now', now[0]! - 1, -1)),
      this.#weigh(this.#nearest('old', old.at(-1)! + 1, 1), this.#nearest('now', now.at(-1)! + 1, 1)),
    ].filter((weight) => weight > 0);
    return { sides: fits.length as Fit['sides'], weight: fits.reduce((sum, weight) => sum + weight, 0) };
  }

  #weigh(old: Neighbour | undefined, now: Neighbour | undefined): number {
    if (!old || !now || old.group !== now.group) return 0;
    return old.distance === 0 && now.distance === 0 ? 1 : weightOfDistant;
  }

  /** The nearest bound unit from an index on, as its group (-1 for the end of the text); undefined when it is too far away. */
  #nearest(side: 'old' | 'now', from: number, step: 1 | -1): Neighbour | undefined {
    const groups = this.#side(side);
    for (let distance = 0; distance <= reach; distance++) {
      const at = from + step * distance;
      if (at < 0 || at >= groups.length) return { group: -1, distance };
      if (groups[at] !== -1) return { group: groups[at]!, distance };
    }
    return undefined;
  }

  #side(side: 'old' | 'now'): Int32Array {
    return side === 'old' ? this.#old : this.#now;
  }
}

interface Neighbour {
  group: number;
  distance: number;
}
