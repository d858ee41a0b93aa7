import { describe, expect, test } from 'vitest';
import { mentionLines, summarize } from '../../../src/speech/summary.ts';
import { lengthOf, passagesOf } from '../../../src/text/types.ts';
import { frontMatterAnd, realSpeech, realSpeeches, speechOf } from '../support/speech.ts';

const front = frontMatterAnd('redactions: { marks: [XX] }\ncontents: { s-p1: { zh: 开场, en: opening }, h1: { zh: 形势, en: situation }, p3: { zh: 一是, en: first } }');
const body = '同志们：\n\n在XX，丰收。好。\n\n## 一、丰收之年\n\n一是抓三农。要抓。\n\n<Note id="hope">丰收</Note>。\n';
const speech = speechOf(body, { front, notes: 'hope: { zh: 注, en: note, basis: text }' });
const summary = summarize(speech);
const lines = mentionLines(speech);

describe('the summary of a speech', () => {
  test('counts what stands in its passages', () => {
    expect(summary.counts).toEqual({ passages: 4, sentences: 6, mentions: 3, redactions: 1, notes: 1, length: 31 });
  });

  test('has the title on one line, and its receipt', () => {
    expect(summary).toMatchObject({ id: 'harvest', title: '关于丰收的讲话', titleReceipt: expect.stringMatching(/^[0-9a-z]{8}$/) });
  });

  test('lists sections and their run-in heads for the table of contents, with their labels', () => {
    expect(summary.contents).toEqual([
      { id: 'p1', text: '', label: { zh: '开场', en: 'opening' }, summary: null, entries: [] },
      {
        id: 'h1',
        text: '一、丰收之年',
        label: { zh: '形势', en: 'situation' },
        summary: null,
        entries: [{ id: 'p3', text: '一是抓三农。', label: { zh: '一是', en: 'first' }, summary: null, entries: [] }],
      },
    ]);
  });

  test('leaves a section without head, label and run-in heads out of it', () => {
    expect(summarize(speechOf('同志们：\n\n## 一、丰收\n\n好。')).contents.map(({ id }) => id)).toEqual(['h1']);
  });

  test('keeps a section whose run-in heads alone are worth listing', () => {
    expect(summarize(speechOf('一是稳。要稳。')).contents).toEqual([
      { id: 'p1', text: '', label: null, summary: null, entries: [{ id: 'p1', text: '一是稳。', label: null, summary: null, entries: [] }] },
    ]);
  });

  test('knows the length of each section, and its Chinese numeral', () => {
    expect(summary.sections).toEqual([
      { id: 's-p1', length: 13, label: '' },
      { id: 'h1', length: 18, label: '一' },
    ]);
  });
});

describe('the mentions of a speech', () => {
  test('come in the order of the text, heads included, each with its place', () => {
    expect(lines.map(({ term, unit, inHead, start, end, at }) => [term, unit, inHead, start, end, at])).toEqual([
      ['feng-shou', 'p2', false, 4, 6, 8],
      ['feng-shou', 'h1', true, 2, 4, 15],
      ['san-nong', 'p3', false, 3, 5, 22],
      ['feng-shou', 'p4', false, 0, 2, 28],
    ]);
  });

  test('have the words around them', () => {
    expect(lines[0]!.line).toEqual({
      left: [{ text: '在XX，', role: 'near' }],
      hit: '丰收',
      right: [
        { text: '。', role: 'near' },
        { text: '好。', role: 'beyond' },
      ],
    });
  });

  test('in a head have the whole head around them', () => {
    expect(lines[1]!.line).toEqual({ left: [{ text: '一、', role: 'near' }], hit: '丰收', right: [{ text: '之年', role: 'near' }] });
  });

  test('that run over the end of a sentence have both sentences around them', () => {
    const [mention] = mentionLines(speechOf('要稳。好<Term id="san-nong">中。求</Term>进。'));
    expect(mention!.line.left).toEqual([
      { text: '要稳。', role: 'beyond' },
      { text: '好', role: 'near' },
    ]);
    expect(mention!.line.right).toEqual([{ text: '进。', role: 'near' }]);
  });
});

describe.each(realSpeeches)('the summary of %s', (id) => {
  const speech = realSpeech(id);
  const { counts, sections } = summarize(speech);
  const mentions = mentionLines(speech);

  test('has a line for every mention, those in heads as well', () => {
    expect(mentions.filter(({ inHead }) => !inHead)).toHaveLength(counts.mentions);
  });

  test('has sections that make up its length', () => {
    expect(sections.reduce((sum, { length }) => sum + length, 0)).toBe(lengthOf(speech));
  });

  test('has offsets that find the mentions in the whole text', () => {
    const whole = speech.sections.flatMap(({ head, passages }) => [head?.text ?? '', ...passages.map(({ text }) => text)]).join('');
    for (const { at, line } of mentions) expect(whole.slice(at, at + line.hit.length)).toBe(line.hit);
  });

  test('has lines that stand so in their passage', () => {
    const texts = new Map(passagesOf(speech).map(({ id: unit, text }) => [unit, text]));
    for (const { unit, inHead, line } of mentions) {
      const words = (pieces: typeof line.left) => pieces.map(({ text }) => text).join('');
      if (!inHead) expect(texts.get(unit)).toContain(words(line.left) + line.hit + words(line.right));
    }
  });
});
