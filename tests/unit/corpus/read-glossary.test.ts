import { describe, expect, test } from 'vitest';
import { namedSources, readGlossary } from '../../../src/corpus/read-glossary.ts';
import { smallTerm } from '../support/glossary.ts';
import { report } from '../support/speech.ts';

const known = { sources: new Set(['gwr-2018', 'gwr-2019', 'congress-19-report']), speeches: new Set(['harvest', 'plenum']) };

/** A glossary file; the given lines stand on line 9 and below. */
const entry = (id: string, term: string, ...lines: string[]) => ({
  file: `${id}.mdx`,
  id,
  text: [
    '---',
    `term: ${term}`,
    'pinyin: sān nóng',
    'kind: concept',
    'gloss: { zh: 释义, en: gloss, basis: recalled }',
    'renderings:',
    '  - { text: rendering, basis: recalled }',
    'revised: "2026-11-21"',
    ...lines,
    '---',
    '',
  ].join('\n'),
});
const sanNong = entry('san-nong', '三农');
const reportOf = (...files: ReturnType<typeof entry>[]) => report(readGlossary(files, known).problems);

describe('a glossary in order', () => {
  test('has no problems', () => {
    expect(reportOf(sanNong, entry('liang-an', '粮安', 'related: [san-nong]', 'sources: [gwr-2018]', 'notWhen: [粮安局]'))).toBe('');
  });

  test('knows its entries by slug, with the headword as first form', () => {
    expect(readGlossary([entry('san-nong', '三农', 'variants: [“三农”]')], known).terms.get('san-nong')).toMatchObject({ id: 'san-nong', forms: ['三农', '“三农”'] });
  });

  test('knows the longer text of an entry in both languages', () => {
    const withText = { ...sanNong, text: `${sanNong.text}\n<Zh>\n\n更多。\n\n</Zh>\n\n<En>\n\nMore.\n\n</En>\n` };
    expect([sanNong, withText].map((file) => readGlossary([file], known).terms.get('san-nong')!.body)).toEqual([undefined, { zh: '<p>更多。</p>', en: '<p>More.</p>' }]);
  });
});

describe('what is wrong with a glossary is reported with its place', () => {
  test('a claim that says “seen” and rests on a source of which nothing was seen', () => {
    const file = entry(
      'san-nong',
      '三农',
      'firstUse: { date: "1996", occasion: { zh: 会, en: meeting }, certainty: low, status: earliest-seen,',
      '  basis: seen, source: gwr-2018 }',
    );
    expect(report(readGlossary([file], { ...known, seen: new Set(['gwr-2018']) }).problems)).toBe('');
    expect(report(readGlossary([file], { ...known, seen: new Set(['gwr-2019']) }).problems)).toMatchInlineSnapshot(`
      "san-nong.mdx:10:16  The claim says “seen”, but the source “gwr-2018” has no “seen”.
          Say in src/content/sources/gwr-2018.yaml what was seen of it, or give the claim the basis “recalled”."
    `);
    const recalled = { ...file, text: file.text.replace('basis: seen', 'basis: recalled') };
    expect(report(readGlossary([recalled], { ...known, seen: new Set() }).problems)).toBe('');
  });

  test('two entries that claim one form as headword', () => {
    expect(reportOf(sanNong, entry('nong', '三农'))).toMatchInlineSnapshot(`
      "nong.mdx:2:1  The surface form “三农” is already claimed by san-nong.mdx.
          Keep it in one of the two entries, and relate the entries with “related”."
    `);
  });

  test('a variant that another entry claims', () => {
    expect(reportOf(sanNong, entry('nong', '农业', 'variants:', '  - 农', '  - 三农'))).toMatchInlineSnapshot(`
      "nong.mdx:11:5  The surface form “三农” is already claimed by san-nong.mdx.
          Keep it in one of the two entries, and relate the entries with “related”."
    `);
  });

  test('a form that stands twice in one entry', () => {
    expect(reportOf(entry('san-nong', '三农', 'variants: [三农]'))).toMatchInlineSnapshot(`
      "san-nong.mdx:9:12  The surface form “三农” is already claimed by san-nong.mdx.
          Keep it in one of the two entries, and relate the entries with “related”."
    `);
  });

  test('a source that is not there, with a proposal', () => {
    expect(
      reportOf(
        entry(
          'san-nong',
          '三农',
          'firstUse:',
          '  date: "2018"',
          '  occasion: { zh: 报告, en: report }',
          '  certainty: low',
          '  status: earliest-seen',
          '  basis: seen',
          '  source: gwr-2017',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "san-nong.mdx:15:3  There is no source “gwr-2017” in src/content/sources/.
          Write the id of an existing record, or add src/content/sources/gwr-2017.yaml. Did you mean “gwr-2018” or “gwr-2019”?"
    `);
  });

  test('a further source that is not there', () => {
    expect(reportOf(entry('san-nong', '三农', 'sources: [gwr-2018, nowhere]'))).toMatchInlineSnapshot(`
      "san-nong.mdx:9:21  There is no source “nowhere” in src/content/sources/.
          Write the id of an existing record, or add src/content/sources/nowhere.yaml."
    `);
  });

  test('a related entry that is not there, with a proposal', () => {
    expect(reportOf(sanNong, entry('nong', '农业', 'related: [san-nogn]'))).toMatchInlineSnapshot(`
      "nong.mdx:9:11  Field “related” names the term “san-nogn”, which the glossary does not have.
          Write the slug of an existing entry, or add src/content/glossary/san-nogn.mdx. Did you mean “san-nong”?"
    `);
  });

  test('a contrasted entry that is not there', () => {
    expect(reportOf(entry('nong', '农业', 'contrast:', '  - gong'))).toMatchInlineSnapshot(`
      "nong.mdx:10:5  Field “contrast” names the term “gong”, which the glossary does not have.
          Write the slug of an existing entry, or add src/content/glossary/gong.mdx. Did you mean “nong”?"
    `);
  });

  test('an entry that is related to itself', () => {
    expect(reportOf(entry('nong', '农业', 'related: [nong]'))).toMatchInlineSnapshot(`
      "nong.mdx:9:11  Field “related” names the entry itself.
          Remove it."
    `);
  });

  test.each(['notWhen', 'onlyWhen'])('a wider string without a form in %s', (field) => {
    expect(reportOf(entry('nong', '农业', `${field}: [农业局, 工业局]`))).toContain(`Field “${field}”: “工业局” contains none of the surface forms of this entry.`);
    expect(reportOf(entry('nong', '农业', `${field}: [农业局]`))).toBe('');
  });

  test('a speech that is not there', () => {
    expect(reportOf(entry('nong', '农业', 'onlyIn: [harvest, plenun]'))).toMatchInlineSnapshot(`
      "nong.mdx:9:19  Field “onlyIn” names the speech “plenun”, which is not there.
          Write the file name of a speech in src/content/speeches/, without .mdx. Did you mean “plenum”?"
    `);
  });

  test.each([
    ['numbered-formula', ['members: { status: not-given }', 'scope: local']],
    ['numbered-formula', ['members: { status: not-given }', 'firstUse: { date: "2018", occasion: { zh: 会, en: m }, certainty: low, status: earliest-seen, basis: recalled }']],
    ['metaphor', ['image: { zh: 图, en: image }']],
    ['allusion', ['allusion: { work: { zh: 诗, en: poem }, author: { zh: 人, en: poet }, line: 句, turn: { zh: 用法, en: turn }, basis: recalled }']],
  ])('a %s without what its kind demands', (kind, needed) => {
    const ofKind = (lines: string[]) => {
      const { text, ...file } = entry('nong', '农业', ...lines);
      return { ...file, text: text.replace('kind: concept', `kind: ${kind}`) };
    };
    expect(reportOf(ofKind(needed))).toBe('');
    for (const line of needed) expect(reportOf(ofKind(needed.filter((other) => other !== line)))).toMatch(/^nong\.mdx:\d+:\d+ {2}Field “(members|firstUse|image|allusion)”: an? /);
  });

  test('a first use that no document shows', () => {
    const firstUse = (status: string, basis: string) =>
      reportOf(entry('nong', '农业', `firstUse: { date: "2018", occasion: { zh: 会, en: meeting }, certainty: high, status: ${status}, basis: ${basis} }`));
    expect(firstUse('first', 'recalled')).toContain('Field “firstUse.status”: “first” needs a document that shows it');
    expect([firstUse('first', 'text'), firstUse('earliest-seen', 'recalled')]).toEqual(['', '']);
  });

  test('an allusion without its author, or without its turn', () => {
    const allusion = (fields: string) => reportOf(entry('nong', '农业', `allusion: { work: { zh: 诗, en: poem }, line: 句, ${fields}, basis: recalled }`));
    expect(allusion('turn: { zh: 用法, en: turn }')).toContain('Field “allusion.author” is missing');
    expect(allusion('author: { zh: 人, en: poet }')).toContain('Field “allusion.turn” is missing');
  });

  test('a claim that was seen but names no source', () => {
    expect(reportOf(entry('nong', '农业', 'official:', '  - { zh: 定义, en: definition, basis: seen }'))).toMatchInlineSnapshot(`
      "nong.mdx:10:5  Field “official.0.source”: a claim with basis “seen” needs a “source”: the id of a record in src/content/sources/.
          The guide for editors lists every field with an example."
    `);
  });

  test('a gloss that is too long', () => {
    const { text, ...file } = sanNong;
    expect(reportOf({ ...file, text: text.replace('释义', '释'.repeat(131)) })).toMatchInlineSnapshot(`
      "san-nong.mdx:5:10  Field “gloss.zh”: keep the Chinese gloss under 130 characters.
          The guide for editors lists every field with an example."
    `);
  });

  test('a field that is not known', () => {
    expect(reportOf(entry('nong', '农业', 'varients: [农]'))).toMatchInlineSnapshot(`
      "nong.mdx:9:1  Field “varients” is not known here.
          Check its spelling and its indentation, or remove it."
    `);
  });

  test('a kind that is not known', () => {
    const { text, ...file } = sanNong;
    expect(reportOf({ ...file, text: text.replace('kind: concept', 'kind: slogan') })).toMatchInlineSnapshot(`
      "san-nong.mdx:4:1  Field “kind”: invalid option: expected one of "numbered-formula"|"formulation"|"concept"|"policy"|"technical"|"institution"|"meeting"|"document"|"metaphor"|"allusion"|"idiom".
          The guide for editors lists every field with an example."
    `);
  });

  test('a date that is a number', () => {
    const { text, ...file } = sanNong;
    expect(reportOf({ ...file, text: text.replace('"2026-11-21"', '2026') })).toMatchInlineSnapshot(`
      "san-nong.mdx:8:1  Field “revised”: invalid input: expected string, received number.
          The guide for editors lists every field with an example."
    `);
  });

  test('a file name that cannot be an address', () => {
    expect(reportOf(entry('San Nong', '三农'))).toMatchInlineSnapshot(`
      "San Nong.mdx:1:1  “San Nong” cannot be a file name here, because it becomes part of an address.
          Use lower-case letters and digits joined by hyphens, such as liang-ge-wei-hu.mdx."
    `);
  });

  test('a file without front matter', () => {
    expect(reportOf({ file: 'nong.mdx', id: 'nong', text: '农业\n' })).toMatchInlineSnapshot(`
      "nong.mdx:1:1  The file does not begin with front matter.
          Begin the first line with ---, write the fields, and close them with a line of --- again."
    `);
  });

  test('an entry that cannot be read claims nothing and is related to by none', () => {
    const broken = { file: 'nong.mdx', id: 'nong', text: '---\nterm: 三农\n---\n' };
    expect(readGlossary([broken, sanNong], known).problems.map(({ kind }) => kind)).not.toContain('claimed-twice');
  });
});

describe('the evidence of an entry', () => {
  const seen = { basis: 'seen', source: 'gwr-2018' };
  const evidenceOf = (fields: object) => smallTerm('san-nong', fields).evidence;
  const gloss = (claim: object) => ({ zh: '释义', en: 'gloss', ...claim });
  const members = (claim: object) => ({
    status: 'listed',
    items: [
      { zh: '一', en: 'one' },
      { zh: '二', en: 'two' },
    ],
    ...claim,
  });
  const firstUse = (claim: object) => ({ date: '2018', occasion: { zh: '会', en: 'meeting' }, certainty: 'high', status: 'earliest-seen', ...claim });

  test.each([
    ['seen', seen],
    ['text', { basis: 'text' }],
    ['inferred', { basis: 'inferred' }],
    ['recalled', { basis: 'recalled' }],
  ])('is that of its gloss alone: %s', (basis, claim) => {
    expect(evidenceOf({ gloss: gloss(claim) })).toBe(basis);
  });

  test('is that of the members when they are weaker', () => {
    expect(evidenceOf({ gloss: gloss(seen), members: members({ basis: 'inferred' }) })).toBe('inferred');
  });

  test('is that of the first use when it is weaker', () => {
    expect(evidenceOf({ gloss: gloss(seen), members: members({ basis: 'text' }), firstUse: firstUse({ basis: 'recalled' }) })).toBe('recalled');
  });

  test('is that of the gloss when it is the weakest', () => {
    expect(evidenceOf({ gloss: gloss({ basis: 'inferred' }), members: members(seen), firstUse: firstUse(seen) })).toBe('inferred');
  });

  test('does not ask about renderings or codifications', () => {
    expect(evidenceOf({ gloss: gloss(seen), codified: [{ zh: '党章', en: 'constitution', basis: 'recalled' }] })).toBe('seen');
  });

  test('does not ask about members that are not given', () => {
    expect(evidenceOf({ gloss: gloss(seen), members: { status: 'not-given' } })).toBe('seen');
  });
});

describe('the sources that an entry names', () => {
  test('are found at any depth, with their paths', () => {
    expect(namedSources({ gloss: { source: 'a' }, official: [{ zh: '…', source: 'b' }], sources: ['c', 'd'] })).toEqual([
      { id: 'a', path: ['gloss', 'source'] },
      { id: 'b', path: ['official', 0, 'source'] },
      { id: 'c', path: ['sources', 0] },
      { id: 'd', path: ['sources', 1] },
    ]);
  });

  test('are not looked for in other texts', () => {
    expect(namedSources({ term: 'source', variants: ['source'] })).toEqual([]);
  });
});
