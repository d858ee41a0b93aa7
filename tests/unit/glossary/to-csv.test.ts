import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { glossaryCsv, listSeparator } from '../../../src/glossary/to-csv.ts';
import { realGlossary } from '../support/glossary.ts';

const data = realGlossary();
const text = glossaryCsv(data);
const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
const list = (cell: string | undefined) => (cell ? cell.split(listSeparator) : []);

describe('the glossary as CSV, read by another reader', () => {
  test('has the columns that are promised, in their order', () => {
    expect(Object.keys(rows[0]!)).toMatchInlineSnapshot(`
      [
        "id",
        "term",
        "pinyin",
        "kind",
        "scope",
        "gloss_zh",
        "gloss_en",
        "rendering",
        "other_renderings",
        "variants",
        "not_when",
        "only_when",
        "only_in",
        "members_zh",
        "members_en",
        "first_use",
        "first_use_status",
        "first_use_zh",
        "first_use_en",
        "codified_zh",
        "codified_en",
        "image_zh",
        "image_en",
        "allusion_line",
        "allusion_zh",
        "allusion_en",
        "official_zh",
        "official_en",
        "scholarship_zh",
        "scholarship_en",
        "reading_zh",
        "reading_en",
        "related",
        "contrast",
        "sources",
        "evidence",
        "revised",
        "mentions",
        "heads",
        "speeches",
        "address",
      ]
    `);
  });

  test('equals the glossary, entry by entry', () => {
    expect(rows.length).toBe(data.terms.length);
    const read = rows.map((row) => ({
      id: row['id'],
      term: row['term'],
      pinyin: row['pinyin'],
      kind: row['kind'],
      scope: row['scope'],
      gloss: [row['gloss_zh'], row['gloss_en']],
      renderings: [row['rendering'], ...list(row['other_renderings'])],
      variants: list(row['variants']),
      notWhen: list(row['not_when']),
      members: list(row['members_zh']).map((zh, i) => [zh, list(row['members_en'])[i]]),
      firstUse: [row['first_use'], row['first_use_status'], row['first_use_zh'], row['first_use_en']],
      only: [list(row['only_when']), list(row['only_in'])],
      codified: list(row['codified_zh']).map((zh, i) => [zh, list(row['codified_en'])[i]]),
      image: [row['image_zh'], row['image_en']],
      allusion: [row['allusion_line'], list(row['allusion_zh']), list(row['allusion_en'])],
      official: list(row['official_zh']).map((zh, i) => [zh, list(row['official_en'])[i]]),
      scholarship: list(row['scholarship_zh']).map((zh, i) => [zh, list(row['scholarship_en'])[i]]),
      reading: [row['reading_zh'], row['reading_en']],
      related: list(row['related']),
      contrast: list(row['contrast']),
      sources: list(row['sources']),
      evidence: row['evidence'],
      revised: row['revised'],
    }));
    const written = data.terms.map((term) => ({
      id: term.id,
      term: term.term,
      pinyin: term.pinyin,
      kind: term.kind,
      scope: term.scope,
      gloss: [term.gloss.zh, term.gloss.en],
      renderings: term.renderings.map((rendering) => rendering.text),
      variants: term.variants,
      notWhen: term.notWhen,
      members: term.members?.status === 'listed' ? term.members.items.map(({ zh, en }) => [zh, en]) : [],
      firstUse: term.firstUse ? [term.firstUse.date, term.firstUse.status, term.firstUse.occasion.zh, term.firstUse.occasion.en] : ['', '', '', ''],
      only: [term.onlyWhen, term.onlyIn],
      codified: term.codified.map(({ date, zh, en }) => [zh, en].map((text) => (date ? `${date} ${text}` : text))),
      image: [term.image?.zh ?? '', term.image?.en ?? ''],
      allusion: term.allusion
        ? [term.allusion.line, [term.allusion.work.zh, term.allusion.author.zh, term.allusion.turn.zh], [term.allusion.work.en, term.allusion.author.en, term.allusion.turn.en]]
        : ['', [], []],
      official: term.official.map(({ zh, en }) => [zh, en]),
      scholarship: term.scholarship.map(({ zh, en }) => [zh, en]),
      reading: [term.reading?.zh ?? '', term.reading?.en ?? ''],
      related: term.related,
      contrast: term.contrast,
      sources: term.sources,
      evidence: term.evidence,
      revised: term.revised,
    }));
    expect(read).toEqual(written);
  });

  test('counts passages and heads apart, and gives whole addresses', () => {
    for (const row of rows) {
      const mentions = data.mentions.get(row['id']!) ?? [];
      expect([Number(row['mentions']), Number(row['heads'])]).toEqual([mentions.filter(({ inHead }) => !inHead).length, mentions.filter(({ inHead }) => inHead).length]);
      expect(row['address']).toBe(`https://example.org/glossary/${row['id']}/`);
    }
    expect(rows.reduce((sum, row) => sum + Number(row['mentions']), 0)).toBeGreaterThan(300);
  });
});
