import type { Bilingual } from '../schemas/claim.ts';
import type { Introduction } from '../schemas/introduction.ts';
import type { AnnotatedText, Mention, Note, Redaction, Speech } from '../text/types.ts';
import { passagesOf } from '../text/types.ts';

/** `/api/speeches/{id}.json`; all offsets in UTF-16 units into the passage's `text`. */
export interface SpeechJson {
  id: string;
  title: string;
  titleSupplied: boolean;
  titleReceipt: string;
  titleEn: string;
  short: Bilingual;
  kind: string;
  language: string;
  date: string;
  url: string;
  revision: number;
  source: { file: string; sha256: string };
  /** The editors’ introduction as it is in its file: `[words](#p3s2)` leads to a place, `[@gwr-2019]` cites a source. */
  introduction: Pick<Introduction, 'lead' | 'parts'> | null;
  sections: {
    id: string;
    head: string | null;
    headReceipt: string | null;
    label: Bilingual | null;
    summary: Bilingual | null;
    passages: string[];
    mentions: Mention[];
    redactions: Redaction[];
    notes: Note[];
  }[];
  passages: PassageJson[];
}

export interface PassageJson {
  id: string;
  kind: string;
  label: Bilingual | null;
  summary: Bilingual | null;
  text: string;
  receipt: string;
  sentences: { id: string; text: string; receipt: string }[];
  mentions: Mention[];
  redactions: Redaction[];
  notes: Note[];
}

/** The title on one line, its gaps as single ideographic spaces. */
export function titleOf(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim().replace(/\s{2,}/g, '　'))
    .join('　')
    .replace(/　——/g, '——');
}

/** The speech as data. */
export function toJson(speech: Speech, url: string): SpeechJson {
  const { meta } = speech;
  const found = ({ mentions, redactions, notes }: AnnotatedText) => ({ mentions, redactions, notes });
  const label = (id: string) => meta.contents[id] ?? null;
  const summary = (id: string) => speech.introduction?.summaries[id] ?? null;
  return {
    id: speech.id,
    title: titleOf(speech.title.lines),
    titleSupplied: speech.title.supplied,
    titleReceipt: speech.title.receipt,
    titleEn: meta.title.en,
    short: meta.title.short,
    kind: meta.kind,
    language: meta.language,
    date: meta.date.edtf,
    url,
    revision: speech.revision,
    source: { file: meta.source.file, sha256: meta.source.sha256 },
    introduction: speech.introduction ? { ...(speech.introduction.lead && { lead: speech.introduction.lead }), parts: speech.introduction.parts } : null,
    sections: speech.sections.map(({ id, head, passages }) => ({
      id,
      head: head?.text ?? null,
      headReceipt: head?.receipt ?? null,
      label: label(id),
      summary: summary(id),
      passages: passages.map((passage) => passage.id),
      ...found(head ?? { text: '', mentions: [], redactions: [], notes: [] }),
    })),
    passages: passagesOf(speech).map((passage) => ({
      id: passage.id,
      kind: passage.kind,
      label: label(passage.id),
      summary: summary(passage.id),
      text: passage.text,
      receipt: passage.receipt,
      sentences: passage.sentences.map(({ id, text, receipt }) => ({ id, text, receipt })),
      ...found(passage),
    })),
  };
}
