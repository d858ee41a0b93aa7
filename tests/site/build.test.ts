import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import type { SpeechJson } from '../../src/speech/to-json.ts';
import type { CslItem } from '../../src/text/citation/csl-json.ts';
import { contentSecurityPolicy } from '../../src/text/security.ts';

const folder = inject('folder');
const files = readdirSync(folder, { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => statSync(join(folder, name)).isFile());
const pages = files.filter((name) => name.endsWith('.html'));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const json = <T>(name: string) => JSON.parse(read(name)) as T;
const speeches = ['district-plenum', 'ziyang-study-session'];

describe('the whole build', () => {
  test('every page is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'require-sri': 'off', 'long-title': 'off', 'no-inline-style': 'error', 'no-trailing-whitespace': 'off' },
    });
    const found: string[] = [];
    for (const page of pages) {
      const report = await validator.validateString(read(page), page);
      for (const { messages } of report.results) found.push(...messages.map(({ ruleId, message, line, column }) => `${page}:${line}:${column} ${ruleId} ${message}`));
    }
    expect(found.slice(0, 20)).toEqual([]);
  });

  test('every internal link leads to a file, and every fragment to an id', () => {
    const ids = new Map(pages.map((page) => [page, new Set([...read(page).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!))]));
    const broken: string[] = [];
    for (const page of pages) {
      for (const [, address] of read(page).matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
        const url = new URL(address!.replaceAll('&amp;', '&'), `http://site/${page.replace(/index\.html$/, '')}`);
        if (url.host !== 'site') continue;
        const path = decodeURIComponent(url.pathname).slice(1);
        const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        if (!files.includes(target)) broken.push(`${page}: ${address}`);
        else if (url.hash && !ids.get(target)?.has(decodeURIComponent(url.hash.slice(1)))) broken.push(`${page}: ${address} (no such id)`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('no page asks another host for anything; sources are links that a reader may follow', () => {
    const found: string[] = [];
    for (const page of pages) {
      for (const [tag] of read(page).matchAll(/<(?:script|link|img|iframe|video|audio|source|object|embed|form)\b[^>]*>/g)) {
        if (/(?:src|href|action|srcset|data)="(?:https?:)?\/\//.test(tag)) found.push(`${page}: ${tag}`);
      }
    }
    for (const style of files.filter((name) => name.endsWith('.css') && !name.startsWith('pagefind/'))) if (/url\(\s*["']?(?:https?:)?\/\//.test(read(style))) found.push(style);
    expect(found).toEqual([]);
  });

  test('every page carries the content security policy, nothing inline, and no host while SITE is unset', () => {
    const wrong: string[] = [];
    for (const page of pages) {
      const text = read(page);
      if (!text.replaceAll('&#39;', "'").includes(`content="${contentSecurityPolicy}"`)) wrong.push(`${page}: no policy`);
      if (/<script(?![^>]*\ssrc=)(?! type="application\/ld\+json">)[^>]*>/.test(text)) wrong.push(`${page}: inline script`);
      if (/<style|\sstyle="|\son[a-z]+="/.test(text)) wrong.push(`${page}: inline style or handler`);
      if (/<link rel="canonical"/.test(text)) wrong.push(`${page}: canonical link without a site`);
    }
    expect(wrong).toEqual([]);
    expect(read('_headers')).toContain(`${contentSecurityPolicy}; frame-ancestors 'none'`);
  });
});

test('the page of all speeches leads to each of them, by year', () => {
  const html = read('speeches/index.html');
  const years = [...html.matchAll(/<h2 id="y-(\w+)"/g)].map(([, year]) => year);
  expect(years).toEqual([...years].sort().reverse());
  expect([...html.matchAll(/<li> *<a href="\/speeches\/([^/]+)\/"/g)].map(([, id]) => id!).sort()).toEqual([...speeches].sort());
});

describe('the texts', () => {
  test.each(speeches)('%s.txt gives the source back byte for byte, but for the line ends at its end', (id) => {
    const { source } = json<SpeechJson>(`api/speeches/${id}.json`);
    const trimEnd = (text: string) => text.replace(/\n+$/, '');
    expect(trimEnd(read(`speeches/${id}.txt`))).toBe(trimEnd(readFileSync(join('tests/fixtures/source', source.file), 'utf8')));
  });

  test('the speech page of the district plenum stays within its budget', () => {
    const html = read('speeches/district-plenum/index.html');
    const loaded = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, name]) => name!);
    const modules = new Set<string>();
    const follow = (name: string) => {
      if (modules.has(name)) return;
      modules.add(name);
      for (const [, inner] of read(name).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) follow(`_astro/${inner}`);
    };
    loaded.forEach(follow);
    const size = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
    const scripts = [...modules].filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(2);
    expect(size(scripts)).toBeLessThanOrEqual(25_000);
    expect(size(modules) + gzipSync(html).length).toBeLessThanOrEqual(150_000);
  });
});

describe('what reference managers read', () => {
  const meta = (html: string, name: string) => new RegExp(`<meta (?:name|property)="${name.replaceAll('.', '\\.')}" content="([^"]*)"`).exec(html)?.[1];

  test.each(speeches)('the head of %s: a web page with title, date, language and site, and its record', (id) => {
    const html = read(`speeches/${id}/index.html`);
    const [item] = json<[CslItem]>(`speeches/${id}.csl.json`);
    expect(meta(html, 'DC.type')).toBe('webpage');
    for (const name of ['DC.title', 'citation_title', 'og:title']) expect(meta(html, name)).toBe(item.title);
    for (const name of ['DC.date', 'citation_publication_date']) expect(meta(html, name)).toBe(item.custom.date);
    for (const name of ['DC.language', 'citation_language']) expect(meta(html, name)).toBe('zh-Hans');
    expect(meta(html, 'og:site_name')).toBe('提法 Tifa');
    expect(meta(html, 'DC.creator') ?? meta(html, 'citation_author')).toBeUndefined();
    expect(html).toContain(`<link rel="cite-as" href="/speeches/${id}/"`);
    expect(html).toContain(`<link rel="describedby" type="application/vnd.citationstyles.csl+json" href="/speeches/${id}.csl.json"`);
  });

  test('data blocks: a speech with its passages, the glossary and its entries, the site', () => {
    const block = (page: string) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(read(page))![1]!) as Record<string, unknown>;
    const { passages } = json<SpeechJson>('api/speeches/district-plenum.json');
    expect(block('speeches/district-plenum/index.html')).toMatchObject({
      '@type': 'CreativeWork',
      '@id': '/speeches/district-plenum/',
      genre: '讲话',
      hasPart: passages.map(({ id }) => ({ '@id': `#${id}` })),
    });
    const { terms } = json<{ terms: { id: string }[] }>('api/glossary.json');
    expect((block('glossary/index.html')['hasDefinedTerm'] as { '@id': string }[]).map((term) => term['@id']).sort()).toEqual(terms.map(({ id }) => `/glossary/${id}/`).sort());
    expect(block('glossary/liang-ge-wei-hu/index.html')).toMatchObject({ '@type': 'DefinedTerm', name: '两个维护', inDefinedTermSet: '/glossary/' });
    expect(block('index.html')).toMatchObject({ '@type': 'WebSite', name: '提法 Tifa' });
  });

  test('the records name no host while the site has no address, and their edition is the one of every page and export', () => {
    const { edition } = json<{ edition: string }>('api/edition.json');
    expect(edition).toMatch(/^2\d{3}-\d\d-\d\d\.[0-9a-hjkmnp-tv-z]{8}$/);
    for (const id of speeches) {
      for (const ending of ['csl.json', 'ris', 'bib']) {
        expect(read(`speeches/${id}.${ending}`)).toContain(edition);
        expect(read(`speeches/${id}.${ending}`)).not.toMatch(/https?:/);
      }
      expect(json<{ edition: string }>(`api/speeches/${id}.json`).edition).toBe(edition);
    }
    expect(json<{ edition: string }>('api/glossary.json').edition).toBe(edition);
    expect(pages.filter((page) => !read(page).includes(`data-edition="${edition}"`))).toEqual([]);
  });
});

describe('the contracts', () => {
  test('/api/speeches.json', () => {
    const all = json<Record<string, unknown>[]>('api/speeches.json');
    expect(all.map(({ id, passages }) => [id, passages])).toEqual([
      ['district-plenum', 29],
      ['ziyang-study-session', 10],
    ]);
    for (const speech of all) {
      expect(Object.keys(speech)).toEqual(['id', 'title', 'date', 'url', 'source', 'passages', 'sentences', 'mentions']);
      expect(speech['source']).toMatchObject({ file: expect.any(String), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(speech['url']).toBe(`/speeches/${speech['id']}/`);
    }
    expect(all.reduce((sum, { mentions }) => sum + Number(mentions), 0)).toBeGreaterThanOrEqual(300);
  });

  test.each(speeches)('/api/speeches/%s.json', (id) => {
    const speech = json<SpeechJson>(`api/speeches/${id}.json`);
    const { terms } = json<{ terms: { id: string; forms: string[] }[] }>('api/glossary.json');
    const forms = new Map(terms.map((term) => [term.id, term.forms]));
    expect(speech.sections.flatMap(({ passages }) => passages)).toEqual(speech.passages.map((passage) => passage.id));
    for (const passage of speech.passages) {
      expect(passage.sentences.map(({ text }) => text).join('')).toBe(passage.text);
      expect(passage.receipt).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
      for (const { term, start, end } of passage.mentions) expect(forms.get(term)).toContain(passage.text.slice(start, end));
      for (const { mark, start, end } of passage.redactions) expect(passage.text.slice(start, end)).toBe(mark);
    }
  });

  test('no section of either speech is without a callout', () => {
    for (const id of speeches) {
      for (const [, name, body] of read(`speeches/${id}/index.html`).matchAll(/<section class="section" data-section="([^"]+)"([\s\S]*?)<\/section>/g))
        expect(body, `${id} ${name}`).toContain('class="note" data-kind=');
    }
  });

  test('/api/glossary.json', () => {
    const { terms } = json<{ terms: Record<string, unknown>[] }>('api/glossary.json');
    expect(terms.length).toBeGreaterThanOrEqual(100);
    for (const term of terms) {
      expect(Object.keys(term)).toEqual(
        expect.arrayContaining([
          'id',
          'term',
          'pinyin',
          'kind',
          'gloss',
          'forms',
          'notWhen',
          'members',
          'renderings',
          'firstUse',
          'codified',
          'related',
          'contrast',
          'sources',
          'evidence',
          'revised',
          'mentions',
        ]),
      );
      expect(term['gloss']).toEqual({ zh: expect.any(String), en: expect.any(String) });
    }
  });

  test.each(speeches)('every locked id of %s is in its page', (id) => {
    const html = read(`speeches/${id}/index.html`);
    const lock = JSON.parse(readFileSync(`src/content/permalinks/speeches/${id}.json`, 'utf8')) as {
      title: { id: string };
      heads: { id: string }[];
      passages: { id: string; sentences: { id: string }[] }[];
    };
    const ids = [lock.title.id, ...lock.heads.map((head) => head.id), ...lock.passages.flatMap((passage) => [passage.id, ...passage.sentences.map((sentence) => sentence.id)])];
    expect(ids.filter((one) => !html.includes(` id="${one}"`))).toEqual([]);
  });
});
