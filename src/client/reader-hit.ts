import { occurrences } from '../text/concordance/scan.ts';

/** Marks the words that a search led to (`?mark=`) in the cited passage, or everywhere when none is cited, leaving the text untouched. */
export function markHits(): void {
  const words = new URLSearchParams(location.search).get('mark');
  if (!words || !('highlights' in CSS)) return;
  const show = () => {
    const cited = document.querySelector('.passage:target .ptext, .passage:has(:target) :is(.ptext, .section-head)');
    const units = cited ? [cited] : [...document.querySelectorAll('.ptext, .section-head')];
    CSS.highlights.set('tifa-hit', new Highlight(...units.flatMap((unit) => rangesOf(unit, words))));
  };
  show();
  addEventListener('hashchange', show);
}

/** Ranges of every occurrence of the words in an element, whatever elements the text is cut into; signs of notes do not count. */
function rangesOf(element: Element, words: string): Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) => (node.parentElement!.closest('.vh') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode as Text, start: text.length });
    text += walker.currentNode.nodeValue;
  }
  const at = (offset: number, end: boolean) => nodes.findLast(({ start }) => (end ? start < offset : start <= offset))!;
  return occurrences(text, words).map(({ start, end }) => {
    const range = new Range();
    const [first, last] = [at(start, false), at(end, true)];
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
    return range;
  });
}
