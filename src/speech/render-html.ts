import { bilingualHtml, escapeHtml, Html, html } from '../text/html.ts';
import { termPath } from '../text/paths.ts';
import { type Former, formerUnits } from '../text/permalinks/former.ts';
import type { AnnotatedText, Mention, Note, Passage, Section, Sentence, Speech } from '../text/types.ts';
import { entryId } from './render-commentary.ts';
import { renderAnchors, renderTombstones } from './render-former.ts';
import { type Gloss, type Href, renderGloss } from './render-gloss.ts';

/** What the text of a speech is rendered with. */
export interface RenderContext {
  terms: ReadonlyMap<string, Gloss>;
  href: Href;
}

/** The annotated text of a speech as HTML: sections, passages, and the callouts of terms that follow each passage. */
export function renderSpeech(speech: Speech, context: RenderContext): string {
  const { language } = speech.meta;
  const rendering: Rendering = { ...context, glossed: new Set(), language, former: formerUnits(speech.lock) };
  return renderTombstones(rendering.former, null, language).markup + speech.sections.map((section) => renderSection(section, rendering).markup).join('\n');
}

/** Rendering in progress. */
interface Rendering extends RenderContext {
  /** Terms whose gloss is printed already. */
  glossed: Set<string>;
  /** Language of the speech, as BCP 47. */
  language: string;
  /** Ids that are no unit of the text any more, and still land. */
  former: Former;
}

function renderSection(section: Section, context: Rendering): Html {
  const { head } = section;
  const seen = new Set(head?.mentions.map(({ term }) => term));
  const headNotes = head && renderNotes(head, context);
  return html`<section class="section" data-section="${section.id}"${head ? new Html(` aria-labelledby="${head.id}"`) : ''}>
${head && html`<div class="passage of-head"><h2 class="section-head" id="${head.id}" lang="${context.language}">${new Html(renderAnchors(context.former, head.id))}${renderText(head, new Set(), context)}</h2>${headNotes}</div>\n${renderTombstones(context.former, head.id, context.language)}`}${section.passages.map((passage) => renderPassage(passage, seen, context))}</section>`;
}

function renderPassage(passage: Passage, seen: Set<string>, context: Rendering): Html {
  const before = new Set(seen);
  for (const { term } of passage.mentions) seen.add(term);
  const number = passage.id.slice(1);
  const notes = renderNotes(passage, context);
  const manner = passage.kind === 'salutation' ? ' salute' : passage.text.includes('\t') ? ' row' : '';
  return html`<div class="passage" id="${passage.id}" data-receipt="${passage.receipt}"><div class="gut"><a class="pno" href="#${passage.id}"><span class="vh">${bilingualHtml('第', 'Passage ')}</span>${number}<span class="vh">${bilingualHtml('段', '')}</span></a></div><p class="ptext${manner}" lang="${context.language}">${renderText(passage, before, context)}</p>${notes}</div>\n${renderTombstones(context.former, passage.id, context.language)}`;
}

/**
 * The callouts beside a unit: the glosses of the terms that a reader meets there for the first time. A speech prints each
 * gloss once; where a later section calls for it again, the script sets a copy (a page of 12,000 characters is a sixth
 * lighter for it), and without it the mark leads to the entry. Which term a callout is of, its link to the entry says.
 */
function renderNotes(unit: AnnotatedText & { id: string }, { terms, href, glossed }: Rendering): Html | '' {
  const first = unit.mentions.filter(({ term }) => !glossed.has(term) && glossed.add(term)).map(({ term }) => terms.get(term)!);
  if (first.length === 0) return '';
  const number = unit.id.startsWith('p') ? unit.id.slice(1) : undefined;
  return html`<aside class="notes"><p class="vh">${number ? bilingualHtml(`第${number}段注`, `Notes to passage ${number}`) : bilingualHtml('标题注', 'Notes to the head')}</p>${first.map((term) => html`<div class="note" data-kind="${term.kind}">${renderGloss(term, href)}</div>`)}</aside>`;
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
function renderText(text: AnnotatedText & Partial<Pick<Passage, 'sentences' | 'runIn'>>, before: ReadonlySet<string>, context: Rendering): Html {
  const layers: Layer[] = [
    ...(text.sentences ?? []).map((sentence) => sentenceLayer(sentence, context.former)),
    ...(text.runIn ? [layer(1, 0, text.sentences![0]!.end, 'b', 'class="runin"')] : []),
    ...text.notes.map((note) => noteLayer(note)),
    ...mentionLayers(text.mentions, before, context),
    ...text.redactions.map(({ start, end, kind }) => layer(4, start, end, 'span', kind === 'unspecified' ? 'class="gap"' : `class="gap" data-kind="${kind}"`)),
  ];
  const cuts = [...new Set([0, text.text.length, ...layers.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const beginning = layers.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || outerFirst(a, b));
  let begun = 0;
  let markup = '';
  const stack: Layer[] = [];
  // The sign of a note is a link of its own, so it waits until no term's link is open.
  let waiting: Layer[] = [];
  const close = (count: number, at: number) => {
    while (stack.length > count) {
      const closed = stack.pop()!;
      markup += closed.close;
      if (closed.after && closed.end === at) waiting.push(closed);
      if (waiting.length === 0 || stack.some(({ rank }) => rank === mentionRank)) continue;
      markup += waiting.map(({ after }) => after).join('');
      waiting = [];
    }
  };
  const open = (opened: Layer) => {
    stack.push(opened);
    markup += opened.open;
  };
  for (let i = 0; i < cuts.length; i++) {
    const start = cuts[i]!;
    const first = begun;
    while (begun < beginning.length && beginning[begun]!.start === start) begun++;
    let kept = stack.findIndex(({ end }) => end <= start);
    if (kept === -1) kept = stack.length;
    // Layers outside those that begin here stay open; one that lies inside is closed, and opened again within them.
    if (first < begun) while (kept > 0 && outerFirst(stack[kept - 1]!, beginning[first]!) > 0) kept--;
    const again = stack.slice(kept).filter(({ end }) => end > start);
    close(kept, start);
    if (again.length === 0) for (let j = first; j < begun; j++) open(beginning[j]!);
    else for (const opened of [...again, ...beginning.slice(first, begun)].sort(outerFirst)) open(opened);
    markup += escapeHtml(text.text.slice(start, cuts[i + 1] ?? start));
  }
  return new Html(markup);
}

/** Sorts layers as they nest: by rank, then the one that begins first, then the longer one. */
function outerFirst(a: Layer, b: Layer): number {
  return a.rank - b.rank || a.start - b.start || b.end - a.end;
}

function layer(rank: number, start: number, end: number, tag: string, attributes: string): Layer {
  return { rank, start, end, open: `<${tag} ${attributes}>`, close: `</${tag}>` };
}

/** A sentence, and in it the ids of those that it took up. */
function sentenceLayer({ start, end, id }: Sentence, former: Former): Layer {
  const sentence = layer(0, start, end, 'span', `id="${id}" class="s"`);
  return { ...sentence, open: sentence.open + renderAnchors(former, id) };
}

/**
 * The words of a note, and after them the small sign that leads to it (a link beside, never around, a term's link). Its
 * name is an attribute: words in the text, though hidden, would end there what a browser finds, and a text fragment with it.
 */
function noteLayer(note: Note): Layer {
  const id = entryId(note);
  const [kind, name] = note.kind === 'sic' ? ['sic', '校 textual note'] : ['noted', '注 editors’ note'];
  return {
    ...layer(3, note.start, note.end, 'span', `class="${kind}" data-note="${id}"`),
    after: `<a class="ref ${note.kind}-ref" href="#${id}" data-note="${id}" aria-label="${name}"></a>`,
  };
}

function mentionLayers(mentions: readonly Mention[], before: ReadonlySet<string>, { href }: RenderContext): Layer[] {
  const seen = new Set(before);
  return mentions.map(({ term, start, end }) => {
    const again = seen.has(term);
    seen.add(term);
    // Later mentions of a section are marked on demand: the script makes links of them. It also ties marks to their callouts.
    return again
      ? layer(mentionRank, start, end, 'span', `class="term again" data-term="${term}"`)
      : layer(mentionRank, start, end, 'a', `class="term" href="${href(termPath(term))}" data-term="${term}"`);
  });
}
