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
        "members_zh",
        "members_en",
        "first_use",
        "first_use_status",
        "first_use_zh",
        "first_use_en",
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
