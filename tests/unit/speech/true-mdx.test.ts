import { readFileSync } from 'node:fs';
import { evaluate } from 'satteri';
import { describe, expect, test } from 'vitest';
import { realSpeech, realSpeeches } from '../support/speech.ts';

/** What the compiled MDX makes: texts, and elements with what is in them. */
type Rendered = string | { tag: string; children: Rendered[] } | null | undefined | Rendered[];

const element = (tag: unknown, props: unknown): Rendered => ({ tag: String(tag), children: [(props as { children?: Rendered }).children].flat() });

/** Runs a file as the MDX that it is, with components that let their words through. */
async function render(source: string): Promise<Rendered> {
  const { default: Content } = (await evaluate(source, { Fragment: 'fragment', jsx: element, jsxs: element, features: { gfm: true, smartPunctuation: false } })) as {
    default: (props: { components: Record<string, string> }) => Rendered;
  };
  const passThrough = Object.fromEntries(['Term', 'NoTerm', 'Sic', 'Note', 'Gap'].map((name) => [name, 'pass']));
  return Content({ components: passThrough });
}

function wordsOf(node: Rendered): string {
  if (typeof node === 'string') return node;
  if (!node) return '';
  return (Array.isArray(node) ? node : node.children).map(wordsOf).join('');
}

/** The lines of a page: the words of what stands at its top, breaks left out. */
const linesOf = (page: Rendered) =>
  wordsOf(page)
    .split('\n')
    .filter((line) => line !== '');

describe.each(realSpeeches)('%s is true MDX', (id) => {
  test('rendered as such, it says what the tree says, line by line', async () => {
    const lines = realSpeech(id).sections.flatMap(({ head, passages }) => [...(head ? [head.text] : []), ...passages.map(({ text }) => text)]);
    expect(linesOf(await render(readFileSync(`src/content/speeches/${id}.mdx`, 'utf8')))).toEqual(lines);
  });

  test('rendered as such, it has the heads of the tree', async () => {
    const page = await render(readFileSync(`src/content/speeches/${id}.mdx`, 'utf8'));
    const headings = (page as { children: Rendered[] }).children.flatMap((node) => (node && typeof node === 'object' && 'tag' in node && node.tag === 'h2' ? [wordsOf(node)] : []));
    expect(headings).toEqual(realSpeech(id).sections.flatMap(({ head }) => (head ? [head.text] : [])));
  });
});
