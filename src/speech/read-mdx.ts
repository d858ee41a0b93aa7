import { type Place, type Problem, problem } from '../text/problems.ts';
import type { Span } from '../text/types.ts';
import { components, gapKinds } from './components.ts';
import { type Node, placeOf, readMdxTree, type Unreadable } from './mdx-tree.ts';

/** A component around some words; offsets are into the text of its block. */
export interface InlineMark extends Span, Place {
  component: string;
  attributes: Readonly<Record<string, string>>;
}

/** A line of the speech: a section head, a paragraph, or a break between sections without heads. */
export type Block = { type: 'break'; line: number } | { type: 'head' | 'paragraph'; line: number; text: string; marks: InlineMark[] };

/** Markup that Markdown would read out of the text: what it is called, and how to escape it. */
const markup: Readonly<Record<string, { what: string; mark: string }>> = {
  emphasis: { what: 'emphasis', mark: '\\* or \\_' },
  strong: { what: 'bold', mark: '\\*\\*' },
  delete: { what: 'strike-through', mark: '\\~' },
  inlineCode: { what: 'code', mark: '\\`' },
  code: { what: 'a code block', mark: '\\`\\`\\`' },
  link: { what: 'a link', mark: '\\[' },
  linkReference: { what: 'a link', mark: '\\[' },
  image: { what: 'an image', mark: '\\!\\[' },
  imageReference: { what: 'an image', mark: '\\!\\[' },
  list: { what: 'a list', mark: '1\\. or \\-' },
  blockquote: { what: 'a block quotation', mark: '\\>' },
  table: { what: 'a table', mark: '\\|' },
  footnoteReference: { what: 'a footnote', mark: '\\[^' },
  footnoteDefinition: { what: 'a footnote', mark: '\\[^' },
  definition: { what: 'a link definition', mark: '\\[' },
  html: { what: 'HTML', mark: '\\<' },
};

/**
 * Reads the body of a speech from its MDX: text, and our closed set of components around it. Content is inert: imports,
 * expressions and anything that Markdown would change are problems with line and column, never code that runs.
 */
export function readMdx(file: string, source: string): { blocks: Block[]; problems: Problem[] } {
  const read = readMdxTree(file, source);
  if ('unreadable' in read) return { blocks: [], problems: [problemOf(read.unreadable, source)] };
  const problems: Problem[] = [];
  const blocks = byLine(read.nodes, source).flatMap((nodes) => readBlock(nodes, { file, source, problems }));
  return { blocks, problems };
}

interface Context {
  file: string;
  source: string;
  problems: Problem[];
}

/** The blocks of a file; components that fill a line between them, which MDX reads as blocks of their own, as one, with the blanks between them. */
function byLine(nodes: readonly Node[], source: string): [Node, ...Node[]][] {
  const groups: [Node, ...Node[]][] = [];
  for (const node of nodes) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last?.type === 'mdxJsxFlowElement' && node.type === last.type && last.position?.end.line === node.position?.start.line) {
      group!.push({ type: 'text', value: source.slice(last.position?.end.offset, node.position?.start.offset) }, node);
    } else {
      groups.push([node]);
    }
  }
  return groups;
}

/** What an editor is told of a file that cannot be read; braces that were taken for code are pointed at. */
function problemOf({ place, reason }: Unreadable, source: string): Problem {
  if (!/expression/.test(reason)) return problem('bad-mdx', place, { reason });
  const text = source.split('\n')[place.line - 1] ?? '';
  const brace = text.lastIndexOf('{', place.column - 1);
  const code = /^[^}]{0,30}/.exec(text.slice(brace + 1))![0];
  return problem('no-expressions', { ...place, column: brace === -1 ? place.column : brace + 1 }, { code });
}

/** True for what must stand on one line and does not: a component around several lines, or a paragraph that a line of --- turns into a heading. */
function spansLines({ position }: Node): boolean {
  return position !== undefined && position.end.line !== position.start.line;
}

function readBlock(nodes: readonly [Node, ...Node[]], context: Context): Block[] {
  const [node] = nodes;
  const place = placeOf(node, context.file);
  switch (node.type) {
    case 'yaml':
      return [];
    case 'thematicBreak':
      return [{ type: 'break', line: place.line }];
    case 'heading':
      if (spansLines(node)) context.problems.push(problem('broken-line', place));
      else if (node.depth !== 2) context.problems.push(problem('bad-heading', place, { depth: node.depth ?? 0 }));
      return [readText('head', node, node.children ?? [], context)];
    case 'paragraph':
      return [readText('paragraph', node, node.children ?? [], context)];
    // A line that is nothing but components.
    case 'mdxJsxFlowElement':
      if (nodes.some(spansLines)) context.problems.push(problem('broken-line', place));
      return [readText('paragraph', node, nodes, context)];
    case 'mdxjsEsm':
      context.problems.push(problem('no-imports', place));
      return [];
    case 'mdxFlowExpression':
      context.problems.push(problem('no-expressions', place, { code: node.value ?? '' }));
      return [];
    default:
      context.problems.push(problem('no-markup', place, markup[node.type] ?? { what: node.type, mark: '\\' }));
      return [];
  }
}

function readText(type: 'head' | 'paragraph', block: Node, children: readonly Node[], context: Context): Block {
  const marks: InlineMark[] = [];
  let text = '';
  const visit = (node: Node): void => {
    const place = placeOf(node, context.file);
    switch (node.type) {
      case 'text':
        text += node.value ?? '';
        return;
      case 'paragraph':
        for (const child of node.children ?? []) visit(child);
        return;
      case 'mdxJsxTextElement':
      case 'mdxJsxFlowElement': {
        const start = text.length;
        for (const child of node.children ?? []) visit(child);
        const mark = readComponent(node, { start, end: text.length }, text.slice(start), context);
        if (mark) marks.push({ ...mark, ...place });
        return;
      }
      case 'mdxTextExpression':
      case 'mdxFlowExpression':
        context.problems.push(problem('no-expressions', place, { code: node.value ?? '' }));
        return;
      case 'break':
        context.problems.push(problem('broken-line', place));
        return;
      default:
        // A bare address is text; Markdown only thinks it a link.
        if (node.type === 'link' && isBareAddress(node, context)) {
          for (const child of node.children ?? []) visit(child);
          return;
        }
        context.problems.push(problem('no-markup', place, markup[node.type] ?? { what: node.type, mark: '\\' }));
    }
  };
  for (const child of children) visit(child);
  if (text.includes('\n')) context.problems.push(problem('broken-line', placeOf(block, context.file)));
  return { type, line: block.position?.start.line ?? 1, text, marks };
}

function isBareAddress(node: Node, { source }: Context): boolean {
  const { start, end } = node.position ?? { start: {}, end: {} };
  const written = source.slice(start.offset, end.offset);
  return !written.startsWith('[') && !written.startsWith('<');
}

function readComponent(node: Node, span: Span, inner: string, context: Context): Omit<InlineMark, keyof Place> | undefined {
  const place = placeOf(node, context.file);
  const name = node.name ?? '';
  const rule = Object.hasOwn(components, name) ? components[name] : undefined;
  if (!rule) {
    context.problems.push(problem('unknown-component', place, { name, known: Object.keys(components) }));
    return undefined;
  }
  const bad = (reason: string) => {
    context.problems.push(problem('bad-component', place, { name, reason, example: rule.example }));
    return undefined;
  };
  const attributes: Record<string, string> = {};
  for (const attribute of node.attributes ?? []) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return bad('its attributes must be plain texts in "quotation marks"');
    if (!Object.hasOwn(rule.attributes, attribute.name!)) return bad(`it has no attribute “${attribute.name}”`);
    attributes[attribute.name!] = attribute.value;
  }
  const missing = Object.keys(rule.attributes).find((key) => rule.attributes[key] && !attributes[key]);
  if (missing) return bad(`the attribute “${missing}” is missing`);
  if (name === 'Gap' && !gapKinds.includes(attributes['kind']!)) return bad(`“${attributes['kind']}” is not one of the kinds ${gapKinds.join(', ')}`);
  if (inner === '') return bad('there are no words inside it');
  return { component: name, attributes, ...span };
}
