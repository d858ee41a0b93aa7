import { describe, expect, test } from 'vitest';
import { introductionSchema } from '../../../src/schemas/introduction.ts';
import { citedSources } from '../../../src/speech/cited-sources.ts';
import { parseSpeech } from '../../../src/speech/parse.ts';
import { renderIntroduction } from '../../../src/speech/render-introduction.ts';
import { summarize } from '../../../src/speech/summary.ts';
import { toJson } from '../../../src/speech/to-json.ts';
import { toText } from '../../../src/speech/to-text.ts';
import { createTermMatcher } from '../../../src/text/terms.ts';
import type { Speech } from '../../../src/text/types.ts';
import { readYaml, validate } from '../../../src/text/yaml.ts';
import { elements, hasClass, readMarkup, wordsOf } from '../support/markup.ts';
import { frontMatter, lockOf, parse, realSpeech, realSpeeches, report } from '../support/speech.ts';

const body = '同志们：\n\n## 一、丰收\n\n一是抓三农。要抓。\n\n稳。好。';

/** The speech with an introduction, and what is reported about it. */
function withIntroduction(text: string): { speech: Speech; problems: string } {
  const yaml = readYaml('introduction.yaml', text);
  const { value } = validate(introductionSchema, yaml);
  const file = { file: 'speech.mdx', id: 'harvest', text: frontMatter + body };
  const { speech, problems } = parseSpeech(file, {
    matcher: createTermMatcher([]),
    terms: new Set(),
    notes: new Map(),
    introduction: { value: value!, yaml },
    sources: new Set(['gwr-2018', 'gwr-2019', 'congress']),
    lock: lockOf(parse(frontMatter + body)),
  });
  return { speech: speech!, problems: report(problems) };
}

const introduction = `lead: { zh: 丰收的讲话, en: A speech on the harvest }
parts:
  - id: date
    title: { zh: 年代, en: Date }
    zh: |-
      见[第2段](#p2s1)[@gwr-2019]。

      又一段。
    en: See [passage 2](#p2s1) [@gwr-2019].
    points:
      - { at: p3s2, zh: 说好。, en: It says so., basis: seen, source: gwr-2018, sources: [gwr-2019] }
      - { zh: 没有说坏。, en: It does not say otherwise., basis: text }
    conclusion:
      zh: 推断如此[@congress]。
      en: So we infer.
summaries:
  s-p1: { zh: 问候。, en: A greeting. }
  h1: { zh: 讲丰收。, en: On the harvest. }
  p2: { zh: 抓三农。, en: On agriculture. }
`;
const { speech, problems } = withIntroduction(introduction);

describe('an introduction', () => {
  const page = readMarkup(renderIntroduction(speech));
  const links = elements(page, ({ tag }) => tag === 'a').map((link) => `${link.attributes['href']} ${wordsOf(link)}`);

  test('is sound when everything that it names is there', () => {
    expect(problems).toBe('');
  });

  test('is printed by part, in both languages, with links and references', () => {
    expect(elements(page, ({ tag }) => tag === 'section').map(({ attributes }) => attributes['id'])).toEqual(['introduction', 'intro-date']);
    for (const shown of ['年代', 'Date', '见第2段', '又一段。', 'See passage 2', 'So we infer.']) expect(wordsOf(page)).toContain(shown);
    expect(links).toEqual([
      ...['#p2s1 第2段', '#source-1 [1]', '#p2s1 passage 2', '#source-1 [1]'],
      ...['#p3s2 3', '#source-2 [2]', '#source-1 [1]', '#source-2 [2]', '#source-1 [1]'],
      '#source-3 [3]',
    ]);
  });

  test('says of each piece of evidence on what it rests', () => {
    const points = elements(page, (element) => hasClass(element, 'points'))[0]!.children.map((point) => wordsOf(point));
    expect(points).toEqual([expect.stringMatching(/^3说好。 有据.*It says so\. source seen/), expect.stringMatching(/^没有说坏。 据本篇/)]);
  });

  test('is folded, and absent where there is none', () => {
    expect(elements(page, ({ tag }) => tag === 'details')[0]!.attributes).toEqual({});
    expect(renderIntroduction(parse(frontMatter + body).speech!)).toBe('');
  });

  test('leaves the text as it is', () => {
    expect(toText(speech)).toBe(toText(parse(frontMatter + body).speech!));
  });

  test('comes before the notes in the numbering of sources', () => {
    expect(citedSources(speech)).toEqual(['gwr-2019', 'gwr-2018', 'congress']);
  });

  test('is part of the data', () => {
    const json = toJson(speech, '/speeches/harvest/');
    expect(json.introduction).toMatchObject({ lead: { zh: '丰收的讲话' }, parts: [{ id: 'date', points: [{ at: 'p3s2', basis: 'seen' }, { basis: 'text' }] }] });
    expect(json.sections.map(({ summary }) => summary?.en ?? null)).toEqual(['A greeting.', 'On the harvest.']);
    expect(json.passages.map(({ summary }) => summary?.en ?? null)).toEqual([null, 'On agriculture.', null]);
  });

  test('gives the table of contents its summaries', () => {
    const { contents, lead } = summarize(speech);
    expect(lead).toEqual({ zh: '丰收的讲话', en: 'A speech on the harvest' });
    expect(contents.map(({ summary, entries }) => [summary?.en, entries.map((entry) => entry.summary?.en)])).toEqual([['On the harvest.', ['On agriculture.']]]);
  });
});

describe('what an introduction names and is not there is refused, with its place', () => {
  test('a section, a passage, a sentence', () => {
    expect(
      withIntroduction(
        'parts:\n  - id: a\n    title: { zh: 甲, en: A }\n    zh: 见[此](#p9)。\n    en: "[see](#p2s9)"\n    points: [{ at: p7, zh: 乙, en: B, basis: text }]\nsummaries:\n  h9: { zh: 丙, en: C }\n',
      ).problems,
    ).toMatchInlineSnapshot(`
        "introduction.yaml:4:5  Field “parts.0.zh” names “p9”, and the speech has no such section head or passage.
            Use an id from the lock file in src/content/permalinks/.
        introduction.yaml:5:5  Field “parts.0.en” names “p2s9”, and the speech has no such section head or passage.
            Use an id from the lock file in src/content/permalinks/.
        introduction.yaml:6:16  Field “parts.0.points.0.at” names “p7”, and the speech has no such section head or passage.
            Use an id from the lock file in src/content/permalinks/.
        introduction.yaml:8:3  Field “summaries.h9” names “h9”, and the speech has no such section head or passage.
            Use an id from the lock file in src/content/permalinks/."
      `);
  });

  test('a source', () => {
    expect(withIntroduction('parts:\n  - id: a\n    title: { zh: 甲, en: A }\n    zh: 见[@gwr-2091]。\n    en: See.\n').problems).toMatchInlineSnapshot(`
      "introduction.yaml:4:5  There is no source “gwr-2091” in src/content/sources/.
          Write the id of an existing record, or add src/content/sources/gwr-2091.yaml. Did you mean “gwr-2018” or “gwr-2019”?"
    `);
  });

  test('a link out of the speech', () => {
    expect(withIntroduction('parts:\n  - id: a\n    title: { zh: 甲, en: A }\n    zh: 见[此](/about/)。\n    en: See.\n').problems).toMatchInlineSnapshot(`
      "introduction.yaml:4:5  Field “parts.0.zh” has a link that leads out of the speech.
          Write the id of a passage, sentence or note of this speech, such as [passage 3](#p3), and cite documents by their record, such as [@gwr-2019]."
    `);
  });
});

describe.each(realSpeeches)('the introduction to %s', (id) => {
  const real = realSpeech(id);

  test('argues the date from evidence to inference and doubt, and says how the text was redacted', () => {
    const parts = new Map(real.introduction!.parts.map((part) => [part.id, part]));
    expect([...parts.keys()]).toEqual(['occasion', 'structure', 'reading', 'date', 'redaction']);
    expect(parts.get('date')!.points.length).toBeGreaterThan(4);
    for (const [inference, doubt] of [
      ['推断：', '存疑：'],
      ['Inference: ', 'Doubt: '],
    ] as const) {
      const conclusion = parts.get('date')!.conclusion![inference === '推断：' ? 'zh' : 'en'];
      expect(conclusion.startsWith(inference)).toBe(true);
      expect(conclusion).toContain(`\n\n${doubt}`);
    }
  });

  test('has one sentence on every entry of the table of contents', () => {
    const entries = summarize(real).contents.flatMap((entry) => [...(entry.text || entry.label ? [entry] : []), ...entry.entries]);
    expect(entries.filter(({ summary }) => !summary).map((entry) => entry.id)).toEqual([]);
    expect(Object.keys(real.introduction!.summaries)).toHaveLength(entries.length);
    for (const { summary } of entries) {
      expect(summary!.zh).toMatch(/^[^。！？]+。$/);
      expect(summary!.en).toMatch(/^[^.!?]+\.$/);
    }
  });
});
