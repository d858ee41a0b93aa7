import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockSizeFor, buildConcordance, type SpeechRecord } from '../../../../src/text/concordance/build.ts';
import { formatVersion, unseal } from '../../../../src/text/concordance/format.ts';
import { Concordance } from '../../../../src/text/concordance/query.ts';
import { Store } from '../../../../src/text/concordance/store.ts';
import { runs } from '../../support/property.ts';
import { build, buildFrom, corpora, mixedAlphabet, recordOf, sourceOf } from './support.ts';

const speeches = [
  { passages: ['稳中求进，守正创新。', '先立后破'], heads: ['题'] },
  { passages: ['稳中求进'], heads: [] },
];
const openStore = (built: ReturnType<typeof build>) => Store.open(sourceOf(built));
const sizes = fc.record({ blockSize: fc.constantFrom(1, 4, 16, 2048), summarySize: fc.constantFrom(1, 50, 24_000) });

describe('the files of an index', () => {
  test('are the same whenever the speeches are', () => {
    fc.assert(
      fc.property(corpora(mixedAlphabet), sizes, (some, settings) => {
        expect(build(some, settings)).toEqual(build(structuredClone(some), settings));
      }),
      runs(30),
    );
  });

  test('begin with a check of their bytes and their name; the root comes last', () => {
    fc.assert(
      fc.property(corpora(mixedAlphabet), sizes, (some, settings) => {
        const { files } = build(some, settings);
        for (const [name, bytes] of files) expect(() => unseal(name, bytes)).not.toThrow();
        expect([...files.keys()].at(-1)).toBe('root');
      }),
      runs(30),
    );
  });

  test('make an edition that the root names, and that is another when anything is', async () => {
    const editions = await Promise.all(
      [speeches, [...speeches].reverse(), speeches.slice(0, 1), []].map(async (some) => {
        const built = build(some);
        expect((await openStore(built)).edition).toBe(built.report.edition);
        return built.report.edition;
      }),
    );
    const records = speeches.map(recordOf);
    const others = [{ date: '2011' }, { title: '题' }, { kind: 'other' }].map((change) => buildFrom([{ ...records[0]!, ...change }, records[1]!]).report.edition);
    const resized = build(speeches, { blockSize: 4 }).report.edition;
    expect(new Set([...editions, ...others, resized]).size).toBe(8);
  });

  test('are counted in the report', () => {
    const written: number[] = [];
    const report = buildConcordance(speeches.map(recordOf), { deflate: (bytes) => bytes, write: (_name, bytes) => written.push(bytes.length), blockSize: 4 });
    expect(report).toEqual({
      edition: expect.stringMatching(/^[0-9a-f]{16}$/),
      files: written.length,
      bytes: written.reduce((sum, length) => sum + length, 0),
      entries: { right: 19, left: 19, loose: 17 },
      summaries: expect.anything(),
    });
  });

  // Whoever changes the files on purpose raises `formatVersion`.
  test('do not change unnoticed', () => {
    const texts = ['稳中求进，守正创新。', '“三农”工作', 'ＧＤＰ增长5.5%', '😀稳中、求进', '甲乙'.repeat(40), ''];
    const some = Array.from({ length: 70 }, (_, i) => ({ passages: texts.slice(i % 4), heads: i % 3 ? ['题'] : [] }));
    const { edition, files } = build(some, { blockSize: 16, summarySize: 500, pageSize: 8 }).report;
    expect([formatVersion, files, edition]).toMatchInlineSnapshot(`
      [
        4,
        1615,
        "a1f50d143b7945fe",
      ]
    `);
  });

  test('may be compressed', async () => {
    const files = new Map<string, Uint8Array>();
    buildConcordance(speeches.map(recordOf), { deflate: (bytes) => deflateRawSync(bytes), write: (name, bytes) => files.set(name, bytes), blockSize: 4 });
    const concordance = await Concordance.open({
      root: async () => files.get('root')!,
      file: async (_edition, name) => files.get(name)!,
      inflate: async (bytes) => inflateRawSync(bytes),
    });
    expect((await concordance.find('稳中求进')).counts.map(({ speech }) => speech)).toEqual([0, 1]);
  });
});

describe('the speeches', () => {
  const many = Array.from({ length: 130 }, (_, i) => ({ passages: [`第${i}段`], heads: [`题${i}`] }));

  test('are stored whole, and their names in lists', async () => {
    const store = await openStore(build(many));
    for (const speech of [0, 63, 64, 129]) {
      const record = recordOf(many[speech]!, speech);
      expect(await store.speech(speech)).toEqual(record);
      expect(await store.name(speech)).toEqual({ title: record.title, date: record.date, url: record.url });
    }
  });

  test('keep their texts as they are, halves of characters and all', async () => {
    const odd = [{ passages: ['“\ud83d”　Ａ'], heads: ['\ude00'] }];
    const { passages, heads } = await (await openStore(build(odd))).speech(0);
    expect([passages[0]?.text, heads[0]?.text]).toEqual(['“\ud83d”　Ａ', '\ude00']);
  });

  test('are measured in characters of their passages: pairs of surrogates as one, heads not at all', async () => {
    const { root } = await openStore(
      build([
        { passages: ['甲，乙', '𠮷\ud83d😀\ude00'], heads: ['题'] },
        { passages: [], heads: ['题'] },
      ]),
    );
    expect([...root.characters]).toEqual([7, 0]);
  });
});

test('the attributes are the kind and the year, each value once', async () => {
  const records = ['2017-10-18', '2012-11-08', '2017-03-05', '2020?'].map((date, i): SpeechRecord => ({ ...recordOf(speeches[0]!, i), date, kind: i ? 'report' : 'address' }));
  const { root } = await openStore(buildFrom(records));
  expect(root.attributes).toEqual([
    { name: 'kind', values: ['address', 'report'], ofSpeech: Uint32Array.of(0, 1, 1, 1) },
    { name: 'year', values: ['2012', '2017', '2020'], ofSpeech: Uint32Array.of(1, 0, 1, 2) },
  ]);
});

describe('what the builder is given', () => {
  test('may be no speeches at all', async () => {
    const concordance = await Concordance.open(sourceOf(build([])));
    expect([concordance.speeches, (await concordance.find('甲')).counts]).toEqual([0, []]);
  });

  test('is gone through once', () => {
    expect(buildFrom(speeches.map(recordOf).values())).toEqual(build(speeches));
  });

  test('must not contain U+0000', () => {
    expect(() => build([{ passages: ['甲\0'], heads: [] }])).toThrow('U+0000');
  });
});

describe('a long list of files', () => {
  // So many different characters are as many blocks of one entry.
  const different = (count: number) => [{ passages: [String.fromCharCode(...Array.from({ length: count }, (_, i) => 0x4e00 + i))], heads: [] }];

  test.each([
    [80, 0, 80],
    [81, 10, 9],
  ])('of %i files, with pages of ten keys: has pages of %i', async (count, pageSize, keys) => {
    const { blocks } = (await openStore(build(different(count), { blockSize: 1, pageSize: 10 }))).root.arrays.right;
    expect([blocks.pageSize, blocks.keys.length]).toEqual([pageSize, keys]);
  });
});

test.each([
  [0, 512],
  [30_000, 512],
  [2 ** 20 - 1, 512],
  [2 ** 20, 1024],
  [1_300_000, 1024],
  [13_000_000, 2048],
  [130_000_000, 4096],
])('an array of %i entries has blocks of %i', (entries, size) => {
  expect(blockSizeFor(entries)).toBe(size);
});
