import { type Cited, citedSentences } from '../text/address.ts';
import { all } from './dom.ts';

/** Words of the interface inside the text: names of notes' signs, “title supplied”. */
export const notOfTheText = '.vh';

/** The sentences of the page that an address cites (or its head, or its title), as elements; undefined when it has none of them. */
export function citedElements(cited: Cited): HTMLElement[] | undefined {
  const { first } = cited;
  if (first && /^[ht]/.test(first)) {
    const element = document.getElementById(first);
    return element?.matches('.section-head, .speech-title') ? [element] : undefined;
  }
  const passages = all('.passage[id]').map((passage) => ({ id: passage.id, sentences: all('.s[id]', passage) }));
  return citedSentences(passages, cited);
}

/** The words of elements as the source has them, without those of the interface. */
export function wordsOf(elements: readonly HTMLElement[]): string {
  let words = '';
  for (const element of elements) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement!.closest(notOfTheText) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) words += walker.currentNode.nodeValue;
  }
  return words;
}

/** Lights up sentences as if each had been cited by itself. */
export function lightUp(elements: readonly Element[]): void {
  for (const element of all('.ranged')) element.classList.remove('ranged');
  for (const element of elements) element.classList.add('ranged');
}
