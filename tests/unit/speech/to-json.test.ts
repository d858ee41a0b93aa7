import { describe, expect, test } from 'vitest';
import { titleOf, toJson } from '../../../src/speech/to-json.ts';
import { receiptOf } from '../../../src/text/normalize.ts';
import { frontMatterAnd, realCorpus, realSpeech, realSpeeches, speechOf } from '../support/speech.ts';

describe('a title on one line', () => {
  test.each([
    [['锚定发展目标   矢志克难攻坚'], '锚定发展目标　矢志克难攻坚'],
    [['锚定目标', '奋力推动'], '锚定目标　奋力推动'],
    [['奋力推动', '——讲话'], '奋力推动——讲话'],
    [['  讲话 '], '讲话'],
    [['On the harvest'], 'On the harvest'],
  ])('%j is %s', (lines, title) => {
    expect(titleOf(lines)).toBe(title);
  });
});

describe('a speech as data', () => {
  const front = frontMatterAnd('redactions: { marks: [XX] }\ncontents: { h1: { zh: 形势, en: situation }, p2: { zh: 稳, en: steady } }');
  const json = toJson(
    speechOf('同志们：\n\n## 一、丰收\n\n<Note id="hope">三农</Note>在XX。好。', { front, notes: 'hope: { zh: 注, en: note, basis: inferred }' }),
    '/speeches/harvest/',
  );

  test('is this', () => {
    const receipt = receiptOf;
    expect(json).toEqual({
      id: 'harvest',
      title: '关于丰收的讲话',
      titleSupplied: false,
      titleReceipt: receipt('关于丰收的讲话'),
      titleEn: 'On the harvest',
      short: { zh: '丰收讲话', en: 'Harvest' },
      kind: 'address',
      language: 'zh-Hans',
      date: '2020?',
      url: '/speeches/harvest/',
      revision: 1,
      source: { file: 'harvest.txt', sha256: '0123456789abcdef'.repeat(4) },
      introduction: null,
      sections: [
        { id: 's-p1', head: null, headReceipt: null, label: null, summary: null, passages: ['p1'], mentions: [], redactions: [], notes: [] },
        {
          id: 'h1',
          head: '一、丰收',
          headReceipt: receipt('一、丰收'),
          label: { zh: '形势', en: 'situation' },
          summary: null,
          passages: ['p2'],
          mentions: [{ term: 'feng-shou', start: 2, end: 4 }],
          redactions: [],
          notes: [],
        },
      ],
      passages: [
        {
          id: 'p1',
          kind: 'salutation',
          label: null,
          summary: null,
          text: '同志们：',
          receipt: receipt('同志们：'),
          sentences: [{ id: 'p1s1', text: '同志们：', receipt: receipt('同志们：') }],
          mentions: [],
          redactions: [],
          notes: [],
        },
        {
          id: 'p2',
          kind: 'paragraph',
          label: { zh: '稳', en: 'steady' },
          summary: null,
          text: '三农在XX。好。',
          receipt: receipt('三农在XX。好。'),
          sentences: [
            { id: 'p2s1', text: '三农在XX。', receipt: receipt('三农在XX。') },
            { id: 'p2s2', text: '好。', receipt: receipt('好。') },
          ],
          mentions: [{ term: 'san-nong', start: 0, end: 2 }],
          redactions: [{ start: 3, end: 5, mark: 'XX', kind: 'unspecified' }],
          notes: [{ id: 'hope', kind: 'note', start: 0, end: 2, text: { zh: '注', en: 'note' }, basis: 'inferred' }],
        },
      ],
    });
  });

  test('is plain data: it comes back the same from a file', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});

describe.each(realSpeeches)('what other programs rely on in %s', (id) => {
  const json = toJson(realSpeech(id), `/speeches/${id}/`);

  test('the sections name every passage once, in order', () => {
    expect(json.sections.flatMap(({ passages }) => passages)).toEqual(json.passages.map((passage) => passage.id));
  });

  test('ids are those of the grammar: p1, p1s1, h1', () => {
    for (const passage of json.passages) {
      expect(passage.id).toMatch(/^p\d+[a-z]*$/);
      for (const sentence of passage.sentences) expect(sentence.id).toMatch(new RegExp(`^${passage.id}s\\d+$`));
    }
    for (const section of json.sections) expect(section.id).toMatch(section.head === null ? /^s-p\d+[a-z]*$/ : /^h\d+$/);
  });

  test('the sentences of a passage are its text', () => {
    for (const { text, sentences } of json.passages) expect(sentences.map((sentence) => sentence.text).join('')).toBe(text);
  });

  test('a mention is a form of its term', () => {
    const { terms } = realCorpus();
    for (const { text, mentions } of [...json.passages, ...json.sections.map(({ head, mentions: found }) => ({ text: head ?? '', mentions: found }))]) {
      for (const { term, start, end } of mentions) expect(terms.get(term)!.forms).toContain(text.slice(start, end));
    }
  });

  test('a redaction is its mark', () => {
    for (const { text, redactions } of json.passages) for (const { start, end, mark } of redactions) expect(text.slice(start, end)).toBe(mark);
  });

  test('every receipt is that of its words', () => {
    expect(json.titleReceipt).toBe(receiptOf(realSpeech(id).title.lines.join('\n')));
    for (const { head, headReceipt } of json.sections) expect(headReceipt).toBe(head === null ? null : receiptOf(head));
    for (const unit of json.passages.flatMap((passage) => [passage, ...passage.sentences])) expect(unit.receipt).toBe(receiptOf(unit.text));
  });
});
