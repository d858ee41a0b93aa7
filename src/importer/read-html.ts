import { htmlToHast } from 'satteri';
import { sourceLines } from '../text/source-lines.ts';
import { decodeText, type Known } from './detect-encoding.ts';
import { failure, lineList } from './failure.ts';
import { characterRemarks, type Hints, type ReadDocument, type ReadLine, type Remark } from './read-document.ts';

/** The parts of hast that matter here (https://github.com/syntax-tree/hast). */
interface Node {
  type: string;
  tagName?: string;
  properties?: Readonly<Record<string, unknown>>;
  children?: Node[];
  value?: string;
}

const words = (text: string) => new Set(text.split(' '));
/** Elements that begin and end a line. */
const blocks = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section select summary table tbody td tfoot th thead tr ul',
);
/** Elements that hold several paragraphs. */
const containers = words('article body center div main section table tbody td tr');
/** Elements whose content is no text of the page: what is left out, as a remark calls it. */
const silent: Readonly<Record<string, string>> = {
  script: 'scripts',
  style: 'style sheets',
  noscript: 'parts for browsers without scripts',
  template: 'templates of scripts',
  iframe: 'embedded pages',
  object: 'embedded objects',
  embed: 'embedded objects',
  svg: 'pictures',
  img: 'pictures',
  picture: 'pictures',
  canvas: 'pictures',
  video: 'films',
  audio: 'sound',
  input: 'fields of forms',
  textarea: 'fields of forms',
  rt: 'readings beside characters (ruby)',
  rp: 'readings beside characters (ruby)',
};
/** Elements that as a rule hold furniture of the page. */
const furniture = words('nav header footer aside form button select dialog menu search');
const furnitureRoles = words('navigation banner contentinfo complementary search toolbar menu menubar');
const furnitureClasses =
  /(?:^|[-_\s])(?:nav|navbar|menu|breadcrumbs?|crumbs?|toolbar|tools?|share|sharing|social|sidebar|side|footer|foot|copyright|related|recommend|recommended|hot|comments?|pager|pagination|ads?|advert|banner|topbar|weixin|wechat|qrcode|location|position)(?:$|[-_\s\d])/i;

/**
 * Reads a web page: what stands in it as text, in lines as a browser would break them. Its scripts are never run. What is not
 * text is left out and named in the remarks; what may be furniture of the page is kept and hinted at.
 */
export function readHtml(bytes: Uint8Array, known: Known = {}): ReadDocument {
  const { text, encoding } = decodeText(bytes, { ...known, declared: declaredEncoding(bytes) });
  let reader: HtmlReader;
  try {
    refuseAbyss(text);
    reader = new HtmlReader();
    reader.read(htmlToHast(reader.withoutFallbacks(text)) as unknown as Node);
  } catch (error) {
    if (error instanceof RangeError)
      throw failure('other-format', { what: 'a page whose elements are nested too deep', how: 'Open it in a browser, copy the text, and paste it: npm run import -- -' });
    throw error;
  }
  const { lines, left, titles } = reader;
  if (lines.length === 0 && left.has('scripts')) throw failure('no-text', { why: '; the page is put together by scripts, which are not run' });
  hintBySurroundings(reader);
  const remarks: Remark[] = left.size ? [{ lines: [], message: `Left out: ${[...left].map(([what, number]) => `${what} (${number})`).join(', ')}.` }] : [];
  if (reader.hidden.length) remarks.push({ lines: [], message: `Left out, since the page hides it: ${reader.hidden.map((one) => `“${one.slice(0, 40)}”`).join(', ')}.` });
  if (reader.numbered.length) remarks.push({ lines: reader.numbered, message: `The page numbers its list itself; the numbers are written out on ${lineList(reader.numbered)}.` });
  return { format: 'html', encoding, lines, remarks: [...remarks, ...characterRemarks(lines)], titles };
}

/** Stops at pages with thousands of elements open at once, before the parser spends minutes on them. */
function refuseAbyss(page: string): void {
  let open = 0;
  for (const [tag] of page.matchAll(/<\/?(?:div|span|font|section|center|blockquote|table|ul|ol|b|i|em|strong|a)\b/gi)) {
    open = Math.max(0, open + (tag[1] === '/' ? -1 : 1));
    if (open > 10 * deepest) throw new RangeError();
  }
}

/** The encoding that a page names in its first kilobyte (https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding). */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ?? /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(start)?.[1];
}

/** Deepest nesting that is read; browsers stop at 512. */
const deepest = 600;

/** A line of a page, with the elements that it stands in. */
interface Found extends ReadLine {
  within: readonly Node[];
  /** How many of its characters are words of links. */
  linked: number;
}

class HtmlReader {
  readonly found: Found[] = [];
  readonly left = new Map<string, number>();
  readonly titles: string[] = [];
  readonly hidden: string[] = [];
  readonly numbered: number[] = [];
  private text = '';
  private linked = 0;
  private afterGap = false;
  private path: Node[] = [];
  private hints: Hints = {};
  private prefix = '';

  get lines(): ReadLine[] {
    return this.found;
  }

  /** The page without what is only for browsers that run no scripts; in the head of a page the parser would take it for text. */
  withoutFallbacks(page: string): string {
    return page.replace(/<noscript\b[^>]*>[\s\S]*?<\/noscript\s*>/gi, () => {
      this.left.set(silent['noscript']!, (this.left.get(silent['noscript']!) ?? 0) + 1);
      return '';
    });
  }

  read(root: Node): void {
    this.visit(root, { pre: false, link: false });
    this.flush();
  }

  private visit(node: Node, state: { pre: boolean; link: boolean }): void {
    if (this.path.length > deepest) throw new RangeError();
    if (node.type === 'text') {
      this.say(node.value ?? '', state);
      return;
    }
    if (node.type !== 'element') {
      for (const child of node.children ?? []) this.visit(child, state);
      return;
    }
    const name = node.tagName ?? '';
    if (name === 'title' && this.path.at(-1)?.tagName === 'head') {
      this.titles.push(...sourceLines(wordsOf(node)).map(({ text }) => text));
      return;
    }
    if (name === 'br') {
      this.flush();
      return;
    }
    if (name in silent) {
      this.left.set(silent[name]!, (this.left.get(silent[name]!) ?? 0) + 1);
      return;
    }
    if (isHidden(node)) {
      const said = sourceLines(wordsOf(node))
        .map(({ text }) => text)
        .join(' ');
      if (said) this.hidden.push(said);
      return;
    }
    if (name === 'table' && isData(node)) {
      this.table(node);
      return;
    }
    const before = { hints: this.hints, path: this.path };
    const isBlock = blocks.has(name);
    if (isBlock) {
      this.flush();
      this.afterGap = true;
    }
    this.path = [...this.path, node];
    this.hints = { ...this.hints, ...hintsOf(node) };
    if (name === 'li') this.prefix = numberOf(node, before.path.at(-1));
    for (const child of node.children ?? []) this.visit(child, { pre: state.pre || name === 'pre', link: state.link || name === 'a' });
    if (isBlock) {
      this.flush();
      this.afterGap = true;
    }
    this.prefix = name === 'li' ? '' : this.prefix;
    this.hints = before.hints;
    this.path = before.path;
  }

  /** Text as a browser shows it: blanks and line ends of the source are one blank, or none between Chinese characters. */
  private say(value: string, { pre, link }: { pre: boolean; link: boolean }): void {
    if (pre) {
      value.split('\n').forEach((line, i) => {
        if (i > 0) this.flush();
        this.text += line;
      });
      return;
    }
    const wide = '[\\u2e80-\\u303f\\u3400-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
    const shown = value.replace(/[ \t\n\f\r]+/g, (blank, at: number) => {
      const [left, right] = [value[at - 1] ?? this.text.at(-1) ?? '', value[at + blank.length] ?? ''];
      return blank.includes('\n') && new RegExp(wide).test(left) && (right === '' || new RegExp(wide).test(right)) ? '' : ' ';
    });
    const next = this.text === '' || this.text.endsWith(' ') ? shown.replace(/^ /, '') : shown;
    this.text += next;
    if (link) this.linked += next.trim().length;
  }

  private flush(extra: Hints = {}): void {
    for (const line of sourceLines(this.text)) {
      const number = this.found.length + 1;
      const written = this.prefix !== '' && !/^[\d（(一二三四五六七八九十①-⑳第]/.test(line.text);
      if (written) this.numbered.push(number);
      this.found.push({
        line: number,
        text: (written ? this.prefix : '') + line.text,
        indent: line.indent,
        afterGap: this.afterGap,
        hints: { ...this.hints, ...extra },
        within: this.path,
        linked: this.linked,
      });
      this.prefix = '';
      this.afterGap = false;
    }
    this.text = '';
    this.linked = 0;
  }

  /** A table of data: each row a line, its cells parted by tabs. */
  private table(table: Node): void {
    this.flush();
    this.afterGap = true;
    this.path = [...this.path, table];
    for (const row of descendants(table, 'caption', 'tr')) {
      const cells = row.tagName === 'caption' ? [row] : (row.children ?? []).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
      this.text = cells.map((cell) => this.cell(cell)).join('\t');
      this.flush(row.tagName === 'caption' ? {} : { row: true });
    }
    this.path = this.path.slice(0, -1);
  }

  /** The words of a cell on one line. */
  private cell(cell: Node): string {
    const inner = new HtmlReader();
    inner.read({ ...cell, tagName: 'div' });
    for (const [what, number] of inner.left) this.left.set(what, (this.left.get(what) ?? 0) + number);
    return inner.lines.map(({ text }) => text.replaceAll('\t', ' ')).join(' ');
  }
}

/** True for a table that shows data, rather than one that lays out a page. */
function isData(table: Node): boolean {
  const rows = descendants(table, 'tr');
  const cells = rows.flatMap((row) => (row.children ?? []).filter(({ tagName }) => tagName === 'td' || tagName === 'th'));
  if (descendants(table, 'table').length > 0 || rows.length < 2 || cells.length <= rows.length) return false;
  return cells.every((cell) => wordsOf(cell).trim().length <= 200 && descendants(cell, 'p', 'div', 'li').length <= 3);
}

function descendants(node: Node, ...names: string[]): Node[] {
  return (node.children ?? []).flatMap((child) => [...(names.includes(child.tagName ?? '') ? [child] : []), ...descendants(child, ...names)]);
}

function wordsOf(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  if ((node.tagName ?? '') in silent) return '';
  return (node.children ?? []).map(wordsOf).join('');
}

function isHidden({ properties = {} }: Node): boolean {
  return (properties['hidden'] ?? false) !== false || /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(String(properties['style'] ?? ''));
}

function classesOf({ properties = {} }: Node): string {
  const names = properties['className'];
  return [...(Array.isArray(names) ? names.map(String) : []), String(properties['id'] ?? '')].join(' ').trim();
}

function hintsOf(node: Node): Hints {
  const { tagName = '', properties = {} } = node;
  const style = `${String(properties['style'] ?? '')};text-align:${String(properties['align'] ?? '')}`;
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  const named = furnitureClasses.exec(classesOf(node))?.[0].trim();
  const place = furniture.has(tagName)
    ? `it stands in <${tagName}>`
    : furnitureRoles.has(String(properties['role'] ?? ''))
      ? `its role is ${String(properties['role'])}`
      : named && tagName !== 'body' && tagName !== 'html'
        ? `it stands in “${classesOf(node)}”`
        : undefined;
  return {
    ...(level ? { level: Number(level), ...(level === '1' ? { title: true } : {}) } : {}),
    ...(tagName === 'center' || /text-align\s*:\s*center/i.test(style) ? { centred: true } : {}),
    ...(/text-align\s*:\s*(?:right|end)/i.test(style) ? { right: true } : {}),
    ...(tagName === 'li' ? { item: true } : {}),
    ...(place ? { furniture: place } : {}),
  };
}

/** The number that a page puts before an item of an ordered list. */
function numberOf(item: Node, list: Node | undefined): string {
  if (list?.tagName !== 'ol' || /list-style(?:-type)?\s*:\s*none/i.test(String(list.properties?.['style'] ?? ''))) return '';
  const items = (list.children ?? []).filter(({ tagName }) => tagName === 'li');
  return `${Number(list.properties?.['start'] ?? 1) + items.indexOf(item)}. `;
}

/** Ends of sentences: lines that have them, or are long, are prose. */
const isProse = (text: string) => text.length >= 40 || /[。！？；.!?]["”’）)]?$/.test(text);

/**
 * Hints at lines that are nothing but links, and at lines outside the element that holds most of the prose; titles, dates and
 * names often stand beside that element, and are left to be judged by their words.
 */
function hintBySurroundings({ found }: HtmlReader): void {
  const prose = found.filter(({ text, linked }) => isProse(text) && linked * 2 < text.length);
  const total = prose.reduce((sum, { text }) => sum + text.length, 0);
  const weights = new Map<Node, number>();
  for (const { within, text } of prose) for (const node of within) weights.set(node, (weights.get(node) ?? 0) + text.length);
  const holder = prose[0]?.within.findLast((node) => containers.has(node.tagName ?? '') && weights.get(node)! >= total * 0.8);
  const titles = found.filter(({ hints }) => hints.title);
  for (const line of found) {
    // Several headings of the first level are heads of sections.
    if (titles.length > 1) delete line.hints.title;
    if (line.hints.furniture) {
      // The header of the text itself is no furniture.
      if (line.hints.title || line.within.some((node) => node.tagName === 'h1')) delete line.hints.furniture;
      continue;
    }
    if (line.linked >= line.text.replace(/[^\p{L}\p{N}]/gu, '').length * 0.8 && line.linked > 0 && !line.hints.title)
      line.hints = { ...line.hints, furniture: 'it is nothing but links' };
    else if (holder && !line.within.includes(holder) && !line.hints.title) line.hints = { ...line.hints, furniture: 'it stands outside the element that holds the text' };
  }
}
