import { bilingualHtml, escapeHtml, Html, html } from '../text/html.ts';
import type { AnnotatedText, Mention, Note, Passage, Section, Speech } from '../text/types.ts';
import { type Gloss, type Href, renderBasis, renderGloss } from './render-gloss.ts';

/** What the text of a speech is rendered with. */
export interface RenderContext {
  terms: ReadonlyMap<string, Gloss>;
  href: Href;
}

/** The annotated text of a speech as HTML: sections, passages, and the notes that follow each passage. */
export function renderSpeech(speech: Speech, context: RenderContext): string {
  const glossed = new Map<string, string>();
  return speech.sections.map((section) => renderSection(section, { ...context, glossed }).markup).join('\n');
}

/** Rendering in progress. */
interface Rendering extends RenderContext {
  /** Terms whose gloss is printed already, each with the id of the passage (or head) beside which it stands. */
  glossed: Map<string, string>;
}

function renderSection(section: Section, context: Rendering): Html {
  const seen = new Set<string>();
  const { head } = section;
  const headNotes = head && renderNotes(section, head, seen, context);
  return html`<section class="section" data-section="${section.id}"${head ? new Html(` aria-labelledby="${head.id}"`) : ''}>
${head && html`<div class="passage of-head"><h2 class="section-head" id="${head.id}" lang="zh-Hans">${renderText(head, section, new Set(), context)}</h2>${headNotes}</div>\n`}${section.passages.map((passage) => renderPassage(passage, section, seen, context))}</section>`;
}

function renderPassage(passage: Passage, section: Section, seen: Set<string>, context: Rendering): Html {
  const before = new Set(seen);
  const number = passage.id.slice(1);
  const notes = renderNotes(section, passage, seen, context);
  return html`<div class="passage" id="${passage.id}" data-receipt="${passage.receipt}"><div class="gut"><a class="pno" href="#${passage.id}"><span class="vh">${bilingualHtml('第', 'Passage ')}</span>${number}<span class="vh">${bilingualHtml('段', '')}</span></a></div><p class="ptext${passage.kind === 'salutation' ? ' salute' : ''}" lang="zh-Hans">${renderText(passage, section, before, context)}</p>${notes}</div>\n`;
}

/** Id of the callout of a term in a section; each term has one callout a section. */
const calloutId = (section: Section, term: string) => `n-${section.id}-${term}`;
const noteId = (note: Note) => `e-${note.id}`;

function renderNotes(section: Section, unit: AnnotatedText & { id: string }, seen: Set<string>, context: Rendering): Html | '' {
  const first = unit.mentions.filter(({ term }) => !seen.has(term) && seen.add(term));
  const items = [
    ...first.map((mention) => ({ at: mention.start, item: renderCallout(mention.term, section, unit.id, context) })),
    ...unit.notes.map((note) => ({ at: note.start, item: renderNote(note) })),
  ].sort((a, b) => a.at - b.at);
  if (items.length === 0) return '';
  const number = unit.id.startsWith('p') ? unit.id.slice(1) : undefined;
  return html`<aside class="notes"><p class="vh">${number ? bilingualHtml(`第${number}段注`, `Notes to passage ${number}`) : bilingualHtml('标题注', 'Notes to the head')}</p>${items.map(({ item }) => item)}</aside>`;
}

/**
 * The callout of a term in a section. A speech prints each gloss once; where a later section calls for it again, the
 * callout leads back to it, and the script fills it in (a page of 12,000 characters is a seventh lighter for it).
 */
function renderCallout(id: string, section: Section, unit: string, { terms, href, glossed }: Rendering): Html {
  const term = terms.get(id)!;
  const earlier = glossed.get(id);
  if (!earlier) {
    glossed.set(id, unit);
    return html`<div class="note" id="${calloutId(section, id)}" data-gloss="${id}" data-kind="${term.kind}">${renderGloss(term, href)}</div>`;
  }
  const place = earlier.startsWith('p')
    ? bilingualHtml(`释文见第 ${earlier.slice(1)} 段`, `glossed at passage ${earlier.slice(1)}`)
    : bilingualHtml('释文见节题', 'glossed at a section head');
  return html`<div class="note" id="${calloutId(section, id)}" data-same="${id}" data-kind="${term.kind}"><p class="note-head"><a href="${href(`/glossary/${id}/`)}" lang="zh-Hans">${term.term}</a> <a class="back" href="#${earlier}">${place}</a></p></div>`;
}

function renderNote(note: Note): Html {
  const siglum = note.kind === 'sic' ? '校' : '注';
  const reading = (language: 'zh' | 'en') =>
    note.corr === undefined ? '' : language === 'zh' ? html`疑当作<b lang="zh-Hans">${note.corr}</b>。` : html`Read <b lang="zh-Hans">${note.corr}</b>? `;
  return html`<div class="note ed" id="${noteId(note)}"><p data-ui lang="zh-Hans"><span class="siglum">${siglum}</span>${reading('zh')}${note.text.zh} ${renderBasis(note.basis, 'zh')}</p><p data-ui lang="en"><span class="siglum" lang="zh-Hans">${siglum}</span>${reading('en')}${note.text.en} ${renderBasis(note.basis, 'en')}</p></div>`;
}

/** Rank of the links of terms: outside notes, so that a note never cuts one in two. */
const mentionRank = 2;

/** An element around a stretch of text; the tag is opened again where another element cuts it in two. */
interface Layer {
  start: number;
  end: number;
  /** Outer layers have lower ranks. */
  rank: number;
  open: string;
  close: string;
  /** Printed after the last piece. */
  after?: string;
}

/**
 * The text of a passage or head with its sentences, run-in head, notes, mentions and redactions as elements. Layers may
 * cross; each is cut where a layer of lower rank begins or ends, so that the markup always nests.
 */
function renderText(text: AnnotatedText & Partial<Pick<Passage, 'sentences' | 'runIn'>>, section: Section, before: ReadonlySet<string>, context: RenderContext): Html {
  const layers: Layer[] = [
    ...(text.sentences ?? []).map(({ start, end, id }) => layer(0, start, end, 'span', `id="${id}" class="s"`)),
    ...(text.runIn ? [layer(1, 0, text.sentences![0]!.end, 'b', 'class="runin"')] : []),
    ...text.notes.map((note) => noteLayer(note)),
    ...mentionLayers(text.mentions, section, before, context),
    ...text.redactions.map(({ start, end, kind }) => layer(4, start, end, 'span', kind === 'unspecified' ? 'class="gap"' : `class="gap" data-kind="${kind}"`)),
  ];
  const cuts = [...new Set([0, text.text.length, ...layers.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  let markup = '';
  let stack: Layer[] = [];
  // The sign of a note is a link of its own, so it waits until no term's link is open.
  let waiting: Layer[] = [];
  const signs = (open: readonly Layer[]) => {
    if (open.some(({ rank }) => rank === mentionRank)) return '';
    const printed = waiting.map(({ after }) => after).join('');
    waiting = [];
    return printed;
  };
  for (let i = 0; i < cuts.length; i++) {
    const [start, end] = [cuts[i]!, cuts[i + 1] ?? cuts[i]!];
    const wanted = end === start ? [] : layers.filter((one) => one.start <= start && end <= one.end).sort((a, b) => a.rank - b.rank || a.start - b.start || b.end - a.end);
    let common = 0;
    while (common < stack.length && stack[common] === wanted[common]) common++;
    while (stack.length > common) {
      const closed = stack.pop()!;
      markup += closed.close;
      if (closed.after && closed.end === start) waiting.push(closed);
      markup += signs(stack);
    }
    for (const opened of wanted.slice(common)) markup += opened.open;
    markup += escapeHtml(text.text.slice(start, end));
    stack = wanted;
  }
  return new Html(markup);
}

function layer(rank: number, start: number, end: number, tag: string, attributes: string): Layer {
  return { rank, start, end, open: `<${tag} ${attributes}>`, close: `</${tag}>` };
}

/** The words of a note, and after them the small sign that leads to it (a link beside, never around, a term's link). */
function noteLayer(note: Note): Layer {
  const id = noteId(note);
  const sign = note.kind === 'sic' ? bilingualHtml('校', 'textual note') : bilingualHtml('注', 'editors’ note');
  return {
    ...layer(3, note.start, note.end, 'span', `class="${note.kind === 'sic' ? 'sic' : 'noted'}" data-note="${id}"`),
    after: html`<a class="ref ${note.kind}-ref" href="#${id}" data-note="${id}"><span class="vh">${sign}</span></a>`.markup,
  };
}

function mentionLayers(mentions: readonly Mention[], section: Section, before: ReadonlySet<string>, { href }: RenderContext): Layer[] {
  const seen = new Set(before);
  return mentions.map(({ term, start, end }) => {
    const callout = calloutId(section, term);
    const again = seen.has(term);
    seen.add(term);
    // Later mentions of a section are marked on demand: the script makes links of them.
    return again
      ? layer(mentionRank, start, end, 'span', `class="term again" data-term="${term}"`)
      : layer(mentionRank, start, end, 'a', `class="term" href="${href(`/glossary/${term}/`)}" aria-details="${callout}" data-term="${term}"`);
  });
}
