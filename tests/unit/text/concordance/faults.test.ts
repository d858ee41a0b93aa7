import { beforeAll, describe, expect, test } from 'vitest';
import { Concordance } from '../../../../src/text/concordance/query.ts';
import { IndexError, type Source } from '../../../../src/text/concordance/store.ts';
import { foldForSearch } from '../../../../src/text/fold.ts';
import { type Built, build, sourceOf } from './support.ts';

const slogan = '两个确立、两个维护';
const long = '高举旗帜、'.repeat(8);
const speeches = Array.from({ length: 8 }, (_, i) => ({
  passages: [`第${i}段：${slogan}，ＧＤＰ增长。`, i % 3 ? '稳中求进' : `稳中、求进${long}`],
  heads: [i % 2 ? slogan : '题'],
}));
const built = build(speeches, { blockSize: 6, summarySize: 60 });

/** Everything that can be asked, each as plain data. */
const questions: [string, (concordance: Concordance) => Promise<unknown>][] = [
  ...['两个', '，', '段', '稳中求进', '鱻', 'gdp', slogan, long].flatMap((query): [string, (concordance: Concordance) => Promise<unknown>][] => [
    [`find ${query}`, (concordance) => concordance.find(query)],
    [`loose ${query}`, async (concordance) => concordance.findIgnoringPunctuation({ query, folded: foldForSearch(query), counts: [] })],
  ]),
  ['strict', (concordance) => concordance.find('ＧＤＰ', { strict: true })],
  ...(['right', 'left'] as const).map((order): [string, (concordance: Concordance) => Promise<unknown>] => [
    `sorted ${order}`,
    async (concordance) => (await concordance.sorted('两个', order, { from: 0, size: 40 })).hits.map(({ speech, unit, start }) => `${speech}/${unit.id}/${start}`),
  ]),
];

/** What stands in the place of a file: a fault throws, or gives other bytes. */
type Fault = (bytes: Uint8Array, other: Uint8Array) => Uint8Array;
const changed = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 0x55 : byte));
const faults: [string, 'missing' | 'damaged', Fault][] = [
  [
    'does not come',
    'missing',
    () => {
      throw new Error('503');
    },
  ],
  ['comes without its end', 'damaged', (bytes) => bytes.slice(0, -1)],
  ['comes half', 'damaged', (bytes) => bytes.slice(0, bytes.length >> 1)],
  ['comes empty', 'damaged', () => new Uint8Array()],
  ['has its first byte changed', 'damaged', (bytes) => changed(bytes, 0)],
  ['has a byte changed in the middle', 'damaged', (bytes) => changed(bytes, bytes.length >> 1)],
  ['has its last byte changed', 'damaged', (bytes) => changed(bytes, bytes.length - 1)],
  ['comes with a byte more', 'damaged', (bytes) => Uint8Array.of(...bytes, 0)],
  ['is another file', 'damaged', (_bytes, other) => other],
];

/** The files that a question reads, in an index just opened, and the answer. */
async function readsOf(ask: (concordance: Concordance) => Promise<unknown>): Promise<{ answer: unknown; reads: Set<string> }> {
  const reads = new Set<string>();
  const concordance = await Concordance.open(
    sourceOf(built, (name, bytes) => {
      reads.add(name);
      return bytes;
    }),
  );
  reads.delete('root');
  return { answer: await ask(concordance), reads };
}

/** A source with a fault in one file, which can be taken out. */
function faulty(file: string, fault: Fault, of: Built = built): Source & { repair(): void } {
  const other = [...of.files].find(([name]) => name !== file)![1];
  let broken = true;
  return { ...sourceOf(of, (name, bytes) => (broken && name === file ? fault(bytes, other) : bytes)), repair: () => (broken = false) };
}

describe('when a file of the index', () => {
  const answers = new Map<string, { answer: unknown; reads: Set<string> }>();
  beforeAll(async () => {
    for (const [name, ask] of questions) answers.set(name, await readsOf(ask));
  });

  test.each(faults)('%s, no question that needs it is answered, and all others are', async (_what, reason, fault) => {
    const needed = new Set([...answers.values()].flatMap(({ reads }) => [...reads]));
    expect(needed.size).toBeGreaterThan(20);
    for (const file of needed) {
      const source = faulty(file, fault);
      const concordance = await Concordance.open(source);
      const askAll = () =>
        Promise.all(
          questions.map(([, ask]) => ask(concordance).catch((error: unknown) => (error instanceof IndexError ? { reason: error.reason, message: error.message } : error))),
        );
      const refused = { reason, message: expect.stringContaining(file) };
      expect(await askAll()).toEqual([...answers.values()].map(({ answer, reads }) => (reads.has(file) ? refused : answer)));
      source.repair();
      expect(await askAll()).toEqual([...answers.values()].map(({ answer }) => answer));
    }
  });

  test.each(faults)('%s, and it is the root, the index cannot be opened', async (_what, reason, fault) => {
    const source = faulty('root', fault);
    const opened = Concordance.open(source);
    await expect(opened).rejects.toBeInstanceOf(IndexError);
    await expect(opened).rejects.toMatchObject({ reason });
    source.repair();
    expect((await Concordance.open(source)).speeches).toBe(speeches.length);
  });
});

describe('the files of an index', () => {
  test('are each noticed when any byte is wrong', async () => {
    const { answer, reads } = await readsOf(async (concordance) => concordance.find('两个'));
    expect(answer).toBeDefined();
    for (const file of reads) {
      const bytes = built.files.get(file)!;
      for (let at = 0; at < bytes.length; at++) {
        const concordance = await Concordance.open(faulty(file, (bytes) => changed(bytes, at)));
        const asked = await concordance.find('两个').catch((error: unknown) => error);
        if (!(asked instanceof IndexError)) throw new Error(`byte ${at} of ${file} was not noticed`);
      }
    }
  });

  test('are fetched once while they are kept, and again when they failed', async () => {
    const fetched: string[] = [];
    let broken = true;
    const concordance = await Concordance.open(
      sourceOf(built, (name, bytes) => {
        fetched.push(name);
        if (broken && name !== 'root') throw new Error('offline');
        return bytes;
      }),
    );
    await expect(concordance.find('两个')).rejects.toBeInstanceOf(IndexError);
    broken = false;
    const first = await concordance.find('两个');
    const count = fetched.length;
    expect(await concordance.find('两个')).toEqual(first);
    expect(fetched).toHaveLength(count);
  });
});

describe('a source', () => {
  test('is asked to pass over its caches for a file that was damaged, and only for that', async () => {
    const asked: string[] = [];
    let broken = true;
    const whole = sourceOf(built);
    const file = async (edition: string, name: string, anew: boolean) => {
      asked.push(`${name} ${anew}`);
      const bytes = await whole.file(edition, name, anew);
      return broken ? bytes.slice(1) : bytes;
    };
    const concordance = await Concordance.open({ ...whole, file });
    await expect(concordance.find('鱻')).rejects.toMatchObject({ reason: 'damaged' });
    broken = false;
    await concordance.find('鱻');
    await concordance.find('稳中');
    expect(asked.length).toBeGreaterThan(2);
    const [first, second, ...others] = asked.map((one) => one.split(' ')[1]);
    expect([asked[0]!.split(' ')[0], first, second]).toEqual([asked[1]!.split(' ')[0], 'false', 'true']);
    expect(others.every((anew) => anew === 'false')).toBe(true);
  });

  test('may fail at once instead of by a promise', async () => {
    const source = sourceOf(built);
    const nothing = () => {
      throw new Error('no network');
    };
    await expect((await Concordance.open({ ...source, file: nothing })).find('两个')).rejects.toMatchObject({ name: 'IndexError', reason: 'missing' });
    await expect(Concordance.open({ ...source, root: nothing })).rejects.toMatchObject({ name: 'IndexError', reason: 'missing' });
  });

  test('that cannot unpack a file makes it damaged', async () => {
    let packed = false;
    const source = { ...sourceOf(built), inflate: async (bytes: Uint8Array) => (packed ? Promise.reject(new TypeError('not deflate')) : bytes) };
    const concordance = await Concordance.open(source);
    packed = true;
    await expect(concordance.find('两个')).rejects.toMatchObject({ name: 'IndexError', reason: 'damaged', cause: new TypeError('not deflate') });
  });
});
