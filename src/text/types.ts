import type { Basis, Bilingual } from '../schemas/claim.ts';
import type { Introduction } from '../schemas/introduction.ts';
import type { RedactionKind, SpeechMeta } from '../schemas/speech.ts';
import type { Lock } from './permalinks/lock.ts';

/** A stretch of text in UTF-16 units: from `start` up to, not including, `end`. */
export interface Span {
  start: number;
  end: number;
}

/** An occurrence of a glossary term in a text. */
export interface Mention extends Span {
  /** Slug of the glossary entry. */
  term: string;
}

/** A place where the source has something removed. */
export interface Redaction extends Span {
  /** The mark that stands in the source, such as XX. */
  mark: string;
  kind: RedactionKind;
}

/** An editorial note on a stretch of text: `sic` proposes a reading for a slip, `note` comments. */
export interface Note extends Span {
  id: string;
  kind: 'sic' | 'note';
  corr?: string;
  text: Bilingual;
  basis: Basis;
  source?: string;
  /** Further sources. */
  sources?: string[];
}

/** A text with what was found in it; all offsets are into `text`. */
export interface AnnotatedText {
  text: string;
  mentions: Mention[];
  redactions: Redaction[];
  notes: Note[];
}

/** A unit of text with its permanent id and the receipt of its wording. */
export interface Unit {
  id: string;
  receipt: string;
}

/** A sentence of a passage; its offsets are into the passage's text. */
export interface Sentence extends Span, Unit {
  text: string;
}

/** A paragraph of the source: the unit of citation. */
export interface Passage extends AnnotatedText, Unit {
  kind: 'salutation' | 'paragraph';
  sentences: Sentence[];
  /** True when the first sentence is a run-in head, or the passage nothing but a head within its section. */
  runIn: boolean;
}

/** A section head. */
export interface Head extends AnnotatedText, Unit {}

/** A section: a head (or none) and its passages. */
export interface Section {
  /** The id of the head; for a section without one, `s-` and the id of its first passage. */
  id: string;
  head: Head | null;
  passages: Passage[];
}

/** The title block. */
export interface Title extends Unit {
  lines: string[];
  supplied: boolean;
}

/** A speech, parsed once: everything a reader or a program sees is a function of it. */
export interface Speech {
  id: string;
  meta: SpeechMeta;
  title: Title;
  sections: Section[];
  /** The editors’ introduction and summaries, when there are any; they stand beside the text, never in it. */
  introduction?: Introduction | undefined;
  /** Revision of the lock. */
  revision: number;
  /** The lock its ids come from; while editing, the one that the permalink command would write. */
  lock: Lock;
}

/** All passages of a speech in order. */
export function passagesOf(speech: Speech): Passage[] {
  return speech.sections.flatMap((section) => section.passages);
}

/** Length of the text in UTF-16 units, heads included, title excluded. */
export function lengthOf(speech: Speech): number {
  return speech.sections.reduce((sum, section) => sum + sectionLength(section), 0);
}

/** Length of a section in UTF-16 units, its head included. */
export function sectionLength(section: Section): number {
  return (section.head?.text.length ?? 0) + section.passages.reduce((sum, passage) => sum + passage.text.length, 0);
}
