import { describe, expect, test } from 'vitest';
import { readBody } from '../../../src/corpus/read-body.ts';
import { report } from '../support/speech.ts';

const file = 'san-nong.mdx';
const withFrontMatter = (text: string) => `---\nterm: 三农\n---\n\n${text}\n`;
const zh = '<Zh>\n\n一、“三农”：*农业 \\< 农村*。\n\n二。\n\n</Zh>';
const en = '<En>\n\nA *village* & **more**.\n\n</En>';
const problemsIn = (text: string) => report(readBody(file, withFrontMatter(text)).problems);

describe('the text of an entry', () => {
  test('is paragraphs with emphasis, escaped', () => {
    expect(readBody(file, withFrontMatter(`${zh}\n\n${en}`))).toEqual({
      body: { zh: '<p>一、“三农”：<em>农业 &lt; 农村</em>。</p><p>二。</p>', en: '<p>A <em>village</em> &amp; <strong>more</strong>.</p>' },
      problems: [],
    });
  });

  test('may be absent', () => {
    expect(readBody(file, withFrontMatter(''))).toEqual({ body: undefined, problems: [] });
  });
});

describe('what it cannot hold is reported with its place', () => {
  test.each([
    ['one language only', zh],
    ['a text outside <Zh> and <En>', `更多。\n\n${en}`],
    ['a second <Zh>', `${zh}\n\n${zh}\n\n${en}`],
    ['an expression in braces', `${zh}\n\n<En>\n\nA {1 + 1}.\n\n</En>`],
    ['an import or export', `import x from 'y'\n\n${zh}\n\n${en}`],
    ['<Other>', `${zh}\n\n<Other>x</Other>\n\n${en}`],
    ['<Term>', `<Zh>\n\n<Term id="x">更多</Term>。\n\n</Zh>\n\n${en}`],
    ['a link', `<Zh>\n\n见[网页](https://example.org/)。\n\n</Zh>\n\n${en}`],
    ['Markdown of the kind “list”', `<Zh>\n\n- 一\n- 二\n\n</Zh>\n\n${en}`],
  ])('%s', (what, text) => {
    const told = problemsIn(text);
    expect(told).toContain(`The text of an entry cannot hold ${what}`);
    expect(told).toMatch(/^san-nong\.mdx:\d+:\d+ /);
  });

  test('a component that is not closed', () => {
    expect(problemsIn('<Zh>\n\n更多。')).toMatch(/^san-nong\.mdx:\d+:\d+ {2}The MDX cannot be read: /);
  });
});
