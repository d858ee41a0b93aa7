import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tellImport } from '../../../src/importer/report.ts';
import { toText } from '../../../src/speech/to-text.ts';
import { sourceLines } from '../../../src/text/source-lines.ts';
import { importFixture } from './support.ts';

// tests/fixtures/import/ holds invented texts in the shapes in which speeches are found: pages with menus round them, reports
// with tables, texts from PDF, from Taiwan, Hong Kong and America. tests/golden/import/ holds what the importer makes of each:
// the report that the editor sees, and the file that is written. They were read line by line; a change here is a change for editors.

const names = readdirSync(new URL('../../fixtures/import', import.meta.url)).sort();

describe.each(names)('%s', (name) => {
  test('is taken apart as it was when an editor looked at it', async () => {
    const { document, imported } = importFixture(`import/${name}`);
    const report = tellImport({ document, imported }, { source: name });
    await expect(`${report}\n\n${imported.mdx}`).toMatchFileSnapshot(`../../golden/import/${name}.golden`);
  });

  test('loses no line, whether furniture is removed or not', () => {
    const { document, imported } = importFixture(`import/${name}`);
    const lines = document.lines.filter(({ hints }) => !hints.break).map(({ text }) => text);
    const back = (text: string) => sourceLines(text).map((line) => line.text);
    expect(back(toText(imported.speech))).toEqual(lines);
    const cleared = importFixture(`import/${name}`, { remove: 'all' }).imported;
    const gone = new Set(cleared.structure.removed.map(({ line }) => line));
    expect(back(toText(cleared.speech))).toEqual(document.lines.filter(({ line, hints }) => !gone.has(line) && !hints.break).map(({ text }) => text));
    expect(cleared.metadata.source.removed).toEqual(cleared.structure.removed.map(({ text }) => text));
  });
});

test('an editor who removes the furniture and joins what was broken gets the whole speech and nothing else', () => {
  const { imported } = importFixture('import/wrapped.txt', { remove: 'all', join: 'all' });
  expect(toText(imported.speech)).toMatchInlineSnapshot(`
    "在全省档案工作会议上的讲话
    （2019年11月8日）

    同志们：
    这次会议是经省政府同意召开的。会议的主要任务是总结近年来全省档案工作，研究部署今后一个时期的任务。刚才，五个市作了交流发言，讲得很好，大家要认真学习借鉴他们的做法。下面，我讲三点意见[1]。
    一、充分认识做好档案工作的重要意义
    档案工作是一项基础性工作，存史、资政、育人，作用不可替代。各地各部门要从全局出发，把档案工作摆上重要位置。
    近年来，全省各级档案部门围绕中心、服务大局，做了大量工作。全省馆藏档案达到1200万卷，数字化率达到65%以上。
    二、扎实推进档案事业发展
    要坚持依法管档。《档案法》是我们做好工作的根本依据，要学习好、宣传好、贯彻好。要坚持改革创新，加快数字档案馆建设，让数据多跑路、群众少跑腿，不断提高服务水平。
    [1] 本文根据会议录音整理。
    "
  `);
});

test('a page gives its speech alone when what was offered is removed', () => {
  const { imported } = importFixture('import/page-site.html', { remove: 'all' });
  expect(
    toText(imported.speech)
      .split('\n')
      .filter((line) => line !== ''),
  ).toEqual([
    '夯实责任　科学调度',
    '在全市防汛工作会议上的讲话',
    '周　明',
    '同志们：',
    ...importFixture('import/page-site.html')
      .document.lines.slice(10, 18)
      .map(({ text }) => text),
  ]);
});
