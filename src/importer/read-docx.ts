import { sourceLines } from '../text/source-lines.ts';
import { type Numbering, readNumbering } from './docx-numbers.ts';
import { failure, ImportFailure } from './failure.ts';
import { characterRemarks, type Hints, type ReadDocument, type ReadLine, type Remark } from './read-document.ts';
import { allOf, elementAt, elementsOf, readXml, type XmlElement } from './read-xml.ts';
import { type Archive, openZip } from './read-zip.ts';

/**
 * Reads a document of a word processor (Office Open XML, ECMA-376): its paragraphs, lists and tables become lines. Numbers that
 * the word processor prints before paragraphs are written out; footnotes and endnotes follow the text. Insertions under
 * revision are taken, deletions are not; what else is left out is named in the remarks.
 */
export function readDocx(bytes: Uint8Array): ReadDocument {
  const archive = openZip(bytes);
  const document = part(archive, 'word/document.xml');
  const body = elementAt(document, 'w:document', 'w:body');
  if (!body) throw failure('bad-archive', { reason: archive.names.includes('mimetype') ? 'it is another kind of document' : 'it has no text part (word/document.xml)' });
  const reader = new DocxReader(readStyles(part(archive, 'word/styles.xml')), readNumbering(part(archive, 'word/numbering.xml')));
  reader.container(body, {});
  reader.notes(part(archive, 'word/footnotes.xml'), 'footnote');
  reader.notes(part(archive, 'word/endnotes.xml'), 'endnote');
  const around = archive.names
    .filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .flatMap((name) => allOf(part(archive, name), 'w:t').flatMap(({ children }) => children.filter((child) => typeof child === 'string' && child.trim() !== '')));
  if (around.length) reader.say(`Left out, since it stands at the head or foot of the pages: “${around.join('').slice(0, 60)}”.`);
  if (archive.names.includes('word/comments.xml') && allOf(part(archive, 'word/comments.xml'), 'w:comment').length) reader.say('Left out: comments of reviewers.');
  const title = elementAt(part(archive, 'docProps/core.xml'), 'cp:coreProperties', 'dc:title')?.children.join('').trim();
  return { format: 'docx', lines: reader.lines, remarks: [...reader.remarks(), ...characterRemarks(reader.lines)], titles: title ? [title] : [] };
}

function part(archive: Archive, name: string): XmlElement | undefined {
  const bytes = archive.read(name);
  if (!bytes) return undefined;
  try {
    return readXml(new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof ImportFailure) throw error;
    throw failure('bad-archive', { reason: `its part ${name} cannot be read (${(error as Error).message.split('\n')[0]})` });
  }
}

/** What a style says about its paragraphs. */
interface Style {
  hints: Hints;
  list?: string | undefined;
  listLevel?: number | undefined;
}

const value = (element: XmlElement | undefined) => element?.attributes['w:val'];
const isOn = (element: XmlElement | undefined) => element !== undefined && !['0', 'false', 'off', 'none'].includes(value(element) ?? 'on');

function hintsOf(properties: XmlElement | undefined): Hints {
  const align = value(elementAt(properties, 'w:jc'));
  const outline = value(elementAt(properties, 'w:outlineLvl'));
  return {
    ...(align === 'center' ? { centred: true } : align === 'right' || align === 'end' ? { right: true } : {}),
    ...(outline !== undefined && Number(outline) < 9 ? { level: Number(outline) + 1 } : {}),
  };
}

/** Styles by id, with what they take over from the styles that they are based on. */
function readStyles(root: XmlElement | undefined): Map<string, Style> {
  const all = new Map(elementsOf(elementAt(root, 'w:styles'), 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const read = (id: string, seen: readonly string[]): Style => {
    const style = all.get(id);
    if (!style || seen.includes(id)) return { hints: {} };
    const base = value(elementAt(style, 'w:basedOn'));
    const under = base === undefined ? { hints: {} } : read(base, [...seen, id]);
    const name = (value(elementAt(style, 'w:name')) ?? '').toLowerCase();
    const level = /^(?:heading|标题|標題) ?([1-9])$/.exec(name)?.[1];
    const properties = elementAt(style, 'w:pPr');
    const list = elementAt(properties, 'w:numPr');
    const { title: _, ...hints } = under.hints;
    return {
      hints: { ...hints, ...hintsOf(properties), ...(level ? { level: Number(level) } : {}), ...(/^(?:title|标题|標題)$/.test(name) ? { title: true } : {}) },
      list: value(elementAt(list, 'w:numId')) ?? (under as Style).list,
      listLevel: Number(value(elementAt(list, 'w:ilvl')) ?? (under as Style).listLevel ?? 0),
    };
  };
  return new Map([...all.keys()].map((id) => [id, read(id, [])]));
}

class DocxReader {
  readonly lines: ReadLine[] = [];
  private readonly said = new Map<string, number[]>();
  private readonly noteNumbers = new Map<string, number>();
  private readonly styles: ReadonlyMap<string, Style>;
  private readonly numbering: Numbering;

  constructor(styles: ReadonlyMap<string, Style>, numbering: Numbering) {
    this.styles = styles;
    this.numbering = numbering;
  }

  remarks(): Remark[] {
    return [...this.said].map(([message, lines]) => ({ message, lines }));
  }

  say(message: string): void {
    const lines = this.said.get(message) ?? [];
    this.said.set(message, lines);
  }

  private sayHere(message: string): void {
    this.say(message);
    const lines = this.said.get(message)!;
    const line = this.lines.length + 1;
    if (lines.at(-1) !== line) lines.push(line);
  }

  /** Paragraphs and tables, and whatever wraps them: content controls, insertions, custom XML. */
  container(parent: XmlElement, hints: Hints): void {
    for (const child of elementsOf(parent)) {
      if (child.name === 'w:p') this.paragraph(child, hints);
      else if (child.name === 'w:tbl') this.table(child, hints);
      else if (['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'].includes(child.name)) this.container(child, hints);
      else if (child.name === 'w:altChunk') this.sayHere('Left out: another document that is embedded here.');
    }
  }

  private paragraph(paragraph: XmlElement, around: Hints): void {
    const properties = elementAt(paragraph, 'w:pPr');
    const style = this.styles.get(value(elementAt(properties, 'w:pStyle')) ?? '') ?? { hints: {} };
    const list = elementAt(properties, 'w:numPr');
    const id = value(elementAt(list, 'w:numId')) ?? style.list;
    const level = Number(value(elementAt(list, 'w:ilvl')) ?? style.listLevel ?? 0);
    const number = id === undefined || id === '0' ? undefined : this.numbering.next(id, level);
    const boxes: XmlElement[] = [];
    const text = this.runs(paragraph, boxes);
    const lines = sourceLines(text);
    lines.forEach(({ text: words, indent }, i) => {
      const numbered = i === 0 && number ? number : '';
      if (numbered) this.sayHere('Numbers that the word processor prints are written out.');
      this.lines.push({
        line: this.lines.length + 1,
        text: numbered + words,
        indent,
        afterGap: i === 0,
        hints: { ...around, ...style.hints, ...hintsOf(properties), ...(number === undefined || style.hints.level ? {} : { item: true }) },
      });
    });
    for (const box of boxes) {
      this.sayHere('Words of a text box follow the paragraph that it is fixed to.');
      this.container(box, around);
    }
  }

  /** The words of a paragraph; line breaks in it as line ends, tabs as tabs. */
  private runs(parent: XmlElement, boxes: XmlElement[]): string {
    let text = '';
    for (const child of elementsOf(parent)) {
      switch (child.name) {
        case 'w:r':
          text += this.run(child, boxes);
          break;
        case 'w:del':
        case 'w:moveFrom':
          if (allOf(child, 'w:delText').length + allOf(child, 'w:t').length) this.sayHere('Left out: words that were deleted under revision.');
          break;
        case 'w:pPr':
        case 'w:sdtPr':
        case 'w:rPr':
          break;
        case 'm:oMath':
        case 'm:oMathPara':
          this.sayHere('A formula is given as its characters in a row.');
          text += allOf(child, 'm:t')
            .flatMap(({ children }) => children.filter((one) => typeof one === 'string'))
            .join('');
          break;
        default:
          // Links, insertions, fields, content controls and tags: what is in them is text.
          text += this.runs(child, boxes);
      }
    }
    return text;
  }

  private run(run: XmlElement, boxes: XmlElement[]): string {
    if (isOn(elementAt(run, 'w:rPr', 'w:vanish'))) {
      if (allOf(run, 'w:t').length) this.sayHere('Left out: words that the document hides.');
      return '';
    }
    let text = '';
    for (const child of elementsOf(run)) {
      switch (child.name) {
        case 'w:t':
          text += child.children.filter((one) => typeof one === 'string').join('');
          break;
        case 'w:tab':
        case 'w:ptab':
          text += '\t';
          break;
        case 'w:br':
        case 'w:cr':
          text += '\n';
          break;
        case 'w:noBreakHyphen':
          text += '\u2011';
          break;
        case 'w:sym':
          this.sayHere('A sign from a symbol font is given by its code; look at which sign it is.');
          text += String.fromCodePoint(Number.parseInt(child.attributes['w:char'] ?? 'fffd', 16));
          break;
        case 'w:footnoteReference':
          text += this.noteMark('footnote', child.attributes['w:id'] ?? '');
          break;
        case 'w:endnoteReference':
          text += this.noteMark('endnote', child.attributes['w:id'] ?? '');
          break;
        case 'w:ruby':
          this.sayHere('Left out: readings beside characters (ruby).');
          text += this.runs(elementAt(child, 'w:rubyBase') ?? child, boxes);
          break;
        case 'mc:AlternateContent':
          // The choices show the same in several ways.
          text += this.run(
            {
              ...child,
              children: elementsOf(child, 'mc:Choice')
                .slice(0, 1)
                .flatMap(({ children }) => children),
            },
            boxes,
          );
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object': {
          const inside = allOf(child, 'w:txbxContent');
          boxes.push(...inside);
          if (inside.length === 0) this.sayHere('Left out: a picture.');
          break;
        }
      }
    }
    return text;
  }

  private noteMark(kind: string, id: string): string {
    const key = `${kind} ${id}`;
    const number = this.noteNumbers.get(key) ?? this.noteNumbers.size + 1;
    this.noteNumbers.set(key, number);
    return `[${number}]`;
  }

  /** Rows as lines; nested tables are read as part of their cell. */
  private table(table: XmlElement, hints: Hints): void {
    const rows = allRows(table);
    const single = rows.every((row) => cellsOf(row).length <= 1);
    for (const row of rows) {
      const cells = cellsOf(row);
      if (single) {
        for (const cell of cells) this.container(cell, hints);
        continue;
      }
      const before = this.lines.length;
      const texts = cells.map((cell) => {
        const from = this.lines.length;
        this.container(cell, {});
        return this.lines
          .splice(from)
          .map(({ text }) => text.replaceAll('\t', ' '))
          .join(' ');
      });
      const text = texts.join('\t').trimEnd();
      if (text.trim()) this.lines.push({ line: before + 1, text: text.trimStart(), indent: '', afterGap: false, hints: { ...hints, row: true } });
    }
  }

  /** The notes that the text refers to, in the order of their numbers. */
  notes(root: XmlElement | undefined, kind: 'footnote' | 'endnote'): void {
    const notes = new Map(elementsOf(elementsOf(root)[0], `w:${kind}`).map((note) => [note.attributes['w:id'] ?? '', note]));
    for (const [key, number] of [...this.noteNumbers].sort((a, b) => a[1] - b[1])) {
      const note = key.startsWith(`${kind} `) ? notes.get(key.slice(kind.length + 1)) : undefined;
      if (!note) continue;
      const from = this.lines.length;
      this.container(note, { note: true });
      const first = this.lines[from];
      if (first) first.text = `[${number}] ${first.text}`;
    }
    if (this.noteNumbers.size) this.say('Notes are numbered as [1], [2] … and follow the text.');
  }
}

function allRows(table: XmlElement): XmlElement[] {
  return elementsOf(table).flatMap((child) => (child.name === 'w:tr' ? [child] : ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(child.name) ? allRows(child) : []));
}

function cellsOf(row: XmlElement): XmlElement[] {
  return elementsOf(row).flatMap((child) => (child.name === 'w:tc' ? [child] : ['w:sdt', 'w:sdtContent', 'w:customXml'].includes(child.name) ? cellsOf(child) : []));
}
