import { markdownToMdast } from 'satteri';
import { sourceLines } from '../text/source-lines.ts';
import { readFrontMatter } from '../text/yaml.ts';
import { decodeText, type Known } from './detect-encoding.ts';
import { joinLines } from './join-lines.ts';
import { characterRemarks, type Hints, type ReadDocument, type ReadLine, type Remark } from './read-document.ts';

/** The parts of mdast that matter here (https://github.com/syntax-tree/mdast). */
interface Node {
  type: string;
  position?: { start: { line: number } };
  children?: Node[];
  value?: string;
  depth?: number;
  ordered?: boolean;
  start?: number;
  label?: string;
  identifier?: string;
}

/** Marks that Markdown reads as layout; the words stay, the marks go, and a remark says so. */
const dropped: Readonly<Record<string, string>> = {
  strong: 'Bold type: its marks (** or __) are not part of the text.',
  emphasis: 'Italic type: its marks (* or _) are not part of the text.',
  delete: 'Struck-out words are kept, without their marks (~).',
  link: 'Addresses of links are left out; their words are kept.',
  linkReference: 'Addresses of links are left out; their words are kept.',
  image: 'Pictures are left out.',
  imageReference: 'Pictures are left out.',
  html: 'Tags of HTML are left out; the words between them are kept.',
  definition: 'Addresses of links are left out; their words are kept.',
};

/** Reads Markdown: paragraphs, heads, lists, tables and notes become lines; a rule becomes a break between sections. */
export function readMarkdown(bytes: Uint8Array, known: Known = {}): ReadDocument {
  const { text, encoding } = decodeText(bytes, known);
  const source = text.replace(/^\ufeff/, '');
  const root = markdownToMdast(source, { features: { gfm: true, smartPunctuation: false, frontmatter: true } }) as unknown as Node;
  const reader = new MarkdownReader();
  for (const node of root.children ?? []) reader.block(node, {});
  const remarks: Remark[] = [...reader.remarks].map(([message, lines]) => ({ lines: [...lines], message }));
  const front = (root.children ?? []).some(({ type }) => type === 'yaml') ? (readFrontMatter('', source).yaml.value as { title?: unknown } | null) : null;
  const titles = typeof front?.title === 'string' ? [front.title] : [];
  if (front !== null) remarks.unshift({ lines: [], message: 'The front matter of the file is not part of the text.' });
  return { format: 'md', encoding, lines: reader.lines, remarks: [...remarks, ...characterRemarks(reader.lines)], titles };
}

class MarkdownReader {
  readonly lines: ReadLine[] = [];
  /** Remarks, and the lines that each is about. */
  readonly remarks = new Map<string, Set<number>>();

  block(node: Node, hints: Hints, mark = ''): void {
    const children = node.children ?? [];
    const at = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'yaml':
      case 'toml':
        return;
      case 'heading':
        this.add(this.words(children), at, { ...hints, level: node.depth ?? 1 }, mark);
        return;
      case 'paragraph':
        this.add(this.words(children), at, hints, mark);
        return;
      case 'blockquote':
        this.remark('Marks of quotation (>) are left out; the words are kept.', at);
        for (const child of children) this.block(child, hints, mark);
        return;
      case 'list':
        children.forEach((item, i) => {
          this.item(item, node.ordered ? `${(node.start ?? 1) + i}. ` : '', at);
        });
        return;
      case 'table':
        for (const row of children) this.add(this.cells(row), row.position?.start.line ?? at, { ...hints, row: true });
        return;
      case 'code':
        this.add(node.value ?? '', at + 1, hints);
        return;
      case 'footnoteDefinition':
        for (const child of children) this.block(child, { ...hints, note: true }, `[${node.label ?? node.identifier}] `);
        return;
      case 'thematicBreak':
        this.lines.push({ line: at, text: '', indent: '', afterGap: true, hints: { break: true } });
        return;
      case 'html':
        this.remark(dropped['html']!, at);
        this.add((node.value ?? '').replace(/<!--[\s\S]*?-->|<\/?[a-z][^>]*>/gi, ''), at, hints);
        return;
      default:
        if (node.type in dropped) this.remark(dropped[node.type]!, at);
    }
  }

  private item(item: Node, mark: string, at: number): void {
    if (mark === '') this.remark('Signs of lists (-, * or +) are left out; the items are kept.', at);
    (item.children ?? []).forEach((child, i) => {
      this.block(child, { item: true }, i === 0 ? mark : '');
    });
  }

  private cells(row: Node): string {
    return (row.children ?? []).map((cell) => this.words(cell.children ?? []).replaceAll('\n', ' ')).join('\t');
  }

  /** The words of inline nodes; a line end stays only where Markdown breaks a line. */
  private words(nodes: readonly Node[]): string {
    let text = '';
    for (const node of nodes) {
      const at = node.position?.start.line ?? 1;
      if (node.type in dropped && !(node.type === 'link' && isBare(node))) this.remark(dropped[node.type]!, at);
      if (node.type === 'text' || node.type === 'inlineCode')
        text = (node.value ?? '').split('\n').reduce((joined, line, i) => (i === 0 ? joined + line : joinLines(joined.trimEnd(), line.trimStart())), text);
      else if (node.type === 'break') text += '\n';
      else if (node.type === 'footnoteReference') text += `[${node.label ?? node.identifier}]`;
      else if (node.type !== 'html') text += this.words(node.children ?? []);
    }
    return text;
  }

  private add(text: string, at: number, hints: Hints, mark = ''): void {
    sourceLines(text).forEach(({ text: words, line, indent }, i) => {
      this.lines.push({ line: at + line - 1, text: i === 0 ? mark + words : words, indent, afterGap: i === 0, hints });
    });
  }

  private remark(message: string, line: number): void {
    this.remarks.set(message, (this.remarks.get(message) ?? new Set()).add(line));
  }
}

/** An address that stands in the text as it is. */
function isBare(link: Node): boolean {
  const [only, ...more] = link.children ?? [];
  return more.length === 0 && only?.type === 'text' && /^(?:https?:\/\/|www\.|[^@\s]+@)/.test(only.value ?? '');
}
