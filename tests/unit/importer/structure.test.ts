import { describe, expect, test } from 'vitest';
import { findBreaks } from '../../../src/importer/breaks.ts';
import { findDate } from '../../../src/importer/dates.ts';
import { detectStructure, type StructureOptions } from '../../../src/importer/detect-structure.ts';
import { findFurniture } from '../../../src/importer/furniture.ts';
import { isDateline, isGreeting } from '../../../src/importer/head-matter.ts';
import { joinLines } from '../../../src/importer/join-lines.ts';
import { readChoice } from '../../../src/importer/line-choice.ts';
import { markerOf } from '../../../src/importer/markers.ts';
import { chineseNumeral, readNumeral } from '../../../src/importer/numerals.ts';
import type { Hints } from '../../../src/importer/read-document.ts';
import { failureOf, linesOf } from './support.ts';

const prose = '同志们，今天的会议很重要，大家要认真学习领会，抓好各项工作的落实。';
const roles = (text: string, hints: Readonly<Record<number, Hints>> = {}, options: StructureOptions = {}) =>
  detectStructure(linesOf(text, hints), options).decisions.map(({ line, role }) => `${line} ${role}`);

describe('the title block', () => {
  test('title, subtitle, name and date before a greeting', () => {
    expect(roles(`在全市会议上的讲话\n——以团结凝聚力量\n张　三\n（2021年3月5日）\n同志们：\n${prose}`)).toEqual([
      '1 title',
      '2 subtitle',
      '3 byline',
      '4 dateline',
      '5 salutation',
    ]);
  });

  test('two lines of title are one title', () => {
    expect(detectStructure(linesOf(`锚定目标   矢志攻坚\n奋力推动发展\n同志们：\n${prose}`)).title.lines).toEqual(['锚定目标   矢志攻坚', '奋力推动发展']);
  });

  test('none, when the text begins at once', () => {
    expect(roles(`各位领导，同志们：\n${prose}`)).toEqual(['1 salutation']);
    expect(detectStructure(linesOf(`${prose}\n${prose}`)).title).toEqual({ above: [], lines: [], below: [] });
    expect(detectStructure(linesOf(`一、形势\n${prose}`)).title.lines).toEqual([]);
  });

  test('a kicker stands above a title that the layout marks', () => {
    expect(detectStructure(linesOf(`夯实责任\n讲话\n同志们：\n${prose}`, { 2: { title: true } })).title).toEqual({ above: ['夯实责任'], lines: ['讲话'], below: [] });
  });

  test('furniture that stays keeps its place round it', () => {
    expect(detectStructure(linesOf(`首页 > 新闻\n关于丰收的讲话\n来源：云河日报\n同志们：\n${prose}`)).title).toEqual({
      above: ['首页 > 新闻'],
      lines: ['关于丰收的讲话'],
      below: ['来源：云河日报'],
    });
  });

  test('and ends a title that it stands in, so that every line keeps its place', () => {
    expect(detectStructure(linesOf(`——在会议上的讲话\n字号：大 中 小\n——续\n同志们：\n${prose}`)).title).toEqual({
      above: [],
      lines: ['——在会议上的讲话'],
      below: ['字号：大 中 小', '——续'],
    });
  });

  test('a covering page and a number of a document stand above it', () => {
    expect(detectStructure(linesOf(`云河市人民政府文件\n云政〔2021〕13号\n\n关于做好春耕工作的通知\n\n各县人民政府：\n${prose}`)).title).toMatchObject({
      above: ['云河市人民政府文件', '云政〔2021〕13号'],
      lines: ['关于做好春耕工作的通知'],
    });
  });

  test('a table of contents is offered, and is no title', () => {
    const { title, removable } = detectStructure(linesOf(`目　录\n一、回顾\n二、展望\n工作报告\n各位代表：\n${prose}\n一、回顾\n${prose}\n二、展望\n${prose}`));
    expect([title.lines, removable.map(({ line }) => line)]).toEqual([['工作报告'], [1, 2, 3]]);
  });

  test.each(['（根据录音整理，未经本人审阅）', '（节选）', '（2021年1月8日市委常委会通过）', '[As prepared for delivery]'])('%s is a remark on the text', (line) => {
    expect(roles(`在全市会议上的讲话\n${line}\n同志们：\n${prose}`)).toEqual([expect.any(String), expect.stringMatching(/^2 (?:note|dateline)$/), '3 salutation']);
  });

  test('one that the editor names is found in the text, or else is the editor’s', () => {
    const text = `云河市人民政府\n文件汇编\n同志们：\n${prose}`;
    expect(detectStructure(linesOf(text), { title: ['文件汇编'] }).title).toMatchObject({ above: ['云河市人民政府'], lines: ['文件汇编'] });
    expect(detectStructure(linesOf(text), { title: ['另一题目'] }).title.lines).toEqual([]);
  });

  test.each([
    '（2021年3月5日）',
    '二〇二一年三月五日',
    '（2021年3月5日在全市干部会议上）',
    '（20××年×月×日）',
    '2021-03-05',
    '中華民國一一○年五月六日',
    'March 5, 2021',
    'Delivered on 5 March 2021',
    '（２０２０年１月）',
  ])('%s is a date line', (line) => {
    expect(isDateline(line)).toBe(true);
  });

  test.each(['2021年是关键之年', '2020年工作回顾', '一、2021年工作安排', prose, 'In March 2021 we met again, and it was good.'])('%s is none', (line) => {
    expect(isDateline(line)).toBe(false);
  });

  test.each([
    '同志们：',
    '各位代表：',
    '尊敬的各位来宾，女士们、先生们，朋友们：',
    '各位貴賓、各位鄉親父老，大家好：',
    'Ladies and Gentlemen,',
    'My fellow citizens:',
    '各位同事，下午好。',
  ])('%s is a greeting', (line) => {
    expect(isGreeting(line)).toBe(true);
  });

  test.each(['落实总体要求，要把握好以下五个方面：', prose, '一、各位代表：工作回顾。'])('%s is none', (line) => {
    expect(isGreeting(line)).toBe(false);
  });
});

describe('heads', () => {
  test('一、 alone on a line is a section head, （一） below it a head within', () => {
    expect(roles(`同志们：\n一、形势\n${prose}\n（一）成绩\n${prose}\n二、任务\n${prose}`)).toEqual(['1 salutation', '2 head', '4 subhead', '6 head']);
  });

  test('（一） alone is a section head where there is no 一、', () => {
    expect(roles(`题目\n\n${prose}\n（一）\n${prose}\n（二）\n${prose}`)).toEqual(['1 title', '4 head', '6 head']);
  });

  test('numerals that stand alone divide an essay', () => {
    expect(roles(`办好学校\n江　川\n${prose}\n一\n${prose}\n二\n${prose}`)).toEqual(['1 title', '2 byline', '4 head', '6 head']);
  });

  test('heads at the beginning of their paragraph are run-in heads', () => {
    expect(roles(`同志们：\n（一）抓项目。要抓好。\n第一，忠诚。要忠诚。\n一是抓落实。要落实。\n1.改善民生。办好实事。\n（1）修路。已修好。`)).toEqual([
      '1 salutation',
      ...[2, 3, 4, 5, 6].map((line) => `${line} run-in`),
    ]);
  });

  test('a list is no row of heads', () => {
    expect(roles(`同志们：\n${prose}\n一、抓项目\n二、抓服务\n三、抓作风\n${prose}`)).toEqual(['1 salutation', '3 item', '4 item', '5 item']);
  });

  test('levels of the layout go before numbers', () => {
    expect(roles(`甲\n${prose}\n乙\n${prose}`, { 1: { level: 2 }, 3: { level: 3 } })).toEqual(['1 head', '3 head']);
    expect(roles(`题目\n甲\n${prose}\n（一）乙\n${prose}`, { 1: { title: true }, 2: { level: 2 }, 4: { level: 3 } })).toEqual(['1 title', '2 head', '4 subhead']);
  });

  test('a skip in the numbering is named', () => {
    expect(detectStructure(linesOf(`同志们：\n一、形势\n${prose}\n三、任务\n${prose}`)).oddities).toEqual([{ line: 4, message: '三、 follows number 1 of line 2.' }]);
    expect(detectStructure(linesOf(`同志们：\n一、形势\n（一）甲。乙。\n（二）甲。乙。\n二、任务\n（一）甲。乙。`)).oddities).toEqual([]);
  });

  test.each([
    ['一、形势', 'chinese', 1, '形势'],
    ['十二、任务', 'chinese', 12, '任务'],
    ['（三）成绩', 'chinese-bracketed', 3, '成绩'],
    ['(三)成绩', 'chinese-bracketed', 3, '成绩'],
    ['第二部分　回顾', 'part', 2, '回顾'],
    ['1.甲', 'digit', 1, '甲'],
    ['２．甲', 'digit', 2, '甲'],
    ['3、甲', 'digit', 3, '甲'],
    ['（4）甲', 'digit-bracketed', 4, '甲'],
    ['⑤甲', 'digit-bracketed', 5, '甲'],
    ['第一，甲', 'ordinal', 1, '甲'],
    ['二是甲', 'point', 2, '甲'],
  ])('%s begins with a sign', (text, kind, number, rest) => {
    expect(markerOf(text)).toEqual({ kind, number, rest });
  });

  test.each(['2020年', '3.5%', '一般来说', '第一次', '十年来', '二〇二〇年'])('%s does not', (text) => {
    expect(markerOf(text)).toBeUndefined();
  });
});

describe('furniture of pages', () => {
  const why = (text: string) => Object.fromEntries(findFurniture(linesOf(text)));

  test.each([
    ['打印', 'a button or label of a web page'],
    ['【关闭窗口】', 'a button or label of a web page'],
    ['字号：大 中 小', 'a label of a web page'],
    ['[大 中 小]', 'buttons of a web page'],
    ['来源：云河日报', 'a label of a web page'],
    ['索 引 号：0001', 'a label of a web page'],
    ['首页 > 政务 > 讲话', 'a path through a site'],
    ['首页 | 新闻 | 政务 | 服务', 'a menu'],
    ['版权所有：云河市人民政府', 'a notice of rights or registration'],
    ['京ICP备12345678号', 'a notice of rights or registration'],
    ['2021-04-15 16:40', 'the time at which a page was put up'],
    ['- 3 -', 'a page number'],
    ['第 3 页 共 12 页', 'a page number'],
    ['Skip to content', 'a label of a web page'],
    ['Share', 'a button or label of a web page'],
  ])('%s', (line, reason) => {
    expect(why(`${prose}\n${line}\n${prose}`)).toEqual({ 2: reason });
  });

  test('a list of related reports, to the end', () => {
    expect(Object.keys(why(`${prose}\n相关报道\n市里召开会议\n代表畅谈体会`))).toEqual(['2', '3', '4']);
  });

  test('a list of related reports stops where prose begins again', () => {
    expect(Object.keys(why(`相关报道\n市里召开会议\n${prose}\n${prose}`))).toEqual(['1', '2']);
  });

  test('numbers of pages that count up', () => {
    expect(Object.keys(why(`${prose}\n${prose}\n1\n${prose}\n${prose}\n2\n${prose}`))).toEqual(['3', '6']);
  });

  test.each([prose, '要打印材料，分享经验。', '谢谢大家！', '一、来源与出处', '来源：这句话引自《论语》，讲的是为政以德的道理，我们要从中汲取智慧。', '编辑部的同志们：'])(
    '%s is none',
    (line) => {
      expect(why(`${prose}\n${line}\n${prose}`)).toEqual({});
    },
  );
});

describe('broken paragraphs', () => {
  const joined = (text: string) => findBreaks(linesOf(text)).map(({ after, line }) => `${after}+${line}`);

  test('a text that was wrapped at a width: lines go on until an indent', () => {
    const wrapped =
      '　　会议的主要任务是总结近年来的工作\n研究部署今后一个时期的任务大家要学\n习好。\n　　档案工作是一项基础性工作作用不可\n替代各地各部门要从全局出发抓好落实\n工作。';
    expect(joined(wrapped)).toEqual(['1+2', '2+3', '4+5', '5+6']);
  });

  test('a sentence that stops in the middle', () => {
    expect(joined(`今天的会议是研究部署今年的各项工作，\n主要任务有三项。\n${prose}`)).toEqual(['1+2']);
  });

  test('whole paragraphs are left alone', () => {
    expect(joined(`${prose}\n${prose}\n要抓好以下几项：\n（一）抓项目\n“要抓落实”\n${prose}`)).toEqual([]);
  });

  test.each([
    ['高质量', '发展', '高质量发展'],
    ['the', 'road', 'the road'],
    ['GDP', '增长', 'GDP增长'],
    ['他说：', '“好”', '他说：“好”'],
    ['said', '“yes”', 'said “yes”'],
    ['sixty-', 'two', 'sixty-two'],
  ])('%s and %s are joined', (first, second, whole) => {
    expect(joinLines(first, second)).toBe(whole);
  });
});

describe('what an editor chooses', () => {
  const text = `首页\n关于丰收的讲话\n同志们：\n今天的会议是研究部署今年的各项工作，\n主要任务有三项。\n打印\n${prose}`;

  test('nothing is removed or joined unless it is said', () => {
    const { blocks, removable, joinable, removed, joined } = detectStructure(linesOf(text));
    expect([blocks.length, removable.map(({ line }) => line), joinable.map(({ line }) => line), removed, joined]).toEqual([5, [1, 6], [5], [], []]);
  });

  test('all of it, or some lines', () => {
    const all = detectStructure(linesOf(text), { remove: 'all', join: 'all' });
    expect(all.blocks.map((block) => block.text)).toEqual(['同志们：', '今天的会议是研究部署今年的各项工作，主要任务有三项。', prose]);
    expect(detectStructure(linesOf(text), { remove: [6] }).removed).toEqual([{ line: 6, text: '打印' }]);
  });

  test('a line that was not offered is refused', () => {
    expect(failureOf(() => detectStructure(linesOf(text), { remove: [3] }))).toMatch(/^bad-line: --remove names line 3/);
  });

  test.each([
    ['all', 'all'],
    ['none', []],
    ['1-3,9', [1, 2, 3, 9]],
    ['2，4、6', [2, 4, 6]],
  ])('%s is understood', (written, choice) => {
    expect(readChoice(written)).toEqual(choice);
  });

  test.each(['x', '3-1', '1-', '1-9999999'])('%s is not', (written) => {
    expect(readChoice(written)).toBeUndefined();
  });
});

describe('dates', () => {
  test.each([
    ['（2021年3月5日）', '2021-03-05', '2021年3月5日', '5 March 2021'],
    ['二〇二一年三月五日', '2021-03-05', '二〇二一年三月五日', '5 March 2021'],
    ['２０２１年１２月３１日', '2021-12-31', '２０２１年１２月３１日', '31 December 2021'],
    ['——2021年1月在会上', '2021-01', '2021年1月', 'January 2021'],
    ['民國110年5月6日', '2021-05-06', '民國110年5月6日', '6 May 2021'],
    ['中華民國一一○年五月六日', '2021-05-06', '中華民國一一○年五月六日', '6 May 2021'],
    ['2021-03-05', '2021-03-05', '2021年3月5日', '5 March 2021'],
    ['March 5th, 2021', '2021-03-05', '2021年3月5日', '5 March 2021'],
    ['Sept. 3 1911', '1911-09-03', '1911年9月3日', '3 September 1911'],
    ['二十三日，二〇二〇年', '2020', '二〇二〇年', '2020'],
  ])('%s', (text, edtf, zh, en) => {
    expect(findDate(text)).toEqual({ edtf, words: { zh, en } });
  });

  test.each(['2021年2月30日', '2021-13-01', '20XX年', '一百年', '九五年', '5 March'])('%s is none', (text) => {
    expect(findDate(text)).toBeUndefined();
  });
});

test('numerals are written and read back', () => {
  for (let number = 1; number < 10_000; number += 7) expect(readNumeral(chineseNumeral(number))).toBe(number);
  expect(['二〇二一', '廿三', '１２', '十', '甲'].map(readNumeral)).toEqual([2021, 23, 12, 10, undefined]);
});
