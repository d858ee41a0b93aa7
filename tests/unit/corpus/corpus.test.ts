import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../../src/corpus/corpus.ts';
import { addresses, emptyFolder, inOrder, project } from '../support/project.ts';
import { realCorpus, report } from '../support/speech.ts';

const corpusWith = (files: Record<string, string | undefined> = {}) => readCorpus(project(files));

describe('a content folder in order', () => {
  test('has no problems', () => {
    const corpus = corpusWith();
    expect(report([...corpus.problems, ...corpus.speeches.flatMap((speech) => corpus.parse(speech).problems)])).toBe('');
  });

  test('gives each speech its terms, its notes and its lock', () => {
    const corpus = corpusWith();
    const { speech } = corpus.parse(corpus.speeches[0]!);
    expect(speech!.sections[0]!.passages[0]).toMatchObject({ id: 'p1', mentions: [{ term: 'feng-shou', start: 0, end: 2 }], notes: [{ id: 'hope' }] });
  });

  test('may be empty', () => {
    expect(readCorpus(emptyFolder())).toMatchObject({ problems: [], speeches: [] });
  });

  test('passes over hidden files, drafts and files of other kinds', () => {
    const corpus = corpusWith({ 'speeches/.hidden.mdx': 'x', 'speeches/_draft.mdx': 'x', 'speeches/notes.txt': 'x' });
    expect(corpus.speeches.map(({ id }) => id)).toEqual(['harvest']);
  });
});

describe('what is wrong in the folder is reported with its place', () => {
  const reportOf = (files: Record<string, string | undefined>) => report(corpusWith(files).problems);
  const reportOfSpeech = (files: Record<string, string | undefined>) => {
    const corpus = corpusWith(files);
    return report(corpus.speeches.flatMap((speech) => corpus.parse(speech).problems));
  };

  test('a speech with a name that cannot be an address', () => {
    expect(
      reportOf({ 'speeches/My Speech.mdx': 'x', 'permalinks/addresses.json': addresses({ harvest: '关于丰收的讲话', 'My Speech': 'x' }, { 'feng-shou': '丰收' }) }),
    ).toMatchInlineSnapshot(`
      "src/content/speeches/My Speech.mdx:1:1  “My Speech” cannot be a file name here, because it becomes part of an address.
          Use lower-case letters and digits joined by hyphens, such as liang-ge-wei-hu.mdx."
    `);
  });

  test('a speech whose address is not locked', () => {
    expect(reportOf({ 'permalinks/addresses.json': addresses({}, { 'feng-shou': '丰收' }) })).toMatchInlineSnapshot(`
      "src/content/speeches/harvest.mdx:1:1  The address of the speech “harvest” is not in the lock.
          Run: npm run permalinks"
    `);
  });

  test('a term whose address is not locked', () => {
    expect(reportOf({ 'permalinks/addresses.json': addresses({ harvest: '关于丰收的讲话' }, {}) })).toMatchInlineSnapshot(`
      "src/content/glossary/feng-shou.mdx:1:1  The address of the term “feng-shou” is not in the lock.
          Run: npm run permalinks"
    `);
  });

  test('a speech that is gone', () => {
    expect(reportOf({ 'speeches/harvest.mdx': undefined })).toMatchInlineSnapshot(`
      "src/content/permalinks/addresses.json:1:1  The lock promises an address for the speech “harvest”, but its file is gone.
          If it was renamed or removed, run: npm run permalinks. If not, restore the file."
    `);
  });

  test('notes and an introduction of a speech that never was', () => {
    expect(reportOf({ 'notes/harvets.yaml': '{}', 'introductions/sowing.yaml': 'summaries: {}' })).toMatchInlineSnapshot(`
      "src/content/introductions/sowing.yaml:1:1  There is no speech “sowing” to which this file could belong.
          Give it the name of a file in src/content/speeches/.
      src/content/notes/harvets.yaml:1:1  There is no speech “harvets” to which this file could belong.
          Give it the name of a file in src/content/speeches/. Did you mean “harvest”?"
    `);
  });

  test('a term that is gone', () => {
    expect(reportOf({ 'glossary/feng-shou.mdx': undefined })).toMatchInlineSnapshot(`
      "src/content/permalinks/addresses.json:1:1  The lock promises an address for the term “feng-shou”, but its file is gone.
          If it was renamed or removed, run: npm run permalinks. If not, restore the file."
    `);
  });

  test('a note that names a source which is not there', () => {
    expect(reportOfSpeech({ 'notes/harvest.yaml': 'hope:\n  zh: 注\n  en: note\n  basis: seen\n  source: raport\n' })).toMatchInlineSnapshot(`
      "src/content/notes/harvest.yaml:5:3  There is no source “raport” in src/content/sources/.
          Write the id of an existing record, or add src/content/sources/raport.yaml. Did you mean “report”?"
    `);
  });

  test('a note that was seen but names no source', () => {
    expect(reportOfSpeech({ 'notes/harvest.yaml': 'hope: { zh: 注, en: note, basis: seen }\n' })).toMatchInlineSnapshot(`
      "src/content/notes/harvest.yaml:1:1  Field “hope.source”: a claim with basis “seen” needs a “source”: the id of a record in src/content/sources/.
          The guide for editors lists every field with an example."
    `);
  });

  test('a note with a name that is no id', () => {
    expect(reportOfSpeech({ 'notes/harvest.yaml': 'Hope!: { zh: 注, en: note, basis: text }\n' })).toMatchInlineSnapshot(`
      "src/content/notes/harvest.yaml:1:1  Field “Hope!”: use lower-case letters and digits joined by hyphens.
          The guide for editors lists every field with an example."
    `);
  });

  test('an introduction that names what is not there, or lacks a language', () => {
    expect(reportOfSpeech({ 'introductions/harvest.yaml': 'summaries:\n  p1: { zh: 丰收, en: harvest }\n  h1: { zh: 丰收, en: harvest }\n' })).toMatchInlineSnapshot(`
      "src/content/introductions/harvest.yaml:3:3  Field “summaries.h1” names “h1”, and the speech has no such section head or passage.
          Use an id from the lock file in src/content/permalinks/."
    `);
    expect(reportOfSpeech({ 'introductions/harvest.yaml': 'lead: { zh: 丰收 }\n' })).toMatchInlineSnapshot(`
      "src/content/introductions/harvest.yaml:1:1  Field “lead.en” is missing (expected string).
          Add “lead.en:” to the front matter; the guide for editors has an example."
    `);
  });

  test('a lock that cannot be read', () => {
    expect(reportOfSpeech({ 'permalinks/speeches/harvest.json': '{ "format": 2 }' })).toMatchInlineSnapshot(`
      "src/content/permalinks/speeches/harvest.json:1:1  The lock file cannot be read: it is that of undefined
          Restore it from version control, then run: npm run permalinks. Only that command writes it."
    `);
  });
});

describe('what a speech depends on', () => {
  const dependencies = (files: Record<string, string | undefined> = {}) => {
    const corpus = corpusWith(files);
    return corpus.open(corpus.speeches.find(({ id }) => id === 'harvest')!).fingerprint;
  };

  test.each(['notes/harvest.yaml', 'permalinks/speeches/harvest.json', 'glossary/feng-shou.mdx'])('changes with %s', (path) => {
    expect(dependencies({ [path]: `${inOrder[path]}\n` })).not.toBe(dependencies());
  });

  test('changes with an introduction', () => {
    expect(dependencies({ 'introductions/harvest.yaml': 'lead: { zh: 丰收, en: harvest }\n' })).not.toBe(dependencies());
  });

  test('changes with a new glossary entry', () => {
    expect(dependencies({ 'glossary/san-nong.mdx': inOrder['glossary/feng-shou.mdx']!.replace('丰收', '三农') })).not.toBe(dependencies());
  });

  test('does not change with another speech', () => {
    expect(dependencies({ 'speeches/other.mdx': 'x', 'notes/other.yaml': '{}' })).toBe(dependencies());
  });
});

describe('the real content', () => {
  test('has no problems', () => {
    const corpus = realCorpus();
    expect(report([...corpus.problems, ...corpus.speeches.flatMap((speech) => corpus.parse(speech).problems)])).toBe('');
  });
});
