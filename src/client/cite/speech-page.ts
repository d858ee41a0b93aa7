import type { Cited } from '../../text/address.ts';
import { receiptOf } from '../../text/normalize.ts';
import { citedElements, notOfTheText, wordsOf } from '../cited-units.ts';
import { all } from '../dom.ts';

/** The receipt of what is cited, from the words on the page. */
export function receiptOfUnits(cited: Cited): string {
  return receiptOf(wordsOf(citedElements(cited) ?? []));
}

/** The parts of a range that lie in the text, one for each passage, head or line of the title. */
export function partsOf(range: Range): Range[] {
  return all('.speech-title > span:not(.vh), .reader :is(.section-head, .ptext)')
    .filter((holder) => range.intersectsNode(holder))
    .map((holder) => clip(range, holder));
}

/** The words in a range, without those of the interface; each passage, head or line of the title is a paragraph. */
export function paragraphsIn(range: Range): string[] {
  return partsOf(range)
    .map(wordsIn)
    .filter((words) => words !== '');
}

/** The part of a range that lies in an element. */
function clip(range: Range, element: Element): Range {
  const part = document.createRange();
  part.selectNodeContents(element);
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0) part.setStart(range.startContainer, range.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0) part.setEnd(range.endContainer, range.endOffset);
  return part;
}

/** The words of the text in a range of one unit. */
function wordsIn(range: Range): string {
  const copied = range.cloneContents();
  for (const one of copied.querySelectorAll(notOfTheText)) one.remove();
  // A range inside such a word copies it without its element.
  const inside = range.commonAncestorContainer.parentElement?.closest(notOfTheText);
  return inside ? '' : (copied.textContent ?? '').trim();
}

/** A range over whole elements, from the first to the last. */
export function rangeOver(elements: readonly Element[]): Range {
  const range = document.createRange();
  range.setStartBefore(elements[0]!);
  range.setEndAfter(elements.at(-1)!);
  return range;
}

/** The marks of redaction in a range, each once: X, XX, **. */
export function redactionsIn(range: Range): string[] {
  return [...new Set(all('.reader .gap').flatMap((gap) => (range.intersectsNode(gap) && wordsIn(clip(range, gap)) !== '' ? [gap.textContent] : [])))];
}

/**
 * The units that a selection touches, and whether it is just these. A selection of whole passages cites passages, any other the
 * sentences it touches; one inside a head or the title cites that.
 */
export function unitsOf(range: Range): { first: string; last?: string; exact: boolean } | undefined {
  const words = (element: Element) => wordsIn(clip(range, element));
  const touched = (element: HTMLElement) => range.intersectsNode(element) && words(element) !== '';
  const passages = all('.reader .passage[id]').filter((passage) => touched(passage.querySelector<HTMLElement>('.ptext')!));
  if (passages.length === 0) {
    const alone = all('.section-head[id], .speech-title[id]').find(touched);
    return alone && { first: alone.id, exact: words(alone) === wordsIn(rangeInside(alone)) };
  }
  const sentences = passages.flatMap((passage) => sentencesOf(passage).filter(touched));
  if (sentences.length === 0) return undefined;
  const whole = (element: Element) => words(element) === wordsIn(rangeInside(element));
  const exact = whole(sentences[0]!) && whole(sentences.at(-1)!);
  const passagesWhole = exact && sentences[0] === sentencesOf(passages[0]!)[0] && sentences.at(-1) === sentencesOf(passages.at(-1)!).at(-1);
  const units = passagesWhole ? passages : sentences;
  return { first: units[0]!.id, ...(units.length > 1 ? { last: units.at(-1)!.id } : {}), exact };
}

const sentencesOf = (passage: Element) => all('.s[id]', passage);

/** A range over what an element contains. */
function rangeInside(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}
