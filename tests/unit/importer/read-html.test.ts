import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/importer/read-html.ts';
import { failureOf } from './support.ts';

const read = (body: string) => readHtml(Buffer.from(`<!doctype html><meta charset=utf-8>${body}`));
const texts = (body: string) => read(body).lines.map(({ text }) => text);
const said = (body: string) => read(body).remarks.map(({ message }) => message);

describe('the lines of a page', () => {
  test.each([
    ['<p>甲</p><p>乙', ['甲', '乙']],
    ['甲<br>乙<br/>丙', ['甲', '乙', '丙']],
    ['<div>甲<div>乙</div>丙</div>', ['甲', '乙', '丙']],
    ['<p>甲<b>乙</b><i>丙</b>丁', ['甲乙丙丁']],
    ['<p>甲\n\t乙</p>', ['甲乙']],
    ['<p>one\n two</p>', ['one two']],
    ['<p>增长 5 %\n左右</p>', ['增长 5 % 左右']],
    ['<pre>甲\n  乙</pre>', ['甲', '乙']],
    ['<p>&nbsp;&nbsp;甲&amp;乙 &lt;b&gt; &copy; &#20013;</p>', ['甲&乙 <b> © 中']],
    ['<p></p><p> </p><p>甲</p>', ['甲']],
    ['<ruby>踔<rt>chuō</rt></ruby>厉', ['踔厉']],
  ])('%s', (body, lines) => {
    expect(texts(body)).toEqual(lines);
  });

  test('are the rows of a table of data, and the paragraphs of a table that lays out a page', () => {
    expect(texts('<table><caption>表</caption><tr><th>甲<th>乙<tr><td>1<td><p>2</p></table>')).toEqual(['表', '甲\t乙', '1\t2']);
    expect(texts('<table><tr><td><table><tr><td>甲<td>乙</table><td><p>丙</p><p>丁</p></table>')).toEqual(['甲', '乙', '丙', '丁']);
  });

  test('have the numbers of an ordered list, unless the items have their own', () => {
    expect(texts('<ol start=3><li>甲<li>乙</ol><ol><li>一、丙</ol><ol style="list-style: none"><li>丁</ol><ul><li>戊</ul>')).toEqual(['3. 甲', '4. 乙', '一、丙', '丁', '戊']);
  });
});

describe('what is no text', () => {
  test('is never run, is left out, and is named', () => {
    const body =
      '<script>document.write("<p>x")</script><style>p{}</style><noscript>打开脚本</noscript><template>t</template><p>甲<img alt=图><svg><text>s</text></svg><input value=v></p>';
    expect(texts(body)).toEqual(['甲']);
    expect(said(body)).toEqual(['Left out: parts for browsers without scripts (1), scripts (1), style sheets (1), templates of scripts (1), pictures (2), fields of forms (1).']);
  });

  test('is quoted when the page hides words', () => {
    expect(said('<p>甲</p><p hidden>乙</p><p style="display:none">丙</p>')).toEqual(['Left out, since the page hides it: “乙”, “丙”.']);
  });

  test('is all there is, when scripts put the page together', () => {
    expect(failureOf(() => read('<div id=app></div><script src=a.js></script>'))).toBe(
      'no-text: There is no text in the file; the page is put together by scripts, which are not run.',
    );
  });
});

describe('what the layout says', () => {
  const hints = (body: string) => read(body).lines.map((line) => line.hints);

  test('titles, headings, centred lines', () => {
    expect(hints('<h1>甲</h1><h2>乙</h2><p align=center>丙</p><p style="text-align:right">丁</p>')).toEqual([
      { level: 1, title: true },
      { level: 2 },
      { centred: true },
      { right: true },
    ]);
    expect(hints('<h1>甲</h1><h1>乙</h1>')).toEqual([{ level: 1 }, { level: 1 }]);
  });

  test.each([
    ['<nav>首页</nav>', 'it stands in <nav>'],
    ['<div role=navigation>首页</div>', 'its role is navigation'],
    ['<div class="share-box">分享</div>', 'it stands in “share-box”'],
    ['<div class="a"><a href=#>新闻</a> | <a href=#>服务</a></div>', 'it is nothing but links'],
    ['<div class="b">别处</div>', 'it stands outside the element that holds the text'],
  ])('%s may be furniture', (part, why) => {
    const body = `${part}<div class="text"><p>${'同志们，今天的会议很重要，大家要认真学习领会。'.repeat(4)}</p></div>`;
    expect(hints(body)[0]).toEqual({ furniture: why });
    expect(hints(body)[1]).toEqual({});
  });

  test('the header of the text itself is none', () => {
    expect(hints('<header><h1>甲</h1><p>2021年3月5日</p></header>')[0]).toEqual({ level: 1, title: true });
  });
});

test('a page in the encoding that it names is read so', () => {
  const page = Buffer.concat([
    Buffer.from('<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head><p>caf'),
    Buffer.from([0xe9]),
    Buffer.from('</p>'),
  ]);
  expect(readHtml(page).lines.map(({ text }) => text)).toEqual(['café']);
});

test.each([2_000, 1_000_000])('%i elements inside one another are no crash', (count) => {
  expect(failureOf(() => read(`${'<div>'.repeat(count)}甲`))).toMatch(/^other-format: .*nested too deep/);
});
