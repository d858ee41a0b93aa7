import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildConcordance, type SpeechRecord } from '../../../../src/text/concordance/build.ts';
import { nameOf } from '../../../../src/text/concordance/format.ts';
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

  test('are named by the hash of their bytes, but for the root, which comes last', () => {
    fc.assert(
      fc.property(corpora(mixedAlphabet), sizes, (some, settings) => {
        const { files, names } = build(some, settings);
        expect(names.indexOf('root')).toBe(names.length - 1);
        expect([...files.keys()].filter((name) => name !== 'root')).toEqual([...files].filter(([name]) => name !== 'root').map(([, bytes]) => nameOf(bytes)));
      }),
      runs(30),
    );
  });

  test('are counted in the report', () => {
    const written: number[] = [];
    const report = buildConcordance(speeches.map(recordOf), { deflate: (bytes) => bytes, write: (_name, bytes) => written.push(bytes.length), blockSize: 4 });
    expect(report).toEqual({
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
    const { files, names } = build(some, { blockSize: 16, summarySize: 500 });
    expect([names.length, nameOf(new TextEncoder().encode(names.join(' '))), nameOf(files.get('root')!)]).toMatchInlineSnapshot(`
      [
        1440,
        "0cecd09d25fd874a",
        "cf1d78c1b4ecf4e2",
      ]
    `);
  });

  test('may be compressed', async () => {
    const files = new Map<string, Uint8Array>();
    buildConcordance(speeches.map(recordOf), { deflate: (bytes) => deflateRawSync(bytes), write: (name, bytes) => files.set(name, bytes), blockSize: 4 });
    const concordance = await Concordance.open({ fetch: async (name) => files.get(name)!, inflate: async (bytes) => inflateRawSync(bytes) });
    expect((await concordance.find('稳中求进')).counts.map(({ speech }) => speech)).toEqual([0, 1]);
  });
});

describe('the catalogue', () => {
  const many = Array.from({ length: 130 }, (_, i) => ({ passages: [`第${i}段`], heads: [`题${i}`] }));

  test('has a line for each speech, and its text', async () => {
    const store = await openStore(build(many));
    expect(store.root.catalogue).toHaveLength(3);
    for (const speech of [0, 63, 64, 129]) {
      const { passages, heads, ...line } = recordOf(many[speech]!, speech);
      expect(await store.line(speech)).toEqual({ ...line, text: expect.stringMatching(/^[0-9a-f]{16}$/) });
      expect(await store.text(speech)).toEqual({ passages, heads });
    }
  });

  test('keeps texts as they are, halves of characters and all', async () => {
    const odd = [{ passages: ['“\ud83d”　Ａ'], heads: ['\ude00'] }];
    const { passages, heads } = await (await openStore(build(odd))).text(0);
    expect([passages[0]?.text, heads[0]?.text]).toEqual(['“\ud83d”　Ａ', '\ude00']);
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

  test('may be gone through several times, made anew each time', () => {
    const anew = {
      *[Symbol.iterator]() {
        for (const [i, speech] of speeches.entries()) yield recordOf(speech, i);
      },
    };
    expect(buildFrom(anew)).toEqual(build(speeches));
  });

  test('must not be gone after the first time', () => {
    expect(() => buildFrom(speeches.map(recordOf).values())).toThrow('not the same the second time');
  });

  test('must not contain U+0000', () => {
    expect(() => build([{ passages: ['甲\0'], heads: [] }])).toThrow('U+0000');
  });
});

describe('a long list of files', () => {
  // 1,025 different characters are as many blocks of one entry.
  const different = (count: number) => [{ passages: [String.fromCharCode(...Array.from({ length: count }, (_, i) => 0x4e00 + i))], heads: [] }];

  test.each([
    [1024, false, 1024],
    [1025, true, 5],
  ])('of %i files: is divided into pages: %s', async (count, paged, files) => {
    const { blocks } = (await openStore(build(different(count), { blockSize: 1 }))).root.arrays.right;
    expect([blocks.paged, blocks.files.length]).toEqual([paged, files]);
  });
});
