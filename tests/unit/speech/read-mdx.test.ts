import { describe, expect, test } from 'vitest';
import { readMdx } from '../../../src/speech/read-mdx.ts';
import { reportOn } from '../support/speech.ts';

/** Blocks as an editor would tell them: their kind, line and words. */
const blocks = (source: string) =>
  readMdx('speech.mdx', source).blocks.map((block) => (block.type === 'break' ? `break ${block.line}` : `${block.type} ${block.line}: ${block.text}`));
const textOf = (line: string) => {
  const { blocks: read, problems } = readMdx('speech.mdx', line);
  expect(problems).toEqual([]);
  expect(read).toHaveLength(1);
  return (read[0] as { text: string }).text;
};
const marksOf = (line: string) => {
  const [block] = readMdx('speech.mdx', line).blocks as { text: string; marks: { component: string; start: number; end: number; attributes: Record<string, string> }[] }[];
  return block!.marks.map(({ component, start, end, attributes }) => ({ component, words: block!.text.slice(start, end), attributes }));
};

describe('the blocks of a speech', () => {
  test('a line is a paragraph, ## a head, --- a break, each with its line', () => {
    expect(blocks('同志们：\n\n## 一、形势\n\n稳。\n\n---\n\n进。\n')).toEqual(['paragraph 1: 同志们：', 'head 3: 一、形势', 'paragraph 5: 稳。', 'break 7', 'paragraph 9: 进。']);
  });

  test('front matter is no block, and its lines count', () => {
    expect(blocks('---\ntitle: x\n---\n\n稳。')).toEqual(['paragraph 5: 稳。']);
  });

  test('line ends of Windows change nothing', () => {
    expect(blocks('稳。\r\n\r\n进。\r\n')).toEqual(['paragraph 1: 稳。', 'paragraph 3: 进。']);
  });

  test('an empty file has no blocks', () => {
    expect(readMdx('speech.mdx', '')).toEqual({ blocks: [], problems: [] });
  });
});

describe('the text of a line is what the source says', () => {
  test.each([
    ['\\*\\*书记', '**书记'],
    ['1 \\< 2', '1 < 2'],
    ['\\{甲\\}', '{甲}'],
    ['\\_甲\\_', '_甲_'],
    ['\\`甲\\`', '`甲`'],
    ['\\~甲\\~', '~甲~'],
    ['\\[甲\\](乙)', '[甲](乙)'],
    ['2018\\. 年', '2018. 年'],
    ['\\- 甲', '- 甲'],
    ['\\# 甲', '# 甲'],
    ['\\> 甲', '> 甲'],
    ['&#105;mport 甲', 'import 甲'],
    ['C:\\\\甲', 'C:\\甲'],
    ['AT&amp;T', 'AT&T'],
  ])('%s gives %s', (written, text) => {
    expect(textOf(written)).toBe(text);
  });

  test.each([
    '“稳”……——‘进’',
    "消费超投资'‘的结构",
    '"最多跑一次"',
    '...--',
    'X%、X/X',
    '3 < 5 > 2',
    'a_b_c',
    '甲*乙',
    '#甲',
    '-甲',
    '1.甲',
    '甲|乙',
    '$a$',
    '::甲',
    ':甲[乙]',
    '==甲==',
    '甲^乙^',
    '[[甲]]',
    '[ ] 甲',
    '!甲',
    '　　甲　',
  ])('%s stays as it is', (text) => {
    expect(textOf(text)).toBe(text);
  });

  test.each(['https://example.org/a', 'www.example.org', 'a@example.org'])('the bare address %s stays text', (address) => {
    expect(textOf(`见 ${address} 云`)).toBe(`见 ${address} 云`);
  });

  test('three blanks inside a line survive', () => {
    expect(textOf('锚定发展目标   矢志克难攻坚')).toBe('锚定发展目标   矢志克难攻坚');
  });
});

describe('components', () => {
  test('mark their words, and leave no trace in the text', () => {
    expect(textOf('要<Term id="san-nong">三农</Term>好')).toBe('要三农好');
    expect(marksOf('要<Term id="san-nong">三农</Term>好')).toEqual([{ component: 'Term', words: '三农', attributes: { id: 'san-nong' } }]);
  });

  test('may stand in a head', () => {
    expect(marksOf('## 一、<Note id="a">形势</Note>')).toEqual([{ component: 'Note', words: '形势', attributes: { id: 'a' } }]);
  });

  test('may stand in each other', () => {
    expect(marksOf('甲<Note id="a">乙<Gap kind="place">XX</Gap></Note>')).toEqual([
      { component: 'Gap', words: 'XX', attributes: { kind: 'place' } },
      { component: 'Note', words: '乙XX', attributes: { id: 'a' } },
    ]);
  });

  test('know the place in the file where they begin', () => {
    const [block] = readMdx('speech.mdx', '稳。\n\n😀要<NoTerm>三农</NoTerm>').blocks.slice(1) as { marks: { line: number; column: number }[] }[];
    expect(block!.marks[0]).toMatchObject({ line: 3, column: 4 });
  });

  test('that fill a line make it a paragraph', () => {
    expect(blocks('<NoTerm>稳中求进。</NoTerm>')).toEqual(['paragraph 1: 稳中求进。']);
  });

  test('that fill a line one inside the other make it a paragraph', () => {
    expect(marksOf('<Note id="a"><NoTerm>稳。</NoTerm></Note>')).toEqual([
      { component: 'NoTerm', words: '稳。', attributes: {} },
      { component: 'Note', words: '稳。', attributes: { id: 'a' } },
    ]);
  });

  test('that fill a line one after the other make it one paragraph', () => {
    expect(blocks('<Note id="a">稳。</Note><NoTerm>进。</NoTerm>')).toEqual(['paragraph 1: 稳。进。']);
    expect(marksOf('<Note id="a">稳。</Note><NoTerm>进。</NoTerm>').map(({ words }) => words)).toEqual(['稳。', '进。']);
  });

  test('that fill a line keep the blanks between them', () => {
    expect(blocks('<Note id="a">稳</Note> 　<NoTerm>进</NoTerm> <NoTerm>好</NoTerm>')).toEqual(['paragraph 1: 稳 　进 好']);
  });

  test('that fill two lines make two paragraphs', () => {
    expect(blocks('<Note id="a">稳。</Note>\n\n<NoTerm>进。</NoTerm>')).toEqual(['paragraph 1: 稳。', 'paragraph 3: 进。']);
  });
});

// The text of these speeches begins on line 13.
describe('code is refused, with its place', () => {
  test('an expression in a line', () => {
    expect(reportOn('要{1 + 1}好')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  A speech cannot contain the expression {1 + 1}: content is text, never code.
          Write the result itself, or escape a brace that belongs to the text as \\{ or \\}."
    `);
  });

  test('an expression on a line of its own', () => {
    expect(reportOn('稳。\n\n{secret()}\n\n进。')).toMatchInlineSnapshot(`
      "speech.mdx:15:1  A speech cannot contain the expression {secret()}: content is text, never code.
          Write the result itself, or escape a brace that belongs to the text as \\{ or \\}."
    `);
  });

  test('a comment', () => {
    expect(reportOn('稳。{/* hidden */}')).toMatchInlineSnapshot(`
      "speech.mdx:13:3  A speech cannot contain the expression {/* hidden */}: content is text, never code.
          Write the result itself, or escape a brace that belongs to the text as \\{ or \\}."
    `);
  });

  test('an empty pair of braces', () => {
    expect(reportOn('稳。{}')).toMatchInlineSnapshot(`
      "speech.mdx:13:3  A speech cannot contain the expression {}: content is text, never code.
          Write the result itself, or escape a brace that belongs to the text as \\{ or \\}."
    `);
  });

  test('an expression in a component', () => {
    expect(reportOn('<NoTerm>要{1}好</NoTerm>')).toMatchInlineSnapshot(`
      "speech.mdx:13:10  A speech cannot contain the expression {1}: content is text, never code.
          Write the result itself, or escape a brace that belongs to the text as \\{ or \\}."
    `);
  });

  test('an expression that is never closed', () => {
    expect(reportOn('稳。\n\n要{1 + 好')).toMatchInlineSnapshot(`
      "speech.mdx:15:2  A speech cannot contain the expression {1 + 好}: content is text, never code.
          Write the result itself, or escape a brace that belongs to the text as \\{ or \\}."
    `);
  });

  test('an expression that is no JavaScript', () => {
    expect(reportOn('稳。\n\n要{稳 中}求进')).toMatchInlineSnapshot(`
      "speech.mdx:15:2  A speech cannot contain the expression {稳 中}: content is text, never code.
          Write the result itself, or escape a brace that belongs to the text as \\{ or \\}."
    `);
  });

  test('an import', () => {
    expect(reportOn('稳。\n\nimport Foo from "./foo.astro"\n\n进。')).toMatchInlineSnapshot(`
      "speech.mdx:15:1  A speech cannot import or export anything: content is text, never code.
          Remove the line; our components need no import. If the source text itself begins so, write its first letter as a code: &#105;mport, &#101;xport."
    `);
  });

  test('an import that is no JavaScript', () => {
    expect(reportOn('import 稳 中 求 进')).toMatchInlineSnapshot(`
      "speech.mdx:13:1  A speech cannot import or export anything: content is text, never code.
          Remove the line; our components need no import. If the source text itself begins so, write its first letter as a code: &#105;mport, &#101;xport."
    `);
  });

  test('an export', () => {
    expect(reportOn('稳。\n\nexport const a = 1')).toMatchInlineSnapshot(`
      "speech.mdx:15:1  A speech cannot import or export anything: content is text, never code.
          Remove the line; our components need no import. If the source text itself begins so, write its first letter as a code: &#105;mport, &#101;xport."
    `);
  });
});

describe('Markdown markup is refused, with its place and its escape', () => {
  test('bold', () => {
    expect(reportOn('推动**高质量发展**具有')).toMatchInlineSnapshot(`
      "speech.mdx:13:3  The text contains Markdown markup (bold), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\*\\*); otherwise remove them."
    `);
  });

  test('italics', () => {
    expect(reportOn('推动*高质量发展*具有')).toMatchInlineSnapshot(`
      "speech.mdx:13:3  The text contains Markdown markup (emphasis), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\* or \\_); otherwise remove them."
    `);
  });

  test('strike-through', () => {
    expect(reportOn('推动~~高质量~~发展')).toMatchInlineSnapshot(`
      "speech.mdx:13:3  The text contains Markdown markup (strike-through), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\~); otherwise remove them."
    `);
  });

  test('code', () => {
    expect(reportOn('推动`高质量`发展')).toMatchInlineSnapshot(`
      "speech.mdx:13:3  The text contains Markdown markup (code), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\\`); otherwise remove them."
    `);
  });

  test('a block of code', () => {
    expect(reportOn('```\n稳。\n```')).toMatchInlineSnapshot(`
      "speech.mdx:13:1  The text contains Markdown markup (a code block), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\\`\\\`\\\`); otherwise remove them."
    `);
  });

  test('a list', () => {
    expect(reportOn('- 稳就业\n- 稳金融')).toMatchInlineSnapshot(`
      "speech.mdx:13:1  The text contains Markdown markup (a list), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (1\\. or \\-); otherwise remove them."
    `);
  });

  test('a numbered list', () => {
    expect(reportOn('稳。\n\n1. 稳就业')).toMatchInlineSnapshot(`
      "speech.mdx:15:1  The text contains Markdown markup (a list), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (1\\. or \\-); otherwise remove them."
    `);
  });

  test('a block quotation', () => {
    expect(reportOn('> 稳就业')).toMatchInlineSnapshot(`
      "speech.mdx:13:1  The text contains Markdown markup (a block quotation), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\>); otherwise remove them."
    `);
  });

  test('a table', () => {
    expect(reportOn('| 稳 | 进 |\n| - | - |\n| 1 | 2 |')).toMatchInlineSnapshot(`
      "speech.mdx:13:1  The text contains Markdown markup (a table), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\|); otherwise remove them."
    `);
  });

  test('a link', () => {
    expect(reportOn('见[公报](https://example.org/)')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  The text contains Markdown markup (a link), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\[); otherwise remove them."
    `);
  });

  test('an image', () => {
    expect(reportOn('见![公报](a.png)')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  The text contains Markdown markup (an image), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\!\\[); otherwise remove them."
    `);
  });

  test('a link by reference, and its definition', () => {
    expect(reportOn('见[公报]\n\n[公报]: https://example.org/')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  The text contains Markdown markup (a link), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\[); otherwise remove them.
      speech.mdx:15:1  The text contains Markdown markup (a link definition), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\[); otherwise remove them."
    `);
  });

  test('a footnote, and its text', () => {
    expect(reportOn('见公报[^1]。\n\n[^1]: 稳。')).toMatchInlineSnapshot(`
      "speech.mdx:13:4  The text contains Markdown markup (a footnote), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\[^); otherwise remove them.
      speech.mdx:15:1  The text contains Markdown markup (a footnote), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\[^); otherwise remove them."
    `);
  });

  test('a heading of the first level', () => {
    expect(reportOn('# 讲话\n\n稳。')).toMatchInlineSnapshot(`
      "speech.mdx:13:1  A heading of level 1 has no place in a speech.
          Section heads are written with two signs: ## 一、…. The title stands in the front matter."
    `);
  });

  test('a heading of the third level', () => {
    expect(reportOn('稳。\n\n### （一）形势')).toMatchInlineSnapshot(`
      "speech.mdx:15:1  A heading of level 3 has no place in a speech.
          Section heads are written with two signs: ## 一、…. The title stands in the front matter."
    `);
  });

  test('markup in a head', () => {
    expect(reportOn('## 一、**形势**\n\n稳。')).toMatchInlineSnapshot(`
      "speech.mdx:13:6  The text contains Markdown markup (bold), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\*\\*); otherwise remove them."
    `);
  });

  test('markup in a component', () => {
    expect(reportOn('要<NoTerm>**三农**好</NoTerm>')).toMatchInlineSnapshot(`
      "speech.mdx:13:10  The text contains Markdown markup (bold), which would change what the source says.
          If the characters belong to the source, escape them with a backslash (\\*\\*); otherwise remove them."
    `);
  });
});

describe('components that are not right are refused, with their place', () => {
  test('one that is not known', () => {
    expect(reportOn('稳。\n\n要<Foo>三农</Foo>好')).toMatchInlineSnapshot(`
      "speech.mdx:15:2  <Foo> is not a component that a speech may use.
          Use one of <Term>, <NoTerm>, <Sic>, <Note>, <Gap>; to print the characters < and > write \\< and \\>."
    `);
  });

  test('one that is not known, on a line of its own', () => {
    expect(reportOn('<Callout>稳。</Callout>')).toMatchInlineSnapshot(`
      "speech.mdx:13:1  <Callout> is not a component that a speech may use.
          Use one of <Term>, <NoTerm>, <Sic>, <Note>, <Gap>; to print the characters < and > write \\< and \\>."
    `);
  });

  test('an element of HTML', () => {
    expect(reportOn('稳。<br/>进。')).toMatchInlineSnapshot(`
      "speech.mdx:13:3  <br> is not a component that a speech may use.
          Use one of <Term>, <NoTerm>, <Sic>, <Note>, <Gap>; to print the characters < and > write \\< and \\>."
    `);
  });

  test('one that is named like something of JavaScript’s own', () => {
    expect(reportOn('<constructor>稳。</constructor>')).toMatchInlineSnapshot(`
      "speech.mdx:13:1  <constructor> is not a component that a speech may use.
          Use one of <Term>, <NoTerm>, <Sic>, <Note>, <Gap>; to print the characters < and > write \\< and \\>."
    `);
  });

  test('one without a name', () => {
    expect(reportOn('要<>三农</>')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  <> is not a component that a speech may use.
          Use one of <Term>, <NoTerm>, <Sic>, <Note>, <Gap>; to print the characters < and > write \\< and \\>."
    `);
  });

  test('an attribute that is an expression', () => {
    expect(reportOn('要<Term id={slug}>三农</Term>')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  <Term>: its attributes must be plain texts in "quotation marks".
          Write it as <Term id="liang-ge-wei-hu">两个坚决维护</Term>."
    `);
  });

  test('attributes that are spread', () => {
    expect(reportOn('要<Term {...all}>三农</Term>')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  <Term>: its attributes must be plain texts in "quotation marks".
          Write it as <Term id="liang-ge-wei-hu">两个坚决维护</Term>."
    `);
  });

  test('an attribute without a value', () => {
    expect(reportOn('要<Term id>三农</Term>')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  <Term>: its attributes must be plain texts in "quotation marks".
          Write it as <Term id="liang-ge-wei-hu">两个坚决维护</Term>."
    `);
  });

  test('an attribute that it does not have', () => {
    expect(reportOn('要<NoTerm id="san-nong">三农</NoTerm>')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  <NoTerm>: it has no attribute “id”.
          Write it as <NoTerm>担当</NoTerm>."
    `);
  });

  test('a missing id', () => {
    expect(reportOn('要<Term>三农</Term>')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  <Term>: the attribute “id” is missing.
          Write it as <Term id="liang-ge-wei-hu">两个坚决维护</Term>."
    `);
  });

  test('an empty id', () => {
    expect(reportOn('要<Note id="">三农</Note>')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  <Note>: the attribute “id” is missing.
          Write it as <Note id="songxian">嵩县</Note>."
    `);
  });

  test('a kind of gap that is not known', () => {
    expect(reportOn('在<Gap kind="city">XX</Gap>市')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  <Gap>: “city” is not one of the kinds place, name, number, ordinal, year, unspecified, none.
          Write it as <Gap kind="place">XX</Gap>."
    `);
  });

  test('one without words', () => {
    expect(reportOn('要<NoTerm/>好')).toMatchInlineSnapshot(`
      "speech.mdx:13:2  <NoTerm>: there are no words inside it.
          Write it as <NoTerm>担当</NoTerm>."
    `);
  });

  test('one that is never closed', () => {
    expect(reportOn('稳。\n\n要<NoTerm>三农好')).toMatchInlineSnapshot(`
      "speech.mdx:15:2  The MDX cannot be read: Expected a closing tag for \`<NoTerm>\` (15:2) before the end of \`paragraph\` (mdx-jsx:unexpected-character)
          Close every component, and escape < and { that belong to the text as \\< and \\{."
    `);
  });

  test('one that is closed and never opened', () => {
    expect(reportOn('要三农</NoTerm>好')).toMatchInlineSnapshot(`
      "speech.mdx:13:4  The MDX cannot be read: Unexpected closing tag \`</NoTerm>\`, expected an open tag first (mdx-jsx:unexpected-character)
          Close every component, and escape < and { that belong to the text as \\< and \\{."
    `);
  });

  test('two that cross', () => {
    expect(reportOn('<Note id="a">要<NoTerm>三农</Note>好</NoTerm>')).toMatchInlineSnapshot(`
      "speech.mdx:13:25  The MDX cannot be read: Unexpected closing tag \`</Note>\`, expected corresponding closing tag for \`<NoTerm>\` (13:15) (mdx-jsx:unexpected-character)
          Close every component, and escape < and { that belong to the text as \\< and \\{."
    `);
  });

  test('a sign that only looks like one', () => {
    expect(reportOn('稳。\n\n增长<5%')).toMatchInlineSnapshot(`
      "speech.mdx:15:3  The MDX cannot be read: Unexpected character after \`<\`, expected a valid JSX tag (note: to create a link in MDX, use \`[text](url)\`) (mdx-jsx:unexpected-character)
          Close every component, and escape < and { that belong to the text as \\< and \\{."
    `);
  });

  test('a comment of HTML', () => {
    expect(reportOn('稳。<!-- 进 -->')).toMatchInlineSnapshot(`
      "speech.mdx:13:3  The MDX cannot be read: Unexpected character \`!\` (U+0021) before name, expected a character that can start a name, such as a letter, \`$\`, or \`_\` (note: to create a comment in MDX, use \`{/* text */}\`) (mdx-jsx:unexpected-character)
          Close every component, and escape < and { that belong to the text as \\< and \\{."
    `);
  });
});

describe('paragraphs of more than one line are refused', () => {
  test('two lines', () => {
    expect(reportOn('稳。\n\n进。\n好。')).toMatchInlineSnapshot(`
      "speech.mdx:15:1  A paragraph runs over more than one line.
          Write each paragraph of the source on one line, and leave an empty line between paragraphs."
    `);
  });

  test('two lines with blanks before the break', () => {
    expect(reportOn('稳。  \n进。')).toMatchInlineSnapshot(`
      "speech.mdx:13:3  A paragraph runs over more than one line.
          Write each paragraph of the source on one line, and leave an empty line between paragraphs."
    `);
  });

  test('two lines with a backslash before the break', () => {
    expect(reportOn('稳。\\\n进。')).toMatchInlineSnapshot(`
      "speech.mdx:13:3  A paragraph runs over more than one line.
          Write each paragraph of the source on one line, and leave an empty line between paragraphs."
    `);
  });

  test('a component around two lines', () => {
    expect(reportOn('<NoTerm>\n稳。\n</NoTerm>')).toMatchInlineSnapshot(`
      "speech.mdx:13:1  A paragraph runs over more than one line.
          Write each paragraph of the source on one line, and leave an empty line between paragraphs."
    `);
  });

  test('a component around two paragraphs', () => {
    expect(reportOn('<NoTerm>\n\n稳。\n\n进。\n\n</NoTerm>')).toMatchInlineSnapshot(`
      "speech.mdx:13:1  A paragraph runs over more than one line.
          Write each paragraph of the source on one line, and leave an empty line between paragraphs."
    `);
  });

  test('a line of --- directly below a paragraph, which would make it a head', () => {
    expect(reportOn('稳。\n---\n\n进。')).toMatchInlineSnapshot(`
      "speech.mdx:13:1  A paragraph runs over more than one line.
          Write each paragraph of the source on one line, and leave an empty line between paragraphs."
    `);
  });

  test('a line of === directly below a paragraph', () => {
    expect(reportOn('稳。\n===\n\n进。')).toMatchInlineSnapshot(`
      "speech.mdx:13:1  A paragraph runs over more than one line.
          Write each paragraph of the source on one line, and leave an empty line between paragraphs."
    `);
  });
});

test('all problems of a file are reported at once, in order', () => {
  expect(
    reportOn('**稳**。{1}\n\n<Foo>进</Foo>')
      .split('\n')
      .filter((line) => !line.startsWith(' ')),
  ).toEqual([
    expect.stringContaining('speech.mdx:13:1  The text contains Markdown markup (bold)'),
    expect.stringContaining('speech.mdx:13:7  A speech cannot contain the expression {1}'),
    expect.stringContaining('speech.mdx:15:1  <Foo> is not a component'),
  ]);
});
