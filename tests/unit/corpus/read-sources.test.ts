import { describe, expect, test } from 'vitest';
import { readOfficialSites, readSources as readRecords, siteOwner } from '../../../src/corpus/read-sources.ts';
import { report } from '../support/speech.ts';

const { sites } = readOfficialSites('sites.yaml', 'gov.cn: { zh: 政府, en: government }\n');
const readSources = (files: Parameters<typeof readRecords>[0]) => readRecords(files, sites);
const record = (text: string, id = 'gwr-2018') => ({ file: `${id}.yaml`, id, text });

describe('a record of the bibliography', () => {
  test('is known by its id', () => {
    const { sources, problems } = readSources([record('type: report\ntitle: 政府工作报告\nlanguage: zh\nissued: { date-parts: [[2018, 3, 5]] }\n')]);
    expect(problems).toEqual([]);
    expect(sources.get('gwr-2018')).toMatchObject({ title: '政府工作报告', issued: { 'date-parts': [[2018, 3, 5]] } });
  });

  test('may have names in two parts or in one', () => {
    expect(readSources([record('type: book\ntitle: x\nlanguage: en\nauthor:\n  - { family: Li, given: Keqiang }\n  - { literal: 国务院 }\n')]).problems).toEqual([]);
  });

  test('without a title is a problem', () => {
    expect(report(readSources([record('type: report\nlanguage: zh\n')]).problems)).toMatchInlineSnapshot(`
      "gwr-2018.yaml:1:1  Field “title” is missing (expected string).
          Add “title:” to the front matter; the guide for editors has an example."
    `);
  });

  test('with an address that is none is a problem', () => {
    expect(report(readSources([record('type: report\ntitle: x\nlanguage: zh\nURL: javascript:alert(1)\n')]).problems)).toMatchInlineSnapshot(`
      "gwr-2018.yaml:4:1  Field “URL”: invalid URL.
          The guide for editors lists every field with an example."
    `);
  });

  test('with a file name that cannot be an id is a problem', () => {
    expect(report(readSources([record('type: report\ntitle: x\nlanguage: zh\n', 'GWR_2018')]).problems)).toMatchInlineSnapshot(`
      "GWR_2018.yaml:1:1  “GWR_2018” cannot be a file name here, because it becomes part of an address.
          Use lower-case letters and digits joined by hyphens, such as liang-ge-wei-hu.mdx."
    `);
  });

  test('that is wrong is left out', () => {
    expect(readSources([record('type: poem\n')]).sources.size).toBe(0);
  });
});

describe('an address', () => {
  const withAddress = (address: string) => report(readSources([record(`type: report\ntitle: x\nlanguage: zh\nURL: ${address}\n`)]).problems);

  test.each(['https://gov.cn/x', 'http://www.gov.cn/x', 'https://tjj.sh.gov.cn/x'])('on a listed site is in order: %s', (address) => {
    expect(withAddress(address)).toBe('');
  });

  test.each(['https://mygov.cn/x', 'https://gov.cn.example.org/x', 'https://cn/x'])('on another site is a problem: %s', (address) => {
    expect(withAddress(address)).toContain('is not on the list of official and archival sites');
  });

  test('is reported with its place', () => {
    expect(withAddress('https://example.org/x')).toMatchInlineSnapshot(`
      "gwr-2018.yaml:4:1  The site example.org is not on the list of official and archival sites.
          Leave the address out and say under “seen” what was seen where; or, if the site belongs to the publisher, a public body or an archive, add it to src/content/official-sites.yaml."
    `);
  });

  test('has an owner, the one of the longest name on the list', () => {
    const list = { 'gov.cn': { zh: '政府', en: 'government' }, 'sh.gov.cn': { zh: '上海', en: 'Shanghai' } };
    expect([siteOwner('https://tjj.sh.gov.cn/', list)?.en, siteOwner('https://gov.cn/', list)?.en, siteOwner('https://example.org/', list)]).toEqual([
      'Shanghai',
      'government',
      undefined,
    ]);
  });
});

test('the list of sites takes host names only', () => {
  expect(report(readOfficialSites('sites.yaml', 'https://gov.cn: { zh: 政府, en: government }\n').problems)).toContain('write the end of a host name');
});
