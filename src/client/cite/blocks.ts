import { type BlockPlace, textFragment } from '../../text/text-fragment.ts';
import { notOfTheText } from '../cited-units.ts';
import { partsOf } from './speech-page.ts';

/** The running text of the page as a browser searches it: cut wherever an element does not stand in the line. */
interface PageText {
  blocks: string[];
  places: Map<Text, BlockPlace>;
}

const skipped = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'svg']);

function readPageText(): PageText {
  const blocks = [''];
  const places = new Map<Text, BlockPlace>();
  const cut = () => {
    if (blocks.at(-1) !== '') blocks.push('');
  };
  const read = (parent: Node) => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) {
        places.set(node, { block: blocks.length - 1, offset: blocks.at(-1)!.length });
        blocks[blocks.length - 1] += node.data;
      } else if (node instanceof Element && !skipped.has(node.tagName)) {
        const { display, position } = getComputedStyle(node);
        const inLine = display === 'inline' && position === 'static';
        if (!inLine) cut();
        read(node);
        if (!inLine) cut();
      }
    }
  };
  read(document.body);
  return { blocks, places };
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const boundaries = (text: string) => [...Array.from(segmenter.segment(text), ({ index }) => index), text.length];

/** Most passages and heads that are led to one by one; of a longer selection only the first so many. */
const mostPassages = 8;

/**
 * The text fragment that leads to a range of this page and nowhere else; nothing when there is none. Each passage has a
 * directive of its own: a single one would take in the notes between them, and browsers would scroll to their middle.
 */
export function fragmentOf(range: Range): string | undefined {
  const { blocks, places } = readPageText();
  const directives = partsOf(range)
    .slice(0, mostPassages)
    .flatMap((part) => {
      const [first, last] = edgesOf(part);
      const [from, to] = [first && places.get(first.node), last && places.get(last.node)];
      if (!from || !to) return [];
      return textFragment(blocks, { ...from, offset: from.offset + first!.offset }, { ...to, offset: to.offset + last!.offset }, boundaries) ?? [];
    });
  return directives.length ? directives.join('&') : undefined;
}

/** The first and the last text of a range, and where in them it begins and ends. */
function edgesOf(range: Range): ({ node: Text; offset: number } | undefined)[] {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root instanceof Text ? root.parentNode! : root, NodeFilter.SHOW_TEXT);
  const inside: { node: Text; from: number; to: number }[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!range.intersectsNode(node) || node.parentElement!.closest(notOfTheText)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (node.data.slice(from, to).trim() !== '') inside.push({ node, from, to });
  }
  const [first, last] = [inside[0], inside.at(-1)];
  return [first && { node: first.node, offset: first.from }, last && { node: last.node, offset: last.to }];
}
