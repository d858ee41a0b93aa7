import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkTone, toneListFile } from '../../../src/corpus/check-tone.ts';
import { createToneSearch, type ToneList } from '../../../src/text/tone.ts';
import { project } from '../support/project.ts';
import { report, root } from '../support/speech.ts';

const reportOf = (files: Record<string, string | undefined>) => report(checkTone(project(files)));

const term = (fields: string, body = '') =>
  `---\nterm: 伟大复兴\npinyin: wěidà fùxīng\nkind: concept\ngloss: { zh: 释义, en: gloss, basis: recalled }\nrenderings: [{ text: brilliant harvest, basis: recalled }]\n${fields}revised: "2026"\n---\n${body}`;

describe('our own prose', () => {
  test('without praise and polemic has no problems, whatever headwords and renderings say', () => {
    expect(reportOf({ 'glossary/a.mdx': term('') })).toBe('');
  });

  test.each(['image: { zh: 伟大, en: image }\n', 'reading: { zh: 读法, en: brilliantly }\n', 'official: [{ zh: 伟大, en: x, basis: recalled }]\n'])(
    'is looked at in %s',
    (field) => {
      expect(reportOf({ 'glossary/a.mdx': term(field) })).toContain('praises or attacks');
    },
  );

  test.each([
    'allusion: { work: { zh: 伟大, en: brilliant }, line: 伟大, basis: recalled }\n',
    'members: { status: listed, basis: recalled, items: [{ zh: 伟大, en: brilliant }, { zh: 二, en: two }] }\n',
  ])('is not %s', (field) => {
    expect(reportOf({ 'glossary/a.mdx': term(field) })).toBe('');
  });

  test('is named with its place, in a field, in the longer text, in notes, sources and pages', () => {
    expect(
      reportOf({
        'glossary/a.mdx': term('members: { status: not-given, note: { zh: 伟大, en: x } }\n', '\n<Zh>\n\n好。伟大。\n\n</Zh>\n\n<En>\n\nA brilliant\n伟大 text.\n\n</En>\n'),
        'notes/harvest.yaml': 'hope: { zh: 注, en: brilliant, basis: text }\n',
        'sources/report.yaml': 'type: report\ntitle: 伟大\nlanguage: zh\nseen: { what: { zh: 伟大, en: all } }\n',
        'pages/about.mdx': '---\ntitle: { zh: 伟大, en: x }\ndescription: { zh: 伟大, en: x }\n---\n<Zh>\n“伟大”\n</Zh>\n',
      }),
    ).toMatchInlineSnapshot(`
      "src/content/glossary/a.mdx:7:39  “伟大” praises or attacks, and the editors do neither.
          Say what the words mean and do; if somebody else says so, quote them in quotation marks. The list is src/content/tone.yaml.
      src/content/glossary/a.mdx:13:3  “伟大” praises or attacks, and the editors do neither.
          Say what the words mean and do; if somebody else says so, quote them in quotation marks. The list is src/content/tone.yaml.
      src/content/glossary/a.mdx:19:3  “brilliant” praises or attacks, and the editors do neither.
          Say what the words mean and do; if somebody else says so, quote them in quotation marks. The list is src/content/tone.yaml.
      src/content/notes/harvest.yaml:1:16  “brilliant” praises or attacks, and the editors do neither.
          Say what the words mean and do; if somebody else says so, quote them in quotation marks. The list is src/content/tone.yaml.
      src/content/pages/about.mdx:3:16  “伟大” praises or attacks, and the editors do neither.
          Say what the words mean and do; if somebody else says so, quote them in quotation marks. The list is src/content/tone.yaml.
      src/content/sources/report.yaml:4:17  “伟大” praises or attacks, and the editors do neither.
          Say what the words mean and do; if somebody else says so, quote them in quotation marks. The list is src/content/tone.yaml."
    `);
  });

  test('cannot be checked without a list', () => {
    expect(reportOf({ 'tone.yaml': undefined })).toContain('Field “zh” is missing');
  });
});

describe('the real content', () => {
  test('neither praises nor attacks', () => {
    expect(report(checkTone(root))).toBe('');
  });

  test('nor do the texts of the interface', () => {
    const search = createToneSearch(parse(readFileSync(join(root, toneListFile), 'utf8')) as ToneList);
    const folders = ['src/pages', 'src/components', 'src/layouts', 'src/client'];
    const files = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name))));
    const texts = [...files.filter((file) => /\.(astro|ts)$/.test(file)), 'src/text/labels.ts'];
    const hits = texts.flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return (['zh', 'en'] as const).flatMap((language) => search(text, language).map(({ word }) => `${file}: ${word}`));
    });
    expect(hits).toEqual([]);
  });

  test('is checked against more than a few words', () => {
    const { zh, en } = parse(readFileSync(join(root, toneListFile), 'utf8')) as ToneList;
    expect([zh.length, en.length].every((length) => length > 150)).toBe(true);
    expect([zh, en].map((words) => words.length - new Set(words).size)).toEqual([0, 0]);
  });
});
