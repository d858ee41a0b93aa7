import type { Bilingual } from '../schemas/claim.ts';
import type { SpeechMeta } from '../schemas/speech.ts';
import { type KwicLine, kwicLine } from '../text/kwic.ts';
import type { Problem } from '../text/problems.ts';
import { type AnnotatedText, lengthOf, passagesOf, type Sentence, type Span, type Speech, sectionLength } from '../text/types.ts';
import { citedSources } from './cited-sources.ts';
import { titleOf } from './to-json.ts';

/** A mention with the words around it, as a concordance shows it. */
export interface MentionLine {
  term: string;
  /** Id of the passage, or of the section head. */
  unit: string;
  /** Id of the sentence it begins in; that of the head, for a head. */
  sentence: string;
  /** Receipt of that sentence or head. */
  receipt: string;
  inHead: boolean;
  start: number;
  end: number;
  /** Offset of the mention from the beginning of the speech, heads included, in UTF-16 units. */
  at: number;
  line: KwicLine;
}

/** A mention with the speech it stands in. */
export interface TermMention extends Omit<MentionLine, 'line'> {
  speech: string;
  /** The words around it; only of the mentions that a page of a term shows, since those of a large corpus fill the memory. */
  line?: KwicLine;
}

/** A mention that is shown. */
export type ShownMention = TermMention & { line: KwicLine };

/** True when a mention has the words around it. */
export const isShown = (mention: TermMention): mention is ShownMention => mention.line !== undefined;

/** How many speeches a page of a term shows, and lines of each; the rest is a search away. */
export const shown = { speeches: 12, lines: 50 } as const;

/** A place in the table of contents. */
export interface ContentsEntry {
  id: string;
  /** The words of the text. */
  text: string;
  /** The editors' label, when there is one. */
  label: Bilingual | null;
  /** One sentence on what it says, when there is one. */
  summary: Bilingual | null;
  entries: ContentsEntry[];
}

/** What lists, the glossary and the home page need of a speech; the text itself stays on disk. */
export interface SpeechSummary {
  id: string;
  title: string;
  titleReceipt: string;
  meta: SpeechMeta;
  revision: number;
  counts: { passages: number; sentences: number; mentions: number; redactions: number; notes: number; length: number };
  contents: ContentsEntry[];
  /** What stands under the title. */
  lead: Bilingual | null;
  /** Ids of the sources that its introduction and its apparatus cite; their numbers on the page count from 1. */
  sources: string[];
  /** Lengths of the sections in UTF-16 units, for the strips. */
  sections: { id: string; length: number; label: string }[];
}

/** What the content store holds of a speech. */
export interface StoredSpeech extends SpeechSummary {
  /** Changes whenever anything that the speech depends on changes. */
  fingerprint: string;
  /** Day of the last change of its text, when there was one. */
  changed: string | undefined;
  /** Folder of its views. */
  folder: string;
  /** What is wrong with its lock; only `astro dev` stores a speech of which anything is. */
  warnings: readonly Problem[];
}

/** Sums a speech up. */
export function summarize(speech: Speech): SpeechSummary {
  const passages = passagesOf(speech);
  const label = (id: string) => speech.meta.contents[id] ?? null;
  const said = (id: string) => speech.introduction?.summaries[id] ?? null;
  const sum = (count: (text: AnnotatedText) => number) => passages.reduce((total, passage) => total + count(passage), 0);
  return {
    id: speech.id,
    title: titleOf(speech.title.lines),
    titleReceipt: speech.title.receipt,
    meta: speech.meta,
    revision: speech.revision,
    counts: {
      passages: passages.length,
      sentences: passages.reduce((total, passage) => total + passage.sentences.length, 0),
      mentions: sum(({ mentions }) => mentions.length),
      redactions: sum(({ redactions }) => redactions.length),
      notes: sum(({ notes }) => notes.length),
      length: lengthOf(speech),
    },
    contents: speech.sections
      .map((section) => ({
        id: section.head?.id ?? section.passages[0]?.id ?? section.id,
        text: section.head?.text ?? '',
        label: label(section.id),
        summary: said(section.id),
        entries: section.passages
          .filter(({ runIn }) => runIn)
          .map((passage) => ({ id: passage.id, text: passage.sentences[0]!.text, label: label(passage.id), summary: said(passage.id), entries: [] })),
      }))
      .filter(({ text, label, entries }) => text || label || entries.length),
    lead: speech.introduction?.lead ?? null,
    sources: citedSources(speech),
    sections: speech.sections.map((section) => ({
      id: section.id,
      length: sectionLength(section),
      label: /^([一二三四五六七八九十]+)、/.exec(section.head?.text ?? '')?.[1] ?? '',
    })),
  };
}

/** Every mention of a speech with its context, in the order of the text. */
export function mentionLines(speech: Speech): MentionLine[] {
  const lines: MentionLine[] = [];
  let offset = 0;
  for (const { head, passages } of speech.sections) {
    for (const unit of [...(head ? [head] : []), ...passages]) {
      for (const { term, start, end } of unit.mentions) {
        const sentences = sentencesAround(unit, { start, end });
        lines.push({
          term,
          unit: unit.id,
          sentence: (sentences[0] ?? unit).id,
          receipt: (sentences[0] ?? unit).receipt,
          inHead: unit === head,
          start,
          end,
          at: offset + start,
          line: kwicLine(unit.text, { start, end }, { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? unit.text.length }),
        });
      }
      offset += unit.text.length;
    }
  }
  return lines;
}

/** The sentence a span lies in, or the run of sentences it touches; none in a text without sentences. */
function sentencesAround(unit: AnnotatedText & { sentences?: readonly Sentence[] }, span: Span): readonly Sentence[] {
  return unit.sentences?.filter((sentence) => sentence.start < span.end && span.start < sentence.end) ?? [];
}
