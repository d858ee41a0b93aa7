import { redactionKind } from '../schemas/speech.ts';
import { bilingualHtml, type Html, html } from '../text/html.ts';
import { redactionLabels } from '../text/labels.ts';
import type { AnnotatedText, Note, Passage, Span, Speech } from '../text/types.ts';
import { citedSources, sourcesOf } from './cited-sources.ts';
import { renderBasis } from './render-gloss.ts';

/** A head or passage, as far as the commentary needs it. */
type Unit = AnnotatedText & { id: string; sentences?: Passage['sentences'] };

/** Id of the textual commentary. */
export const commentaryId = 'commentary';

/** Id of the entry of a note in the textual commentary: its permalink. */
export const entryId = ({ id }: Pick<Note, 'id'>) => `e-${id}`;

/**
 * The textual commentary at the end of a speech: every note of the apparatus in the order of the text, with its lemma, the
 * reading that is conjectured or the remark, and the evidence; then the redactions by kind. Empty when there is neither.
 * This is the only place where a note is printed; the script sets copies beside the lines, and without it the sign in the
 * text leads here.
 */
export function renderCommentary(speech: Speech): string {
  const units: Unit[] = speech.sections.flatMap(({ head, passages }) => [...(head ? [head] : []), ...passages]);
  const numbers = new Map(citedSources(speech).map((id, i) => [id, i + 1]));
  const entries = units.flatMap((unit) => unit.notes.map((note) => renderEntry(note, unit, numbers)));
  const redactions = renderRedactions(units);
  if (entries.length === 0 && !redactions) return '';
  return html`<section class="commentary" id="${commentaryId}" aria-labelledby="commentary-h"><details open><summary><h2 id="commentary-h">${bilingualHtml('校勘记', 'Textual commentary')}</h2></summary>
${entries.length > 0 && html`<p class="small soft">${bilingualHtml('正文照原文，一字不改。“校”为疑误，方括号后是编者推测的读法；“注”为说明。', 'The text is left as it stands. 校 marks a suspected slip, with the reading that the editors conjecture after the bracket; 注 marks a remark.')}</p>${entries}`}${redactions}</details></section>\n`
    .markup;
}

function renderEntry(note: Note, unit: Unit, numbers: ReadonlyMap<string, number>): Html {
  const id = entryId(note);
  const cited = sourcesOf(note).map((source) => html` <a class="cite-no" href="#source-${numbers.get(source)!}">[${numbers.get(source)!}]</a>`);
  const remark = (language: 'zh' | 'en') => html`<p data-ui lang="${language === 'zh' ? 'zh-Hans' : 'en'}">${note.text[language]} ${renderBasis(note.basis, language)}${cited}</p>`;
  return html`<div class="crit" id="${id}"><p class="lemma" lang="zh-Hans"><a class="loc" href="#${placeOf(note, unit)}">${unit.id.startsWith('p') ? unit.id.slice(1) : bilingualHtml('题', 'head')}</a><a class="siglum" href="#${id}">${note.kind === 'sic' ? '校' : '注'}</a>${lemmaOf(note, unit.text)}${renderReading(note)}</p>${remark('zh')}${remark('en')}</div>\n`;
}

/** The reading that a slip is conjectured to stand for. */
function renderReading({ corr }: Note): Html | '' {
  return corr === undefined ? '' : html`］<span class="corr">${bilingualHtml('疑当作', 'read')} <b>${corr}</b><span data-ui lang="en">?</span></span>`;
}

/** Id of the sentence in which a span begins, or of the unit itself. */
function placeOf(span: Span, unit: Unit): string {
  return unit.sentences?.find(({ start, end }) => start <= span.start && span.start < end)?.id ?? unit.id;
}

/** Words shown on either side of a lemma too short to be found by eye. */
const around = 4;

/** The words of a note; one or two characters have their neighbours beside them. */
function lemmaOf({ start, end }: Span, text: string): Html {
  const words = html`<b>${text.slice(start, end)}</b>`;
  if (end - start > 2) return words;
  return html`<span class="soft">${text.slice(Math.max(0, start - around), start)}</span>${words}<span class="soft">${text.slice(end, end + around)}</span>`;
}

/** How many redactions of each kind there are and where; what they hide is not said. */
function renderRedactions(units: readonly Unit[]): Html | '' {
  const rows = redactionKind.options.flatMap((kind) => {
    const places = units.flatMap(({ id, redactions }) => {
      const count = redactions.filter((redaction) => redaction.kind === kind).length;
      return count === 0 ? [] : [{ id, count }];
    });
    if (places.length === 0) return [];
    const total = places.reduce((sum, { count }) => sum + count, 0);
    const links = places.map(({ id, count }) => html` <a href="#${id}">${id.startsWith('p') ? id.slice(1) : id}</a>${count > 1 && html`<small>×${count}</small>`}`);
    return [html`<div><dt>${bilingualHtml(redactionLabels[kind].zh, redactionLabels[kind].en)} <b>${total}</b></dt><dd>${links}</dd></div>`];
  });
  if (rows.length === 0) return '';
  return html`<h3>${bilingualHtml('隐去的文字', 'Redactions')}</h3><p class="small soft">${bilingualHtml('按所隐之物的种类列出段号；只说是哪一类，不作复原。', 'By kind, with the numbers of the passages. What kind of thing was removed is said, never which.')}</p><dl class="gaps">${rows}</dl>`;
}
