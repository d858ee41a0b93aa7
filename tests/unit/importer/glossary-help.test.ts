import { describe, expect, test } from 'vitest';
import { findAmbiguities } from '../../../src/importer/ambiguities.ts';
import { findCandidates } from '../../../src/importer/candidates.ts';
import { scaffoldTerm, slugOf } from '../../../src/importer/new-term.ts';
import { checkId, proposeId, toSlug } from '../../../src/importer/speech-id.ts';
import { termKind, termSchema } from '../../../src/schemas/term.ts';
import { parseSpeech } from '../../../src/speech/parse.ts';
import { createTermMatcher, type MatchableTerm } from '../../../src/text/terms.ts';
import type { Speech } from '../../../src/text/types.ts';
import { readFrontMatter, validate } from '../../../src/text/yaml.ts';
import { frontMatter, realCorpus, realSpeech, realSpeeches, speechOf } from '../support/speech.ts';
import { failureOf } from './support.ts';

const candidates = (body: string, known: string[] = [], others: string[] = []) =>
  findCandidates(speechOf(body), new Set(known), others).map(({ text, reason, count, sections, others }) => [text, reason, count, sections, others].join(' '));

describe('expressions that want an entry', () => {
  test('words in quotation marks, each with its count', () => {
    expect(candidates('实施“三个一批”行动，“三个一批”好。「共好」也好。')).toEqual(['三个一批 quoted 2 1 0', '共好 quoted 1 1 0']);
  });

  test('numbered formulas without quotation marks', () => {
    expect(candidates('落实五个必须，做到四个着力。')).toEqual(['五个必须 numbered 1 1 0', '四个着力 numbered 1 1 0']);
  });

  test('runs that come again and stand by themselves', () => {
    expect(candidates('统筹兼顾，稳步推进改革。再次统筹兼顾，加强统筹兼顾。')).toEqual(['统筹兼顾 repeated 3 1 0']);
  });

  test('not what the glossary has, not quoted sentences, not ordinary counting', () => {
    expect(candidates('“丰收”在望。他说“今天天气好。明天也好”。共有三个方面、五个月、两个小时。“三农”好。', ['三农'])).toEqual([]);
  });

  test('the frequent and widely spread come first', () => {
    expect(candidates('“甲乙”好。“丙丁”好。“丙丁”好。\n\n## 一、形势\n\n“丙丁”好。“戊己”好。', [], ['有戊己。', '又戊己。'])).toEqual([
      '丙丁 quoted 3 2 0',
      '戊己 quoted 1 1 2',
      '甲乙 quoted 1 1 0',
    ]);
  });

  test.each(realSpeeches)('in %s, without a glossary, most of what is found is in fact in the glossary', (id) => {
    const { sections } = realSpeech(id);
    const bare = {
      ...realSpeech(id),
      sections: sections.map(({ head, passages, ...rest }) => ({
        ...rest,
        head: head && { ...head, mentions: [] },
        passages: passages.map((passage) => ({ ...passage, mentions: [] })),
      })),
    } as Speech;
    const forms = [...realCorpus().terms.values()].flatMap((term) => term.forms);
    const like = (a: string, b: string) => a.includes(b) && b.length * 2 >= a.length;
    const found = findCandidates(bare, new Set());
    const right = found.filter(({ text }) => forms.some((form) => like(text, form) || like(form, text)));
    expect(right.length / found.length).toBeGreaterThan(0.6);
  });
});

describe('places where another reading is possible', () => {
  const terms: MatchableTerm[] = [
    { id: 'xin-fa-zhan', forms: ['新发展'], notWhen: [] },
    { id: 'fa-zhan-li-nian', forms: ['发展理念'], notWhen: [] },
    { id: 'min-zheng', forms: ['民政'], notWhen: ['人民政府'] },
  ];
  const ambiguities = (body: string) => {
    const text = `${frontMatter}\n${body}\n`;
    const { speech } = parseSpeech({ file: 'a.mdx', id: 'a', text }, { matcher: createTermMatcher(terms), terms: new Set(), notes: new Map(), lock: undefined });
    return findAmbiguities(speech!, terms).map(({ at, form, kind, context }) => [at, form, kind, context].join(' '));
  };

  test('terms that overlap', () => {
    expect(ambiguities('贯彻新发展理念。')).toEqual(['p1 发展理念 crossing 贯彻新【发展理念】。']);
  });

  test('exceptions', () => {
    expect(ambiguities('人民政府管民政。')).toEqual(['p1 民政 exception 人【民政】府管民政。']);
  });

  test('none where all is plain', () => {
    expect(ambiguities('民政与新发展。')).toEqual([]);
  });
});

describe('a new entry', () => {
  const read = (text: string) => validate(termSchema, readFrontMatter('a.mdx', text).yaml);

  test.each(['新质生产力', '三个一批', 'GDP', '“双碳”目标', '甲: 乙 # 丙'])('for %s is valid, and unfinished until it is written', (term) => {
    const { value, problems } = read(scaffoldTerm({ term, today: '2026-11-21' }));
    expect(value).toMatchObject({ term, revised: '2026-11-21' });
    expect(problems.map(({ kind }) => kind)).toEqual(problems.map(() => 'unfinished'));
    expect(problems.length).toBeGreaterThanOrEqual(4);
  });

  test.each(termKind.options)('of the kind %s is valid', (kind) => {
    const { value, problems } = read(scaffoldTerm({ term: '共好', kind, today: '2026-11-21' }));
    expect([value?.kind, problems.every((problem) => problem.kind === 'unfinished')]).toEqual([kind, true]);
  });

  test('has its pinyin in citation tones, syllable by syllable', () => {
    expect(read(scaffoldTerm({ term: '一窗受理', today: '2026' })).value!.pinyin).toBe('TODO yī chuāng shòu lǐ');
    expect(read(scaffoldTerm({ term: '不破不立', today: '2026' })).value!.pinyin).toBe('TODO bù pò bù lì');
  });

  test('is a numbered formula with members when it counts', () => {
    expect(read(scaffoldTerm({ term: '三个一批', today: '2026' })).value).toMatchObject({ kind: 'numbered-formula', members: { status: 'listed' } });
    expect(read(scaffoldTerm({ term: '三个一批', kind: 'policy', today: '2026' })).value).not.toHaveProperty('members');
  });

  test('has a slug of its own', () => {
    expect([
      slugOf('一窗受理', new Set()),
      slugOf('一窗受理', new Set(['yi-chuang-shou-li', 'yi-chuang-shou-li-2'])),
      slugOf('GDP增长', new Set()),
      slugOf('绿水青山', new Set()),
    ]).toEqual(['yi-chuang-shou-li', 'yi-chuang-shou-li-3', 'gdp-zeng-zhang', 'lu-shui-qing-shan']);
  });
});

describe('the name of a speech', () => {
  test.each([
    ['business-climate.txt', ['甲'], 'business-climate'],
    ['Work Report (2021).docx', ['甲'], 'work-report-2021'],
    ['讲话.docx', ['在全区工作会议上的讲话'], 'quan-qu-gong-zuo-hui-yi-jiang-hua-2021'],
    ['004_ff2b006a877cfa42.txt', ['锚定发展目标   矢志克难攻坚', '——讲话'], 'mao-ding-fa-zhan-mu-biao-shi-zhi-ke-nan-2021'],
    ['index.html', ['Remarks on the Opening of the Bridge'], 'remarks-opening-bridge-2021'],
    ['../../etc/passwd-list.txt', ['甲'], 'passwd-list'],
  ])('%s', (file, title, id) => {
    expect(proposeId(file, title, '2021')).toBe(id);
  });

  test('cannot be made of nothing', () => {
    expect(failureOf(() => proposeId('1.txt', ['……']))).toMatch(/^no-id: /);
  });

  test.each(['../x', 'a/b', 'a\\b', '..', '.hidden', 'A', '中', 'con', 'com1', 'a--b', '-a', '', 'a'.repeat(81), 'a b', 'a.mdx', 'a\0'])('%j is refused', (id) => {
    expect(failureOf(() => checkId(id))).toMatch(/^bad-id: /);
  });

  test('has only lower-case letters, digits and hyphens, whatever comes in', () => {
    expect(['Ｆｕｌｌ　Ｗｉｄｔｈ', 'Café №5', '吕梁', '$$$'].map(toSlug)).toEqual(['full-width', 'cafe-no5', 'lu-liang', '']);
  });
});
