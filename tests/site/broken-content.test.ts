import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { scratchProject } from '../support/scratch.ts';

const project = scratchProject();
afterAll(() => project.remove());

const speech = 'src/content/speeches/ziyang-study-session.mdx';
const term = 'src/content/glossary/liang-ge-wei-hu.mdx';

describe('a build stops on broken content', () => {
  test('in a speech: every problem with file, line and column, why, and what to write instead', () => {
    project.edit(speech, (text) =>
      text
        .replace('市委召开这次读书班', '<Quote>市委</Quote>召开这次读书班')
        .replace('“国之大者”', '“<Term id="guo-zhi-da-zhi">国之大者</Term>”')
        .replace('一分部署，九分落实', '一分部署，{9}分落实')
        .replace('留得青山在', '留得绿水在'),
    );
    const { status, output } = project.build();
    expect(status).not.toBe(0);
    const lines = readFileSync(join(project.root, speech), 'utf8').split('\n');
    const lineOf = (words: string) => lines.findIndex((line) => line.includes(words)) + 1;
    for (const words of [
      `ziyang-study-session.mdx:${lineOf('<Quote>')}:1  <Quote> is not a component that a speech may use.`,
      'Use one of <Term>, <NoTerm>, <Sic>, <Note>, <Gap>; to print the characters < and > write \\< and \\>.',
      `ziyang-study-session.mdx:${lineOf('guo-zhi-da-zhi"')}:`,
      '<Term id="guo-zhi-da-zhi"> names a term that the glossary does not have.',
      'Did you mean “guo-zhi-da-zhe”?',
      'A speech cannot contain the expression {9}: content is text, never code.',
      'The text disagrees with its lock at p',
    ])
      expect(output).toContain(words);
    expect(existsSync(join(project.root, 'dist/index.html'))).toBe(false);
  });

  test('in the glossary, the sources and the locks', () => {
    project.edit(term, (text) => text.replace('kind: numbered-formula', 'kind: numbered').replace('revised:', 'revisd:'));
    project.edit('src/content/glossary/liang-ge-que-li.mdx', (text) =>
      text.replace(/source: \S+/, 'source: no-such-source').replace('related:', 'variants: [三大攻坚战]\nrelated:'),
    );
    project.edit('src/content/permalinks/addresses.json', (text) => text.replace('"terms": {', '"terms": {\n   "a-term-that-went": "一个词条",'));
    const { status, output } = project.build();
    expect(status).not.toBe(0);
    for (const words of [
      /liang-ge-wei-hu\.mdx:4:1\s+Field “kind”: /,
      /liang-ge-wei-hu\.mdx:\d+:1\s+Field “revisd” is not known here\./,
      /There is no source “no-such-source” in src\/content\/sources\//,
      /The surface form “三大攻坚战” is already claimed by src\/content\/glossary\/san-da-gong-jian-zhan\.mdx\.|src\/content\/glossary\/liang-ge-que-li\.mdx\./,
      /The lock promises an address for the term “a-term-that-went”, but its file is gone\./,
    ])
      expect(output).toMatch(words);
  });
});
