import type { SpeechRecord } from '../text/concordance/build.ts';
import type { SpeechJson } from './to-json.ts';

/** What the concordance keeps of a speech, from its JSON view: passages as they are, and as heads the section heads and the title. */
export function concordanceRecord(speech: SpeechJson): SpeechRecord {
  const sectionOf = new Map(speech.sections.flatMap(({ passages }, i) => passages.map((id) => [id, i] as const)));
  const lengthOf = new Map(speech.passages.map(({ id, text }) => [id, text.length]));
  return {
    id: speech.id,
    title: speech.title,
    short: speech.short,
    date: speech.date,
    kind: speech.kind,
    url: speech.url,
    passages: speech.passages.map(({ id, text, sentences }) => ({ id, text, sentences: sentences.map((sentence) => sentence.text.length), section: sectionOf.get(id)! })),
    heads: [
      ...(speech.titleSupplied ? [] : [{ id: 't1', text: speech.title, sentences: [speech.title.length], section: 0 }]),
      ...speech.sections.flatMap(({ id, head }, i) => (head === null ? [] : [{ id, text: head, sentences: [head.length], section: i }])),
    ],
    sections: speech.sections.map(({ head, label, passages }) => ({
      name: head ?? label?.zh ?? '',
      length: (head?.length ?? 0) + passages.reduce((sum, id) => sum + lengthOf.get(id)!, 0),
    })),
  };
}
