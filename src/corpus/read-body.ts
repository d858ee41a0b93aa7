import type { Bilingual } from '../schemas/claim.ts';
import { type Node, placeOf, readMdxTree } from '../speech/mdx-tree.ts';
import { type Html, html } from '../text/html.ts';
import { type Problem, problem } from '../text/problems.ts';

/** Components of the text of an entry: one for each language. */
const languages: Readonly<Record<string, keyof Bilingual>> = { Zh: 'zh', En: 'en' };

/** Elements of a text, by the name of their node. */
const elements: Readonly<Record<string, (inner: Html) => Html>> = {
  paragraph: (inner) => html`<p>${inner}</p>`,
  emphasis: (inner) => html`<em>${inner}</em>`,
  strong: (inner) => html`<strong>${inner}</strong>`,
};

/** What cannot stand in the text of an entry, in words. */
const names: Readonly<Record<string, string>> = {
  mdxjsEsm: 'an import or export',
  mdxFlowExpression: 'an expression in braces',
  mdxTextExpression: 'an expression in braces',
  link: 'a link (sources have fields of their own)',
  html: 'HTML',
};

/**
 * Reads the longer text of an entry, below its front matter: paragraphs in `<Zh>` and `<En>`, with *emphasis*. It is inert:
 * anything else is a problem with line and column, never code that runs.
 * @param source the whole file, so that lines count from its beginning
 * @returns the text as HTML in both languages; nothing when there is none
 */
export function readBody(file: string, source: string): { body: Bilingual | undefined; problems: Problem[] } {
  const read = readMdxTree(file, source);
  if ('unreadable' in read) return { body: undefined, problems: [problem('bad-mdx', read.unreadable.place, { reason: read.unreadable.reason })] };
  const problems: Problem[] = [];
  const parts: Partial<Record<keyof Bilingual, string>> = {};
  const refuse = (node: Node, what: string) => {
    problems.push(problem('bad-body', placeOf(node, file), { what }));
    return html``;
  };
  const render = (node: Node): Html => {
    if (node.type === 'text') return html`${node.value}`;
    const element = elements[node.type];
    if (!element) return refuse(node, node.name ? `<${node.name}>` : (names[node.type] ?? `Markdown of the kind “${node.type}”`));
    return element(html`${(node.children ?? []).map(render)}`);
  };
  const nodes = read.nodes.filter(({ type }) => type !== 'yaml');
  for (const node of nodes) {
    const language = node.type === 'mdxJsxFlowElement' ? languages[node.name ?? ''] : undefined;
    if (!language || node.attributes?.length) refuse(node, node.name ? `<${node.name}>` : (names[node.type] ?? 'a text outside <Zh> and <En>'));
    else if (parts[language] !== undefined) refuse(node, `a second <${node.name}>`);
    else parts[language] = html`${(node.children ?? []).map(render)}`.markup;
  }
  const { zh, en } = parts;
  if (nodes.length > 0 && problems.length === 0 && (!zh || !en)) refuse(nodes[0]!, 'one language only');
  return { body: zh && en && problems.length === 0 ? { zh, en } : undefined, problems };
}
