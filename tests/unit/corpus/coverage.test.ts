import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../../src/corpus/corpus.ts';
import { openCoverage } from '../../../src/corpus/coverage.ts';
import { explainQuotations } from '../../../src/text/coverage.ts';
import { project, quoting } from '../support/project.ts';
import { fixture, realCorpus, realSpeech, realSpeeches, report } from '../support/speech.ts';

/** The coverage of a project, all its speeches taken in. */
function coverageOf(corpus: ReturnType<typeof readCorpus>) {
  const coverage = openCoverage(corpus.root, corpus.terms.values());
  for (const file of corpus.speeches) coverage.add(file, corpus.parse(file).speech!);
  return coverage.close();
}
const coverageWith = (text: string, lists: { quotations?: string; unmarked?: string } = {}) =>
  coverageOf(readCorpus(project({ ...quoting(text), 'coverage/quotations.yaml': lists.quotations, 'coverage/unmarked.yaml': lists.unmarked })));
const because = 'reason: { zh: 理由, en: reason }';

describe('quoted strings', () => {
  test('that nothing explains are reported once a speech, at their place', () => {
    expect(report(coverageWith('“丰收”在“望”，“望”。').problems)).toMatchInlineSnapshot(`
      "src/content/speeches/harvest.mdx:14:6  The speech puts “望” in quotation marks, and nothing explains it: it is no mention, and no member of a term of this speech.
          Add a glossary entry or a variant of one, name it among the members of one, or list it with the reason in src/content/coverage/quotations.yaml."
    `);
  });

  test('are counted by what explains them, each string once, where it is least explained', () => {
    expect(coverageWith('“丰收”“丰收年”“望”“望”“丰”', { quotations: `- ${because}\n  strings: [望]\n` }).quotations).toEqual({
      strings: 4,
      places: 5,
      fates: { mention: 1, part: 1, member: 0, listed: 1, none: 1 },
    });
  });

  test('that are never closed are reported', () => {
    expect(report(coverageWith('丰收“在望').problems)).toMatchInlineSnapshot(`
      "src/content/speeches/harvest.mdx:14:3  The quotation mark before “在望…” is never closed.
          If the closing mark is damaged in the source, put <Sic> round it and write the mark as “corr” in the note. A quotation that goes on in the next paragraph is opened there again."
    `);
  });

  test('are no matter for a build: they are no problem of the corpus', () => {
    const corpus = readCorpus(project(quoting('在“望”。')));
    expect([...corpus.problems, ...corpus.parse(corpus.speeches[0]!).problems]).toEqual([]);
  });
});

describe('the lists', () => {
  test('report lines that are no longer needed', () => {
    expect(report(coverageWith('“丰收”在“望”。', { quotations: `- ${because}\n  strings: [望, 丰收, 稳]\n- ${because}\n  strings: [望]\n` }).problems)).toMatchInlineSnapshot(`
      "src/content/coverage/quotations.yaml:2:16  “丰收” need not be listed here: no speech quotes it, or wherever one does a term explains it.
          Remove it from the list.
      src/content/coverage/quotations.yaml:2:20  “稳” need not be listed here: no speech quotes it, or wherever one does a term explains it.
          Remove it from the list.
      src/content/coverage/quotations.yaml:4:13  “望” need not be listed here: it stands in the list already.
          Remove it from the list."
    `);
  });

  test('report words that are marked, missing, or listed twice', () => {
    const unmarked = `- ${because}
  places:
    - { text: 在望, speech: harvest, in: [p1] }
    - { text: 丰收, speech: harvest, in: [p1] }
    - { text: 在望, speech: harvest, in: [p1, p2] }
    - { text: 在望, speech: other, in: [p1] }
`;
    expect(report(coverageWith('丰收在望。', { unmarked }).problems)).toMatchInlineSnapshot(`
      "src/content/coverage/unmarked.yaml:4:41  “丰收” need not be listed here: harvest has no such words at p1, or they are marked there.
          Remove it from the list.
      src/content/coverage/unmarked.yaml:5:41  “在望” need not be listed here: it stands in the list already.
          Remove it from the list.
      src/content/coverage/unmarked.yaml:5:45  “在望” need not be listed here: harvest has no such words at p2, or they are marked there.
          Remove it from the list.
      src/content/coverage/unmarked.yaml:6:39  “在望” need not be listed here: other has no such words at p1, or they are marked there.
          Remove it from the list."
    `);
  });

  test('need a reason', () => {
    expect(report(coverageWith('丰收。', { quotations: '- strings: [望]\n' }).problems)).toMatchInlineSnapshot(`
      "src/content/coverage/quotations.yaml:1:3  Field “0.reason” is missing (expected object).
          Add “0.reason:” to the front matter; the guide for editors has an example."
    `);
  });

  test('know the title and the heads by their ids', () => {
    expect(report(coverageWith('丰收。', { unmarked: `- ${because}\n  places: [{ text: 关于丰收, speech: harvest, in: [t1] }]\n` }).problems)).toBe('');
  });
});

describe('the real speeches', () => {
  test('have no problem of coverage', () => {
    expect(report(coverageOf(realCorpus()).problems)).toBe('');
  });

  test('have every string that stands between “ and ” in their sources among the quoted ones, but for the two that damaged marks run together', () => {
    const plain = new Set(realSpeeches.flatMap((id) => [...fixture(`source/${realSpeech(id).meta.source.file}`).matchAll(/“([^”\n]*)”/g)].map(([, words]) => words!)));
    const quoted = new Set(realSpeeches.flatMap((id) => explainQuotations(realSpeech(id), new Map()).map(({ text }) => text)));
    const broken = [...plain].filter((words) => !quoted.has(words));
    expect([plain.size, broken.length]).toEqual([116, 2]);
    expect(broken.every((words) => words.includes('“'))).toBe(true);
    // What the two hold when the notes’ readings are followed, and the one that the source never closes.
    expect([...quoted].filter((words) => !plain.has(words)).sort()).toEqual(
      ['三产超二产、新兴超传统、消费超投资', '党组织建到哪里，巡视巡察就跟进到哪里', '最后一公里', '最多跑一次', '清、亲'].sort(),
    );
  });
});
