import { citedSentences, type PassageUnits } from '../../text/address.ts';
import { receiptOf } from '../../text/normalize.ts';
import { all } from '../dom.ts';

/** A unit of the speech that the page shows, with the element that holds its words. */
export interface PageUnit {
  id: string;
  element: HTMLElement;
}

/** Words of the interface inside the text: names of notes' signs, “title supplied”. */
export const notOfTheText = '.vh';

/** The passages of the page with their sentences. */
export function passagesOfPage(): (PassageUnits<PageUnit> & { element: HTMLElement })[] {
  return all('.reader .passage[id]').map((passage) => ({
    id: passage.id,
    element: passage,
    sentences: all('.s[id]', passage).map((element) => ({ id: element.id, element })),
  }));
}

/** The elements that hold the words of what is cited: a head, the title, or sentences. */
export function elementsOf(cited: { first?: string; last?: string }): HTMLElement[] {
  const { first } = cited;
  if (first && !first.startsWith('p')) return [document.getElementById(first)!];
  return (citedSentences(passagesOfPage(), cited) ?? []).map(({ element }) => element);
}

/** The receipt of what is cited, from the words on the page. */
export function receiptOfUnits(cited: { first?: string; last?: string }): string {
  return receiptOf(
    elementsOf(cited)
      .map((element) => wordsOf(rangeInside(element)))
      .join(''),
  );
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
    .map(wordsOf)
    .filter((words) => words !== '');
}

/** The part of a range that lies in an element. */
export function clip(range: Range, element: Element): Range {
  const part = document.createRange();
  part.selectNodeContents(element);
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0) part.setStart(range.startContainer, range.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0) part.setEnd(range.endContainer, range.endOffset);
  return part;
}

/** The words of the text in a range of one unit. */
export function wordsOf(range: Range): string {
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
  return [...new Set(all('.reader .gap').flatMap((gap) => (range.intersectsNode(gap) && wordsOf(clip(range, gap)) !== '' ? [gap.textContent] : [])))];
}

/**
 * The units that a selection touches, and whether it is just these. A selection of whole passages cites passages, any other the
 * sentences it touches; one inside a head or the title cites that.
 */
export function unitsOf(range: Range): { first: string; last?: string; exact: boolean } | undefined {
  const words = (element: Element) => wordsOf(clip(range, element));
  const touched = (element: HTMLElement) => range.intersectsNode(element) && words(element) !== '';
  const passages = passagesOfPage().filter(({ element }) => touched(element.querySelector<HTMLElement>('.ptext')!));
  if (passages.length === 0) {
    const alone = all('.section-head[id], .speech-title[id]').find(touched);
    return alone && { first: alone.id, exact: words(alone) === wordsOf(rangeInside(alone)) };
  }
  const sentences = passages.flatMap((passage) => passage.sentences.filter(({ element }) => touched(element)));
  if (sentences.length === 0) return undefined;
  const whole = (element: Element) => words(element) === wordsOf(rangeInside(element));
  const exact = whole(sentences[0]!.element) && whole(sentences.at(-1)!.element);
  const passagesWhole = exact && sentences[0] === passages[0]!.sentences[0] && sentences.at(-1) === passages.at(-1)!.sentences.at(-1);
  const units = passagesWhole ? passages : sentences;
  return { first: units[0]!.id, ...(units.length > 1 ? { last: units.at(-1)!.id } : {}), exact };
}

/** A range over what an element contains. */
export function rangeInside(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}
