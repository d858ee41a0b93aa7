import { type Html, html } from '../text/html.ts';
import { toneless } from '../text/pinyin.ts';
import type { SpeechJson } from './to-json.ts';

/** A page made only for the word index: lean HTML whose passages are results with permalinks of their own. */
export interface SearchPage {
  url: string;
  content: string;
}

/** How much of a speech the word index takes in. */
export type IndexDepth = 'full' | 'heads';

/** The words of a speech for the word index: title, heads and (at full depth) every passage. */
export function speechRecord(speech: SpeechJson, depth: IndexDepth): SearchPage {
  const passages = new Map(speech.passages.map((passage) => [passage.id, passage]));
  const body = speech.sections.map(({ id, head, passages: ids }) => [
    head && html`<h2 id="${id}">${head}</h2>`,
    depth === 'full' && ids.map((passage) => passageRecord(passage, passages.get(passage)!.text)),
  ]);
  const page = html`<!doctype html><html lang="zh-Hans"><head><title>${speech.title}</title></head><body data-pagefind-body>
<h1 data-pagefind-meta="title">${speech.title}</h1>
<p data-pagefind-filter="kind[data-kind], speech[data-speech]" data-kind="${speech.kind}" data-speech="${speech.id}">${speech.titleEn} ${speech.short.zh} ${speech.short.en}</p>
${body}</body></html>`;
  return { url: speech.url, content: page.markup };
}

/** An element with an id and `data-pagefind-title` becomes a result of its own (undocumented in Pagefind; a test pins it). */
function passageRecord(id: string, text: string): Html {
  return html`<p id="${id}" data-pagefind-title="${id}">${text}</p>\n`;
}

/** What the word index takes in of a glossary entry. */
export interface TermRecord {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** An entry of `/api/glossary.json`, as far as the index needs it. */
export interface IndexedTerm {
  id: string;
  term: string;
  pinyin: string;
  kind: string;
  gloss: { zh: string; en: string };
  forms: string[];
  renderings: { text: string }[];
}

/** The words of a glossary entry for the word index: forms, pinyin with and without tones, glosses, renderings. */
export function termRecord(term: IndexedTerm, url: string): TermRecord {
  const plain = toneless(term.pinyin);
  return {
    url,
    content: [...term.forms, ...term.renderings.map(({ text }) => text), term.gloss.zh, term.gloss.en, term.pinyin, plain, plain.replace(/\s+/g, '')].join(' 。 '),
    language: 'zh-hans',
    meta: { title: term.term, pinyin: term.pinyin, en: term.renderings[0]?.text ?? '', gloss_zh: term.gloss.zh, gloss_en: term.gloss.en },
    filters: { kind: ['term'] },
  };
}
