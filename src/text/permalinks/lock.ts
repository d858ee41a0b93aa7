import { receiptOf } from '../normalize.ts';
import type { Unit } from '../types.ts';

/** A locked unit: its id, the receipt of its wording, and the wording itself. */
export interface LockedUnit extends Unit {
  text: string;
}

/** A locked section head, and the id of the passage that follows it; null at the end of the text. */
export interface LockedHead extends LockedUnit {
  before: string | null;
}

/** A locked passage; its text is that of its sentences joined. A sentence keeps its id when it moves to another passage. */
export interface LockedPassage extends Unit {
  sentences: LockedUnit[];
}

/** The lock of one speech: every id that was ever minted, those of the present text in its order. */
export interface Lock {
  format: 2;
  speech: string;
  /** Counts the versions of the text that were locked, from 1. */
  revision: number;
  title: LockedUnit;
  heads: LockedHead[];
  passages: LockedPassage[];
  /** What each later revision changed, in order; from it every earlier revision can be had back. */
  history: Revision[];
}

/** A revision of the text, told by what it replaced. */
export interface Revision {
  /** Number of the revision that made the change. */
  revision: number;
  /** The day on which it was locked, as YYYY-MM-DD. */
  date: string;
  /** Wordings of the title, of heads and of sentences that were superseded or removed, as they were before. */
  wordings: LockedUnit[];
  /** The sentences that a passage had before, where the list changed or the passage went. */
  sentences: Record<string, string[]>;
  /** The order of the passages before, if it changed. */
  passages?: string[];
  /** The heads before, each with the passage that followed it, if that changed. */
  heads?: [id: string, before: string | null][];
  /**
   * Ids whose words went elsewhere: the ids that hold them since. One other id: merged into it. Several: split (the first
   * piece may keep the id). None: removed.
   */
  into: Record<string, string[]>;
}

/** The units of a text that carry ids. */
export interface TextUnits {
  title: string;
  heads: HeadUnit[];
  /** For each passage its sentences. */
  passages: string[][];
}

/** A section head and the index of the passage that follows it; the number of passages when none does. */
export interface HeadUnit {
  text: string;
  before: number;
}

/** Locks a wording under an id. */
export function lockUnit(id: string, text: string): LockedUnit {
  return { id, receipt: receiptOf(text), text };
}

/** The text of a locked passage. */
export function textOfPassage(passage: Pick<LockedPassage, 'sentences'>): string {
  return passage.sentences.map(({ text }) => text).join('');
}
