import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { describe, expect, test } from 'vitest';
import { speechLoader } from '../../../src/integrations/speech-loader.ts';
import type { StoredSpeech } from '../../../src/speech/summary.ts';
import { readView } from '../../../src/speech/views.ts';
import { type Packed, unpack } from '../../../src/text/packed.ts';
import { addresses, inOrder, project, writeContent } from '../support/project.ts';

interface Entry {
  id: string;
  digest: string;
  data: Packed;
}

/** A store as Astro has one for a build and another for `astro dev`. */
function emptyStore() {
  const entries = new Map<string, Entry>();
  return {
    entries,
    /** How often a speech was made anew. */
    made: 0,
    get: (id: string) => entries.get(id),
    set(entry: Entry) {
      this.made++;
      entries.set(entry.id, entry);
    },
    keys: () => [...entries.keys()],
    delete: (id: string) => entries.delete(id),
  };
}
type Store = ReturnType<typeof emptyStore>;

const files = (changes: Record<string, string | undefined> = {}) => {
  const root = project(changes);
  for (const folder of ['text', 'speech', 'schemas', 'corpus']) mkdirSync(join(root, 'src', folder), { recursive: true });
  return root;
};
const load = async (root: string, store: Store, { watcher, base = '/' }: { watcher?: EventEmitter; base?: string } = {}) => {
  const warnings: string[] = [];
  const config = { root: pathToFileURL(`${root}/`), cacheDir: pathToFileURL(`${root}/cache/`), base };
  const context = { store, config, logger: { warn: (text: string) => warnings.push(text) }, watcher };
  await speechLoader().load(context as unknown as LoaderContext);
  return warnings;
};
const storedIn = ({ data }: Entry) => unpack<StoredSpeech>(data);
/** The warning that its page shows. */
const warningOf = (entry: Entry) => /<div class="warning">.*?<\/div>/s.exec(readView(storedIn(entry).folder, entry.id, 'top'))?.[0];
const textOf = (entry: Entry) => readView(storedIn(entry).folder, entry.id, 'txt');
const stale = { 'speeches/harvest.mdx': inOrder['speeches/harvest.mdx']!.replace('在望', '有望') };

describe('a build', () => {
  test('keeps the summary of each speech in the store and its views on disk', async () => {
    const store = emptyStore();
    await load(files(), store);
    const entry = store.entries.get('harvest')!;
    expect([storedIn(entry).title, warningOf(entry), textOf(entry)]).toEqual(['关于丰收的讲话', undefined, '关于丰收的讲话\n\n丰收在望。\n']);
  });

  test('makes no speech anew that has not changed', async () => {
    const root = files();
    const store = emptyStore();
    await load(root, store);
    await load(root, store);
    expect(store.made).toBe(1);
  });

  test.each(['notes/harvest.yaml', 'glossary/feng-shou.mdx', 'permalinks/speeches/harvest.json', 'speeches/harvest.mdx'])('makes it anew when %s has changed', async (path) => {
    const root = files();
    const store = emptyStore();
    await load(root, store);
    writeContent(root, path, `${inOrder[path]}\n`);
    await load(root, store);
    expect(store.made).toBe(2);
  });

  test('makes it anew for another base path', async () => {
    const root = files();
    const store = emptyStore();
    await load(root, store);
    await load(root, store, { base: '/tifa/' });
    expect(JSON.parse(readView(storedIn(store.entries.get('harvest')!).folder, 'harvest', 'json'))).toMatchObject({ url: '/tifa/speeches/harvest/' });
  });

  test('forgets a speech whose file is gone', async () => {
    const store = emptyStore();
    await load(files(), store);
    await load(files({ 'speeches/harvest.mdx': undefined, 'notes/harvest.yaml': undefined, 'permalinks/addresses.json': addresses({}, { 'feng-shou': '丰收' }) }), store);
    expect(store.keys()).toEqual([]);
  });

  test('stops with every problem of the speeches, and says how many', async () => {
    const broken = files({ 'speeches/harvest.mdx': inOrder['speeches/harvest.mdx']!.replace('在望', '**在望**<Foo>好</Foo>') });
    await expect(load(broken, emptyStore())).rejects.toThrow(/^3 problems in the content:\n\n.*disagrees with its lock.*bold.*<Foo>/s);
  });

  test('stops when the bibliography or the glossary is not in order, with the place', async () => {
    const broken = files({ 'sources/report.yaml': 'type: poem\ntitle: 报告\nlanguage: zh\n' });
    await expect(load(broken, emptyStore())).rejects.toThrow(/problems? in the content:\n\n.*src\/content\/sources\/report\.yaml:1:1/s);
  });

  test('stops at a text that disagrees with its lock', async () => {
    await expect(load(files(stale), emptyStore())).rejects.toThrow(/^1 problem in the content:\n\nsrc\/content\/speeches\/harvest\.mdx:14:1 {2}The text disagrees/);
  });
});

describe('while editing', () => {
  test('a text that disagrees with its lock is a warning, and its ids are those that it would have', async () => {
    const store = emptyStore();
    const warnings = await load(files(stale), store, { watcher: new EventEmitter() });
    expect(warnings.join()).toContain('harvest.mdx:14:1  The text disagrees with its lock');
    const entry = store.entries.get('harvest')!;
    expect([warningOf(entry), textOf(entry)]).toEqual([
      expect.stringContaining('If the change is meant, run: npm run permalinks. If not, undo it in the speech.'),
      '关于丰收的讲话\n\n丰收有望。\n',
    ]);
  });

  test('a text that disagrees with its lock is warned of until it is mended, though it is not parsed anew', async () => {
    const root = files(stale);
    const store = emptyStore();
    await load(root, store, { watcher: new EventEmitter() });
    expect((await load(root, store, { watcher: new EventEmitter() })).join()).toContain('harvest.mdx:14:1  The text disagrees with its lock');
    expect(store.made).toBe(1);
    writeContent(root, 'speeches/harvest.mdx', inOrder['speeches/harvest.mdx']!);
    expect(await load(root, store, { watcher: new EventEmitter() })).toEqual([]);
  });

  test('another problem is a warning, and the speech stays as it was', async () => {
    const root = files();
    const store = emptyStore();
    await load(root, store, { watcher: new EventEmitter() });
    writeContent(root, 'speeches/harvest.mdx', inOrder['speeches/harvest.mdx']!.replace('在望', '**在望**'));
    const warnings = await load(root, store, { watcher: new EventEmitter() });
    expect(warnings.join()).toContain('bold');
    expect(textOf(store.entries.get('harvest')!)).toContain('丰收在望。');
  });

  test('problems elsewhere in the content are warnings as well', async () => {
    const warnings = await load(files({ 'sources/report.yaml': 'type: poem' }), emptyStore(), { watcher: new EventEmitter() });
    expect(warnings.join()).toContain('src/content/sources/report.yaml:1:1');
  });

  test('a change in the content folder loads the speeches again', async () => {
    const root = files();
    const store = emptyStore();
    const watcher = new EventEmitter();
    await load(root, store, { watcher });
    writeContent(root, 'notes/harvest.yaml', `${inOrder['notes/harvest.yaml']}# changed\n`);
    watcher.emit('all', 'change', join(root, 'src/content/notes/harvest.yaml'));
    expect(store.made).toBe(2);
  });

  test('a change elsewhere does not', async () => {
    const root = files();
    const store = emptyStore();
    const watcher = new EventEmitter();
    await load(root, store, { watcher });
    writeContent(root, 'notes/harvest.yaml', `${inOrder['notes/harvest.yaml']}# changed\n`);
    watcher.emit('all', 'change', join(root, 'src/pages/index.astro'));
    expect(store.made).toBe(1);
  });

  test('what was tried out never gets into a later build', async () => {
    const root = files();
    const build = emptyStore();
    await load(root, build);
    writeContent(root, 'speeches/harvest.mdx', stale['speeches/harvest.mdx']);
    await load(root, emptyStore(), { watcher: new EventEmitter() });
    writeContent(root, 'speeches/harvest.mdx', inOrder['speeches/harvest.mdx']!);
    await load(root, build);
    expect(textOf(build.entries.get('harvest')!)).toBe('关于丰收的讲话\n\n丰收在望。\n');
  });
});
