import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../../src/cli/serve-site.ts';
import { type Listening, listen } from '../../support/listen.ts';

const folder = mkdtempSync(join(tmpdir(), 'tifa-site-'));
const servers: Listening[] = [];

/** Serves the folder under a base path and gives the server's address. */
async function serve(base: string): Promise<string> {
  const server = await listen(serveSite(folder, base));
  servers.push(server);
  return server.origin;
}

let root: string;
let based: string;
beforeAll(async () => {
  mkdirSync(join(folder, 'speeches/harvest'), { recursive: true });
  mkdirSync(join(folder, '_astro'));
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, '404.html'), 'not here');
  writeFileSync(join(folder, 'speeches/harvest/index.html'), 'harvest');
  writeFileSync(join(folder, 'speeches/harvest.txt'), '稳。\n');
  writeFileSync(join(folder, '_astro/a.css'), 'b {}');
  writeFileSync(join(folder, '_headers'), '/*\n  X-Everywhere: yes\n\n/_astro/*\n  Cache-Control: public, immutable\n\n/index.html\n  X-Home: yes\n');
  root = await serve('/');
  based = await serve('/tifa/');
});
afterAll(async () => {
  for (const server of servers) await server.close();
  rmSync(folder, { recursive: true });
});

const get = async (url: string) => {
  const response = await fetch(url, { redirect: 'manual' });
  return { status: response.status, body: await response.text(), header: (name: string) => response.headers.get(name) };
};

describe('a site served as a static host would', () => {
  test.each([
    ['/', 'home'],
    ['/speeches/harvest/', 'harvest'],
    ['/speeches/harvest.txt', '稳。\n'],
  ])('has its page at %s', async (path, body) => {
    expect(await get(root + path)).toMatchObject({ status: 200, body });
  });

  test('has its 404 page elsewhere', async () => {
    expect(await get(`${root}/nowhere/`)).toMatchObject({ status: 404, body: 'not here' });
  });

  test('serves plain text as UTF-8', async () => {
    expect((await get(`${root}/speeches/harvest.txt`)).header('content-type')).toBe('text/plain; charset=utf-8');
  });

  test('gives no file outside its folder', async () => {
    expect((await get(`${root}/..%2f..%2f..%2fetc%2fhostname`)).status).toBe(404);
  });

  test('does not begin without a built site', () => {
    expect(() => serveSite(join(folder, 'nothing'), '/')).toThrow('Build it first: npm run build');
  });
});

describe('the headers of the site', () => {
  test('of /* are sent with every page', async () => {
    expect([(await get(`${root}/`)).header('x-everywhere'), (await get(`${root}/_astro/a.css`)).header('x-everywhere')]).toEqual(['yes', 'yes']);
  });

  test('of /* are sent with the 404 page', async () => {
    expect((await get(`${root}/nowhere/`)).header('x-everywhere')).toBe('yes');
  });

  test('of a folder are sent with its files only', async () => {
    expect([(await get(`${root}/_astro/a.css`)).header('cache-control'), (await get(`${root}/speeches/harvest.txt`)).header('cache-control')]).toEqual([
      'public, immutable',
      expect.not.stringContaining('immutable'),
    ]);
  });
});

describe('a site under a base path', () => {
  test('has its pages there', async () => {
    expect(await get(`${based}/tifa/speeches/harvest/`)).toMatchObject({ status: 200, body: 'harvest' });
  });

  test('sends what comes from elsewhere to its home', async () => {
    const answer = await get(`${based}/speeches/harvest/`);
    expect([answer.status, answer.header('location')]).toEqual([302, '/tifa/']);
  });

  test('is not confused by a path that only begins alike', async () => {
    expect((await get(`${based}/tifanews/`)).status).toBe(302);
  });
});
