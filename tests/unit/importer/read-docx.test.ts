import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../src/importer/read-docx.ts';
import { readSource } from '../../../src/importer/read-source.ts';
import { toText } from '../../../src/speech/to-text.ts';
import { passagesOf } from '../../../src/text/types.ts';
import { bytesOf, failureOf, importFixture } from './support.ts';

/** A ZIP archive, as small as it can be; a declared size may lie. */
function zip(parts: Readonly<Record<string, string | Uint8Array>>, { declared, flags = 0, method = 8 }: { declared?: number; flags?: number; method?: number } = {}): Uint8Array {
  const [bodies, list]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(plain) : plain;
    const size = declared ?? plain.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(at, 42);
    list.push(entry, Buffer.from(name));
    bodies.push(local, Buffer.from(name), packed);
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...list, end]);
}

const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="m"';
const document = (body: string) => `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${text.startsWith('<') ? text : run(text)}</w:p>`;
const read = (body: string, parts: Record<string, string> = {}) => readDocx(zip({ 'word/document.xml': document(body), ...parts }));
const texts = (body: string, parts: Record<string, string> = {}) => read(body, parts).lines.map(({ text }) => text);
const said = (body: string, parts: Record<string, string> = {}) => read(body, parts).remarks.map(({ message }) => message);

describe('documents made by LibreOffice from the plenum speech', () => {
  const plain = importFixture('word-processor/plenum.txt').imported;
  const linesOf = (speech: typeof plain.speech) => passagesOf(speech).map(({ text }) => text);

  test('.docx: same title, heads and passages as the .txt, its table in rows', () => {
    const { speech, structure } = importFixture('word-processor/plenum.docx').imported;
    expect(linesOf(speech)).toEqual(linesOf(plain.speech));
    expect(toText(speech)).toBe(toText(plain.speech));
    expect(structure.decisions.filter(({ role }) => role === 'head')).toHaveLength(4);
    expect(structure.decisions.filter(({ role }) => role === 'row').map(({ text }) => text)).toEqual([
      '指标\t预期目标',
      '地区生产总值\t增长X%',
      '一般公共预算收入\t增长X%',
      '单位生产总值能耗\t下降X%',
    ]);
  });

  test('.html: same heads and passages as the .txt; the blanks in the title are those of HTML', () => {
    const { speech } = importFixture('word-processor/plenum.html').imported;
    expect(linesOf(speech)).toEqual(linesOf(plain.speech));
    expect(speech.sections.map(({ head }) => head?.text)).toEqual(plain.speech.sections.map(({ head }) => head?.text));
    expect(speech.title.lines.map((line) => line.replace(/\s/g, ''))).toEqual(plain.speech.title.lines.map((line) => line.replace(/\s/g, '')));
  });

  test('numbers that the word processor prints are written out, and make heads', () => {
    const { document, imported } = importFixture('word-processor/numbered.docx');
    expect(document.lines.map(({ text }) => text)).toEqual([
      '在全区工作会议上的讲话',
      '同志们：',
      '今天的会议，是研究部署今年的工作。下面，我讲两点意见。',
      '一、认清形势，坚定信心',
      '去年以来，各项工作稳步推进。',
      '（一）成绩来之不易。全区上下付出了努力。',
      '（二）问题不容忽视。还有不少短板。',
      '二、突出重点，抓好落实',
      '要抓好三件事：',
      '1.抓项目；',
      '2.抓服务；',
      '3.抓作风。',
    ]);
    expect(imported.speech.sections.map(({ head }) => head?.text ?? null)).toEqual([null, '一、认清形势，坚定信心', '二、突出重点，抓好落实']);
    expect(document.remarks[0]!.message).toMatch(/^Numbers that the word processor prints/);
  });
});

describe('what stands in a document', () => {
  test('is text: runs, links, fields, insertions, content controls, tags', () => {
    const inner = `<w:hyperlink>${run('甲')}</w:hyperlink><w:ins>${run('乙')}</w:ins><w:smartTag>${run('丙')}</w:smartTag><w:fldSimple>${run('丁')}</w:fldSimple><w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>${run('戊')}</w:sdtContent></w:sdt>`;
    expect(texts(`<w:p>${inner}</w:p><w:sdt><w:sdtContent>${paragraph('己')}</w:sdtContent></w:sdt>`)).toEqual(['甲乙丙丁戊', '己']);
  });

  test('keeps tabs, special hyphens and line breaks', () => {
    expect(texts('<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t></w:r></w:p>')).toEqual(['甲\t乙', '丙\u2011丁']);
  });

  test('keeps characters of XML, and expands nothing else', () => {
    expect(texts(paragraph('AT&amp;T &lt;b&gt; &#x4e00;'))).toEqual(['AT&T <b> 一']);
    expect(failureOf(() => read(paragraph('&boom;')))).toMatch(/^bad-archive: .*word\/document\.xml cannot be read/);
  });

  test.each([
    ['deleted words', `<w:p>${run('甲')}<w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>`, 'Left out: words that were deleted under revision.'],
    ['hidden words', `<w:p>${run('甲')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r></w:p>`, 'Left out: words that the document hides.'],
    ['a picture', `<w:p>${run('甲')}<w:r><w:drawing><a/></w:drawing></w:r></w:p>`, 'Left out: a picture.'],
    [
      'readings',
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>jiǎ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>',
      'Left out: readings beside characters (ruby).',
    ],
  ])('leaves out %s, and says so', (_, body, message) => {
    expect(texts(body)).toEqual(['甲']);
    expect(said(body)).toContain(message);
  });

  test('leaves out heads and feet of pages and comments, and says so', () => {
    const parts = {
      'word/header1.xml': `<w:hdr ${namespaces}>${paragraph('内部资料')}</w:hdr>`,
      'word/comments.xml': `<w:comments ${namespaces}><w:comment>${paragraph('改')}</w:comment></w:comments>`,
    };
    expect(texts(paragraph('甲'), parts)).toEqual(['甲']);
    expect(said(paragraph('甲'), parts)).toEqual(['Left out, since it stands at the head or foot of the pages: “内部资料”.', 'Left out: comments of reviewers.']);
  });

  test('has text boxes once, after their paragraph', () => {
    const box = (name: string) => `<mc:${name}><w:drawing><w:txbxContent>${paragraph('框')}</w:txbxContent></w:drawing></mc:${name}>`;
    expect(texts(`<w:p>${run('甲')}<w:r><mc:AlternateContent>${box('Choice')}${box('Fallback')}</mc:AlternateContent></w:r></w:p>${paragraph('乙')}`)).toEqual(['甲', '框', '乙']);
  });

  test('has its notes after the text, numbered as they are referred to', () => {
    const parts = { 'word/footnotes.xml': `<w:footnotes ${namespaces}><w:footnote w:id="7">${paragraph('注文')}</w:footnote></w:footnotes>` };
    expect(texts(`<w:p>${run('甲')}<w:r><w:footnoteReference w:id="7"/></w:r>${run('。')}</w:p>${paragraph('乙')}`, parts)).toEqual(['甲[1]。', '乙', '[1] 注文']);
  });

  test('tells what styles and layout say', () => {
    const styles = `<w:styles ${namespaces}><w:style w:styleId="a1"><w:name w:val="heading 2"/></w:style><w:style w:styleId="a2"><w:basedOn w:val="a1"/><w:name w:val="own"/></w:style><w:style w:styleId="t"><w:name w:val="Title"/></w:style></w:styles>`;
    const body = [
      paragraph('甲', '<w:pStyle w:val="t"/>'),
      paragraph('乙', '<w:pStyle w:val="a2"/>'),
      paragraph('丙', '<w:jc w:val="center"/>'),
      paragraph('丁', '<w:outlineLvl w:val="0"/>'),
    ];
    expect(read(body.join(''), { 'word/styles.xml': styles }).lines.map(({ hints }) => hints)).toEqual([{ title: true }, { level: 2 }, { centred: true }, { level: 1 }]);
  });

  test('has tables row by row, and tables of one column as paragraphs', () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const table = (...rows: string[][]) => `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
    const { lines } = read(table(['甲', '乙'], ['', '丙']) + table(['丁'], ['戊']));
    expect(lines.map(({ text, hints }) => [text, hints.row ?? false])).toEqual([
      ['甲\t乙', true],
      ['丙', true],
      ['丁', false],
      ['戊', false],
    ]);
    expect(lines.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });
});

describe('files that are no documents are refused', () => {
  const part = (content: string) => ({ 'word/document.xml': content });

  test('a bomb, by what it declares', () => {
    expect(failureOf(() => readDocx(zip(part('x'), { declared: 2 ** 31 })))).toBe('bomb: The .docx unpacks to more than it may: word/document.xml is larger than 64 MB.');
  });

  test('a bomb that lies about its size', () => {
    expect(failureOf(() => readDocx(zip(part('0'.repeat(70 * 2 ** 20)), { declared: 1000 })))).toMatch(/^bomb: /);
  });

  test('a part that is shorter or longer than it says', () => {
    expect(failureOf(() => readDocx(zip(part(document(paragraph('甲'))), { declared: 5 })))).toMatch(/^bad-archive: .*not as long as it says/);
  });

  test('billion laughs', () => {
    const laughs = `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>${document(paragraph('&c;'))}`;
    expect(failureOf(() => readDocx(zip(part(laughs))))).toMatch(/^bad-archive: /);
  });

  test('elements nested without end', () => {
    expect(failureOf(() => readDocx(zip(part(`${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}`))))).toMatch(/nested too deep/);
  });

  test.each([
    ['locked', { flags: 1 }, 'it is locked with a password'],
    ['packed in another way', { method: 12 }, 'its part word/document.xml is packed in an unknown way'],
  ])('%s', (_, options, reason) => {
    expect(failureOf(() => readDocx(zip(part('x'), options)))).toBe(`bad-archive: The .docx cannot be opened: ${reason}.`);
  });

  test('cut off, or no archive at all, at whatever byte', () => {
    const whole = bytesOf('word-processor/numbered.docx');
    for (let size = 1; size < whole.length; size += 37) expect(failureOf(() => readSource('a.docx', whole.subarray(0, size)))).toMatch(/^bad-archive: /);
  });

  test('broken bytes never do anything but fail or read', () => {
    const whole = bytesOf('word-processor/numbered.docx');
    for (let at = 0; at < whole.length; at += 61) {
      const broken = Uint8Array.from(whole);
      broken[at] = broken[at]! ^ 0xff;
      expect(failureOf(() => readSource('a.docx', broken))).toMatch(/^(?:bad-archive|no failure|bomb|no-text|binary|doubtful-encoding|other-format)/);
    }
  });

  test('other documents in the same wrapping', () => {
    expect(failureOf(() => readSource('a.odt', zip({ mimetype: 'x' })))).toMatch(/^other-format: This is a \.odt file/);
    expect(failureOf(() => readSource('a.docx', zip({ mimetype: 'x' })))).toMatch(/^bad-archive: .*another kind of document/);
    expect(failureOf(() => readSource('a.docx', zip({ 'xl/workbook.xml': 'x' })))).toMatch(/^bad-archive: .*no text part/);
  });
});
