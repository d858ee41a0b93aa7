import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Concordance, type Found, type Hit, mostVerified, TooCommonError } from '../../../../src/text/concordance/query.ts';
import { occurrences, occurrencesIgnoringPunctuation } from '../../../../src/text/concordance/scan.ts';
import { totals } from '../../../../src/text/concordance/summary.ts';
import { passagesOf } from '../../../../src/text/types.ts';
import { runs } from '../../support/property.ts';
import { realSpeech, realSpeeches } from '../../support/speech.ts';
import { build, corpora, folded, mixedAlphabet, offsetsOf, random, type Sizes, type SmallSpeech, scan, scanFolded, scanLoosely, sourceOf, words } from './support.ts';

const open = (speeches: readonly SmallSpeech[], sizes?: Sizes) => Concordance.open(sourceOf(build(speeches, sizes)));

/** Occurrences by speech: what can be told without the text. */
const occurrencesOf = ({ counts }: Pick<Found, 'counts'>) => counts.map(({ speech, occurrences, inHeads }) => ({ speech, occurrences, inHeads }));

/** A hit as a scan would name it. */
const named = ({ speech, unit, start, end }: Hit) => `${speech}/${unit.id} ${start}-${end}`;

/** Hits in passages in an order by context, found by scanning and sorted by comparing what `keyLength` looks at. */
function sortedByScanning(speeches: readonly SmallSpeech[], query: string, order: 'right' | 'left', wanted = (_speech: number) => true): string[] {
  const hits = speeches.flatMap(({ passages }, speech) =>
    passages.flatMap((passage, number) => {
      const text = folded(passage);
      return offsetsOf(text, folded(query)).map((start) => {
        const end = start + query.length;
        const context = order === 'right' ? text.slice(start) : text.slice(0, end).split('').reverse().join('');
        return { speech, number, start, end, key: context.slice(0, 31) };
      });
    }),
  );
  return hits
    .filter(({ speech }) => wanted(speech))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.speech - b.speech || a.number - b.number || (order === 'right' ? a.start - b.start : b.start - a.start)))
    .map(({ speech, number, start, end }) => `${speech}/p${number + 1} ${start}-${end}`);
}

/** All sorted hits, page by page. */
async function allSorted(concordance: Concordance, query: string, order: 'right' | 'left', size: number, wanted?: (speech: number) => boolean): Promise<string[]> {
  const all: Hit[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const { hits, next } = await concordance.sorted(query, order, { from, size }, wanted ? { wanted } : {});
    if (hits.length > size || (next !== undefined && next <= from)) throw new Error(`a page from ${from} has ${hits.length} hits and goes on at ${next}`);
    all.push(...hits);
    from = next;
  }
  return all.map(named);
}

/** Asks everything about a query and compares it with a scan. */
async function expectAsScanned(concordance: Concordance, speeches: readonly SmallSpeech[], query: string): Promise<void> {
  const found = await concordance.find(query);
  const strict = await concordance.find(query, { strict: true });
  const loose = await concordance.findIgnoringPunctuation(found);
  expect({ query, counts: found.counts, strict: strict.counts, loose: occurrencesOf(loose) }).toEqual({
    query,
    counts: scanFolded(speeches, query),
    strict: scan(speeches, (text) => offsetsOf(text, query)),
    loose: occurrencesOf({ counts: scan(speeches, (text) => scanLoosely(text, query)) }),
  });
}

/** Counts queries and compares the counts with a scan. */
async function expectCounts(concordance: Concordance, speeches: readonly SmallSpeech[], queries: readonly string[]): Promise<void> {
  const found = await Promise.all(queries.map((query) => concordance.find(query)));
  expect(found.map(({ query, counts }) => ({ query, counts }))).toEqual(queries.map((query) => ({ query, counts: scanFolded(speeches, query) })));
}

const sizes = fc.record({ blockSize: fc.constantFrom(1, 2, 4, 4, 7, 16), summarySize: fc.constantFrom(1, 60, 24_000), pageSize: fc.constantFrom(1, 3, 1024) });

/** A small corpus with queries: parts of its texts, perhaps with a character changed, and others. */
function casesOver(alphabet: readonly string[], maxLength?: number) {
  return corpora(alphabet, maxLength).chain((speeches) => {
    const texts = speeches.flatMap(({ passages, heads }) => [...passages, ...heads]).filter((text) => text !== '');
    const part = fc.tuple(fc.constantFrom('', ...texts), fc.nat(), fc.integer({ min: 1, max: 45 })).map(([text, at, length]) => {
      const start = text.length ? at % text.length : 0;
      return text.slice(start, start + length);
    });
    const nearly = fc.tuple(part, fc.nat(), fc.constantFrom(...alphabet)).map(([text, at, character]) =>
      text === ''
        ? ''
        : text
            .split('')
            .with(at % text.length, character)
            .join(''),
    );
    const marked = fc.tuple(part, fc.nat(40)).map(([text, at]) => `${text.slice(0, at)}，${text.slice(at)}`);
    return fc.record({ speeches: fc.constant(speeches), queries: fc.array(fc.oneof(part, part, nearly, marked, words(alphabet, 8)), { maxLength: 10 }), sizes });
  });
}

describe('in any small corpus', () => {
  test.each([
    ['of two characters', ['甲', '乙'], 70, 40],
    ['of two characters and a comma', ['甲', '乙', '，'], 60, 40],
    ['of characters of many kinds', mixedAlphabet, 40, 40],
  ])('%s, every count is that of a scan', async (_what, alphabet, maxLength, numRuns) => {
    await fc.assert(
      fc.asyncProperty(casesOver(alphabet, maxLength), async ({ speeches, queries, sizes }) => {
        const concordance = await open(speeches, sizes);
        for (const query of ['', ...alphabet, ...queries]) await expectAsScanned(concordance, speeches, query);
      }),
      runs(numRuns),
    );
  });

  test.each([
    ['of two characters', ['甲', '乙'], 70],
    ['of characters of many kinds', mixedAlphabet, 40],
  ])('%s, hits in the order of their context are those of a scan, however they are paged', async (_what, alphabet, maxLength) => {
    await fc.assert(
      fc.asyncProperty(casesOver(alphabet, maxLength), fc.constantFrom(2, 3, 7), async ({ speeches, queries, sizes }, size) => {
        const concordance = await open(speeches, sizes);
        const odd = (speech: number) => speech % 2 === 1;
        for (const query of ['', alphabet[0]!, ...queries.slice(0, 4)]) {
          for (const order of ['right', 'left'] as const) {
            const scanned = sortedByScanning(speeches, query, order);
            expect(await allSorted(concordance, query, order, 1000)).toEqual(scanned);
            expect(await allSorted(concordance, query, order, size)).toEqual(scanned);
            expect(await allSorted(concordance, query, order, size, odd)).toEqual(sortedByScanning(speeches, query, order, odd));
          }
        }
      }),
      runs(20),
    );
  });
});

describe('in the real speeches', () => {
  let speeches: SmallSpeech[];
  let concordance: Concordance;
  beforeAll(async () => {
    speeches = realSpeeches.map(realSpeech).map((speech) => ({
      passages: passagesOf(speech).map(({ text }) => text),
      heads: [speech.title.lines.join(''), ...speech.sections.flatMap(({ head }) => (head ? [head.text] : []))],
    }));
    concordance = await open(speeches, { blockSize: 16, summarySize: 400 });
  });
  const texts = () => speeches.flatMap(({ passages, heads }) => [...passages, ...heads]);

  test('every character is counted', async () => {
    await expectCounts(concordance, speeches, [...new Set(texts().join(''))]);
  });

  test('so is any part of them, in each way', async () => {
    const next = random(1);
    const all = texts();
    for (let i = 0; i < 120; i++) {
      const text = all[next(all.length)]!;
      const start = next(text.length);
      await expectAsScanned(concordance, speeches, text.slice(start, start + 1 + next(40)));
    }
  });

  test('a text that differs in one character from one of theirs is counted as often as it is there', async () => {
    const next = random(2);
    const all = texts();
    for (let i = 0; i < 60; i++) {
      const text = all[next(all.length)]!;
      const start = next(text.length);
      const part = text.slice(start, start + 2 + next(38)).split('');
      await expectAsScanned(concordance, speeches, part.with(next(part.length), [...'的发展鱻，'][next(5)]!).join(''));
    }
  });

  test.each(['发展', '的', '。', '高质量发展', '两个'])('the lines of %s come in the order of their context', async (query) => {
    for (const order of ['right', 'left'] as const) expect(await allSorted(concordance, query, order, 50)).toEqual(sortedByScanning(speeches, query, order));
  });
});

describe('a corpus of clauses that repeat, with long lists in pages', () => {
  const speeches: SmallSpeech[] = [];
  let concordance: Concordance;
  beforeAll(async () => {
    const next = random(3);
    const clauses = realSpeeches.flatMap((id) => passagesOf(realSpeech(id)).flatMap(({ text }) => text.split(/(?<=[，。；：、])/)));
    const some = Array.from({ length: 200 }, () => clauses[next(clauses.length)]!);
    for (let i = 0; i < 20; i++) {
      speeches.push({ passages: Array.from({ length: 4 }, () => Array.from({ length: 8 }, () => some[next(some.length)]).join('')), heads: [some[next(some.length)]!] });
    }
    concordance = await open(speeches, { blockSize: 1, summarySize: 1, pageSize: 16 });
  });

  test('has blocks and summaries in pages', async () => {
    for (const array of ['right', 'left', 'loose'] as const) {
      const { blocks, summaries } = await concordance.store.array(array);
      expect([blocks.pageSize, summaries.pageSize]).toEqual([16, 16]);
    }
  });

  test('counts every character and any part as a scan does', async () => {
    const next = random(4);
    const all = speeches.flatMap(({ passages, heads }) => [...passages, ...heads]);
    const parts = Array.from({ length: 120 }, () => {
      const text = all[next(all.length)]!;
      const start = next(text.length);
      return text.slice(start, start + 1 + next(40));
    });
    await expectCounts(concordance, speeches, [...new Set(all.join('')), ...parts]);
    for (const query of parts.slice(0, 40)) await expectAsScanned(concordance, speeches, query);
  });

  test('counts any word by three files beyond the root at most, texts not counted', async () => {
    const built = build(speeches, { blockSize: 1, summarySize: 1, pageSize: 16 });
    const words = new Set(speeches.flatMap(({ passages }) => [...passages[0]!].flatMap((_, i) => [1, 2, 4].map((length) => passages[0]!.slice(i, i + length)))));
    const most = { pages: 0, files: 0 };
    for (const word of words) {
      const read: string[] = [];
      const source = sourceOf(built, (name, bytes) => {
        if (name !== 'root' && !name.startsWith('speech/')) read.push(name);
        return bytes;
      });
      await (await Concordance.open(source)).find(word);
      most.files = Math.max(most.files, read.length);
      most.pages = Math.max(most.pages, read.filter((name) => name.includes('/blocks-')).length);
    }
    expect(most).toEqual({ pages: 1, files: 3 });
  });

  test('lists the lines of common and rare words in order', async () => {
    const text = speeches[0]!.passages[0]!;
    for (const query of ['，', text.slice(0, 2), text.slice(0, 20), text.slice(0, 35)]) {
      for (const order of ['right', 'left'] as const) expect(await allSorted(concordance, query, order, 40)).toEqual(sortedByScanning(speeches, query, order));
    }
  });
});

describe('a query as long as a key', () => {
  // 31 units, more often than a block has entries: the blocks begin amid equal keys.
  const slogan = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日';
  const speeches = Array.from({ length: 9 }, (_, i) => ({ passages: [`${i}${slogan}月${i}`, slogan], heads: [slogan] }));

  test.each([1, 2, 4, 5, 9, 16])('is counted in full where blocks of %i begin inside its range', async (blockSize) => {
    const concordance = await open(speeches, { blockSize });
    for (const query of [slogan, slogan.slice(1), `${slogan}月`, slogan.slice(0, 30)]) await expectAsScanned(concordance, speeches, query);
  });
});

describe('a query longer than a key', () => {
  test('is verified in the text', async () => {
    const start = '甲'.repeat(40);
    const speeches = [{ passages: [`${start}乙`, `${start}丙`], heads: [`${start}乙`] }];
    const { counts } = await (await open(speeches)).find(`${start}乙`);
    expect(counts).toEqual([{ speech: 0, occurrences: 1, passages: 1, inHeads: 1 }]);
  });

  test('is not found where it would begin before the text', async () => {
    const concordance = await open([{ passages: ['甲'.repeat(45)], heads: [] }], { blockSize: 4 });
    for (const order of ['right', 'left'] as const) expect(await allSorted(concordance, '甲'.repeat(40), order, 3)).toHaveLength(6);
  });

  test('is found ignoring punctuation', async () => {
    const speeches = [{ passages: [`${'甲乙丙丁，'.repeat(9)}戊`], heads: [`${'甲乙丙丁、'.repeat(9)}己`] }];
    const concordance = await open(speeches, { blockSize: 4 });
    for (const query of ['甲乙丙丁'.repeat(9), `${'甲乙丙丁，'.repeat(9)}己`]) await expectAsScanned(concordance, speeches, query);
  });

  test('is looked up by the stretch that fewest speeches have', async () => {
    const [common, rare] = ['甲乙丙丁'.repeat(10), '子丑寅卯'.repeat(10)];
    const speeches = [...Array.from({ length: mostVerified + 1 }, () => ({ passages: [common], heads: [] })), { passages: [common + rare], heads: [] }];
    const { counts } = await (await open(speeches)).find(common + rare);
    expect(counts).toEqual([{ speech: mostVerified + 1, occurrences: 1, passages: 1, inHeads: 0 }]);
  });
});

describe('a query with too many candidates to verify', () => {
  const long = '甲乙丙丁'.repeat(10);
  const many = (count: number) => Array.from({ length: count }, () => ({ passages: [`${long}，GDP`], heads: [] }));
  const cases: [string, (concordance: Concordance) => Promise<unknown>][] = [
    ['that is long', (concordance) => concordance.find(long)],
    ['that is strict', (concordance) => concordance.find('GDP', { strict: true })],
    [
      'that is long without its punctuation',
      async (concordance) => concordance.findIgnoringPunctuation({ ...(await concordance.find('甲')), query: long.replace('丙', '丙，'), folded: '鱻' }),
    ],
  ];

  test.each(cases)('%s says how many speeches would have to be read', async (_what, ask) => {
    const asked = ask(await open(many(mostVerified + 1)));
    await expect(asked).rejects.toThrow(TooCommonError);
    await expect(asked).rejects.toMatchObject({ speeches: mostVerified + 1 });
  });

  test.each(cases)('%s is answered when they are just few enough', async (_what, ask) => {
    expect(totals(((await ask(await open(many(mostVerified)))) as Found).counts).speeches).toBe(mostVerified);
  });

  test('is answered however many there are when it is short, or strict about nothing that the fold changes', async () => {
    const concordance = await open(many(mostVerified + 1));
    expect((await concordance.find('gdp')).counts).toHaveLength(mostVerified + 1);
    expect((await concordance.find('甲乙', { strict: true })).counts).toHaveLength(mostVerified + 1);
  });
});

describe('strictly', () => {
  const speeches = [{ passages: ['GDP，“三农”', 'gdp,"三农"'], heads: ['ＧＤＰ'] }];

  test.each([
    ['GDP', 1, 0],
    ['gdp', 1, 0],
    ['ＧＤＰ', 0, 1],
    ['“三农”', 1, 0],
    ['「三农」', 0, 0],
    ['三农', 2, 0],
    [',', 1, 0],
  ])('%s is found character for character', async (query, occurrences, inHeads) => {
    expect(totals((await (await open(speeches)).find(query, { strict: true })).counts)).toMatchObject({ occurrences, inHeads });
  });

  test('what is exact under the fold is not counted as differing in punctuation', async () => {
    const concordance = await open([{ passages: ['gdp', 'G-D-P'], heads: [] }]);
    const loose = await concordance.findIgnoringPunctuation(await concordance.find('GDP', { strict: true }));
    expect(loose.counts).toMatchObject([{ speech: 0, occurrences: 1 }]);
  });
});

test('strictly, every character that the fold changes is told from the one that it becomes', async () => {
  const changed = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((unit) => folded(unit) !== unit);
  const speeches = [
    { passages: [changed.join('')], heads: [] },
    { passages: [changed.map(folded).join('')], heads: [] },
  ];
  const concordance = await open(speeches);
  const queries = [...changed, ...changed.map(folded)];
  const found = await Promise.all(queries.map((query) => concordance.find(query, { strict: true })));
  expect(found.map(({ counts }) => counts)).toEqual(queries.map((query) => scan(speeches, (text) => offsetsOf(text, query))));
});

describe('what no text contains', () => {
  const speeches = [{ passages: ['甲', '乙甲'], heads: ['甲'] }];

  test.each([
    ['nothing at all', ''],
    ['U+0000', '\0'],
    ['a text and U+0000', '甲\0'],
    ['a long text with U+0000', `甲\0${'甲'.repeat(40)}`],
  ])('%s is not found', async (_what, query) => {
    for (const blockSize of [1, 16]) {
      const concordance = await open(speeches, { blockSize });
      expect((await concordance.find(query)).counts).toEqual([]);
      for (const order of ['right', 'left'] as const) expect(await concordance.sorted(query, order, { from: 0, size: 10 })).toEqual({ hits: [], next: undefined });
    }
  });

  test('and what is asked of a corpus without a text is not found', async () => {
    const concordance = await open([
      { passages: [], heads: [] },
      { passages: [''], heads: [''] },
    ]);
    const found = await concordance.find('甲');
    expect(found).toEqual({ query: '甲', folded: '甲', counts: [] });
    expect((await concordance.findIgnoringPunctuation(found)).counts).toEqual([]);
    expect(await concordance.sorted('甲', 'left', { from: 0, size: 10 })).toEqual({ hits: [], next: undefined });
  });
});

describe('reading the hits of speeches', () => {
  const speeches = [
    { passages: ['甲乙甲', '丙'], heads: ['题甲'] },
    { passages: ['丙'], heads: [] },
    { passages: ['甲，乙'], heads: [] },
  ];

  test('gives them in the order of the text, heads after passages', async () => {
    const read = await (await open(speeches)).read([0, 1, 2], (text) => occurrences(text, '甲'));
    expect(read.map(({ record }) => record.id)).toEqual(['speech-0', 'speech-1', 'speech-2']);
    const hits = read.flatMap(({ hits }) => hits);
    expect(hits.map((hit) => [named(hit), hit.inHead, hit.record.id])).toEqual([
      ['0/p1 0-1', false, 'speech-0'],
      ['0/p1 2-3', false, 'speech-0'],
      ['0/h1 1-2', true, 'speech-0'],
      ['2/p1 0-1', false, 'speech-2'],
    ]);
  });

  test('gives those of the speeches that are asked for', async () => {
    const [read] = await (await open(speeches)).read([2], (text) => occurrencesIgnoringPunctuation(text, '甲乙'));
    expect(read?.hits.map(named)).toEqual(['2/p1 0-3']);
  });
});

describe('counting', () => {
  test.each([
    ['甲', 1],
    ['甲甲', 2],
    ['甲乙', 2],
    ['乙', 1],
    ['鱻', 1],
  ])('%s fetches its one summary, or the blocks at the ends of its range: %i', async (query, files) => {
    // In blocks of three: 乙, 乙, 甲乙 | 甲乙, 甲甲…, 甲甲… | three times 甲甲…
    const { fetched, concordance } = await openCounting([{ passages: ['甲甲甲甲甲甲乙', '甲乙'], heads: [] }], { blockSize: 3 });
    await concordance.find(query);
    expect(fetched).toHaveLength(files);
  });
});

/** Opens an index and takes down what is fetched from it. */
async function openCounting(speeches: readonly SmallSpeech[], sizes: Sizes): Promise<{ fetched: string[]; concordance: Concordance }> {
  const fetched: string[] = [];
  const concordance = await Concordance.open(
    sourceOf(build(speeches, sizes), (name, bytes) => {
      fetched.push(name);
      return bytes;
    }),
  );
  fetched.length = 0;
  return { fetched, concordance };
}

describe('a page of hits in order', () => {
  test('reads a bounded number of blocks, though a filter lets nothing through', async () => {
    const { fetched, concordance } = await openCounting([{ passages: ['甲'.repeat(200)], heads: [] }], { blockSize: 2 });
    await concordance.find('甲');
    fetched.length = 0;
    const { hits, next } = await concordance.sorted('甲', 'right', { from: 0, size: 10 }, { wanted: () => false });
    expect([hits, next, fetched.length]).toEqual([[], 32, 8]);
  });

  test('from beyond the end is empty', async () => {
    const concordance = await open([{ passages: ['甲甲'], heads: [] }]);
    expect(await concordance.sorted('甲', 'right', { from: 2, size: 10 })).toEqual({ hits: [], next: undefined });
  });
});
