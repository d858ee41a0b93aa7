import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ConcordanceService, openService, serviceOf } from '../../../src/client/search/service.ts';
import type { Source } from '../../../src/text/concordance/store.ts';
import { type Built, build, type SmallSpeech, sourceOf } from '../text/concordance/support.ts';

const slogan = (text: string, strict = false) => ({ text, strict });

/** A source of an edition that can be replaced by another, or cut off, as a published site can. */
function site(built: Built): Source & { publish(built: Built): void; offline: boolean } {
  let now = built;
  const online = <T>(get: () => Promise<T>) => (one.offline ? Promise.reject(new TypeError('Failed to fetch')) : get());
  const one = {
    offline: false,
    publish: (next: Built) => {
      now = next;
    },
    root: () => online(() => sourceOf(now).root()),
    file: (edition: string, name: string, anew: boolean) => online(() => sourceOf(now).file(edition, name, anew)),
    inflate: async (bytes: Uint8Array) => bytes,
  };
  return one;
}

describe('the service of a corpus', () => {
  const speeches: SmallSpeech[] = [
    { passages: ['GDP增长，GDP稳', 'gdp稳中求进'], heads: ['GDP'] },
    { passages: ['稳中、求进'], heads: [] },
    { passages: ['两个维护'], heads: ['稳中求进'] },
  ];
  let service: ConcordanceService;
  beforeEach(() => {
    service = serviceOf(sourceOf(build(speeches, { blockSize: 4 })));
  });

  test('counts slogans, and characters of passages only', async () => {
    const { corpus, corpusTotal, characters, tallies } = await service.search([slogan('gdp'), slogan('稳中求进')], {});
    expect([corpus, corpusTotal, characters]).toEqual([3, 3, 10 + 7 + 5 + 4]);
    expect(tallies).toMatchObject([
      { text: 'gdp', occurrences: 3, passages: 2, speeches: 1, inHeads: 1 },
      { text: '稳中求进', occurrences: 1, passages: 1, speeches: 1, inHeads: 1 },
    ]);
  });

  test('narrows all of that by attributes', async () => {
    expect(await service.search([slogan('稳')], { kind: 'address' })).toMatchObject({ corpus: 1, corpusTotal: 3, characters: 5, tallies: [{ occurrences: 1 }] });
    expect(await service.search([slogan('稳')], { year: '2099' })).toMatchObject({ corpus: 0, characters: 0, tallies: [{ occurrences: 0 }] });
  });

  test.each(['right', 'left'] as const)('lists strict hits only, where that is asked, in the order by %s context', async (order) => {
    const lines = async (strict: boolean) => (await service.sorted(slogan('gdp', strict), order, 0, 10, {})).lines.map(({ unit, line }) => `${unit} ${line.hit}`);
    expect((await lines(false)).sort()).toEqual(['p1 GDP', 'p1 GDP', 'p2 gdp']);
    expect(await lines(true)).toEqual(['p2 gdp']);
  });

  test('tells where in the speech a hit stands: after the heads of its and earlier sections', async () => {
    const [first] = await service.linesOf(slogan('gdp'), [0], false);
    expect(first?.lines.map(({ unit, inHead, at }) => [unit, inHead, at])).toEqual([
      ['p1', false, 3],
      ['p1', false, 9],
      ['p2', false, 13],
      ['h1', true, 0],
    ]);
  });

  test('lists the passages that have all slogans', async () => {
    const found = await service.together([slogan('求进'), slogan('gdp')], [0, 1]);
    expect(found.map(({ id, lines }) => [id, lines.map(({ unit, line }) => `${unit} ${line.hit}`)])).toEqual([['speech-0', ['p2 gdp', 'p2 求进']]]);
  });

  test('names the nearest beginnings and ends that the corpus has', async () => {
    expect(await service.nearest('两个维持稳中求进')).toEqual(['稳中求进', '两个维']);
    expect(await service.nearest('鱻')).toEqual([]);
  });
});

test('names of speeches come from two files of names at most', async () => {
  const service = serviceOf(sourceOf(build(Array.from({ length: 260 }, () => ({ passages: ['甲'], heads: [] })))));
  const titles = async (speeches: number[], most: number) => (await service.names(speeches, most)).map(({ title }) => title);
  expect(await titles([3, 5, 70, 200], 20)).toEqual(['第3篇', '第5篇', '第70篇']);
  expect(await titles([3, 5, 70, 200], 2)).toEqual(['第3篇', '第5篇']);
  expect(await titles([200], 20)).toEqual(['第200篇']);
  expect(await titles([], 20)).toEqual([]);
});

describe('when the site is published anew', () => {
  const before = build([{ passages: ['甲乙', '两个维护'], heads: [] }], { blockSize: 1 });
  const after = build(
    [
      { passages: ['丙'], heads: [] },
      { passages: ['甲乙', '两个维护'], heads: [] },
    ],
    { blockSize: 1 },
  );

  test('what is already there still answers, and what is gone says that the page is outdated', async () => {
    const source = site(before);
    const service = serviceOf(source);
    const answer = await service.search([slogan('甲')], {});
    source.publish(after);
    expect(await service.search([slogan('甲')], {})).toEqual(answer);
    const outdated = { name: 'IndexError', reason: 'outdated' };
    await expect(service.search([slogan('两个')], {})).rejects.toMatchObject(outdated);
    // Speeches have other numbers now: lines of speech 0 would be those of another.
    await expect(service.linesOf(slogan('甲'), [0], false)).rejects.toMatchObject(outdated);
  });

  test('an index of another format is of another edition than the page', async () => {
    const { sealRoot } = await import('../../../src/text/concordance/root.ts');
    const { formatVersion, seal, unseal } = await import('../../../src/text/concordance/format.ts');
    const root = unseal('root', sealRoot(new Uint8Array(8), Uint8Array.of(1))).slice();
    root[0] = formatVersion + 1;
    const service = serviceOf({ ...sourceOf(before), root: async () => seal('root', root) });
    await expect(service.search([slogan('甲')], {})).rejects.toMatchObject({ name: 'IndexError', reason: 'outdated' });
  });
});

describe('when the network fails', () => {
  const built = build([{ passages: ['甲乙', '两个维护'], heads: [] }], { blockSize: 1 });

  test('in mid-query, that is an error, and a later try is answered', async () => {
    const source = site(built);
    const service = serviceOf(source);
    await service.search([slogan('甲')], {});
    source.offline = true;
    await expect(service.search([slogan('两个')], {})).rejects.toMatchObject({ name: 'IndexError', reason: 'missing' });
    source.offline = false;
    expect((await service.search([slogan('两个')], {})).tallies[0]).toMatchObject({ occurrences: 1 });
  });

  test('at the beginning, likewise', async () => {
    const source = site(built);
    source.offline = true;
    const service = serviceOf(source);
    await expect(service.search([slogan('甲')], {})).rejects.toMatchObject({ name: 'IndexError', reason: 'missing' });
    source.offline = false;
    expect((await service.search([slogan('甲')], {})).tallies[0]).toMatchObject({ occurrences: 1 });
  });
});

describe('a site', () => {
  afterEach(() => void vi.unstubAllGlobals());

  test('that does not answer in time has failed', async () => {
    const stalled = (_address: string, { signal }: { signal: AbortSignal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    vi.stubGlobal('fetch', stalled);
    await expect(openService('/', 5).search([slogan('甲')], {})).rejects.toMatchObject({ name: 'IndexError', reason: 'missing' });
  });
});
