import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { describe, expect, inject, test } from 'vitest';

const folder = inject('folder');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const { terms } = JSON.parse(read('api/glossary.json')) as { terms: { id: string; mentions: unknown[]; heads: unknown[] }[] };
const ids = terms.map(({ id }) => id);

describe('the exports of the glossary, as built', () => {
  test('the table has every entry in the order of the glossary, with its mentions, and no host while SITE is unset', () => {
    const rows = parse(read('glossary.csv'), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row['id'], Number(row['mentions']), Number(row['heads']), row['address']])).toEqual(
      terms.map(({ id, mentions, heads }) => [id, mentions.length, heads.length, `/glossary/${id}/`]),
    );
  });

  test('the termbase has every entry', () => {
    const document = new DOMParser({ onError: (level, message) => expect.unreachable(`${level}: ${message}`) }).parseFromString(read('glossary.tbx'), 'text/xml');
    expect([...document.getElementsByTagName('termEntry')].map((entry) => entry.getAttribute('id'))).toEqual(ids.map((id) => `tifa-${id}`));
  });

  test('the deck has a card for every entry', () => {
    const cards = read('glossary.anki.txt')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(cards.map((line) => line.split('\t')[0])).toEqual(ids.map((id) => `tifa-${id}`));
  });

  test('the bibliography has every source that an entry names', () => {
    const items = new Set((JSON.parse(read('bibliography.csl.json')) as { id: string }[]).map(({ id }) => id));
    const named = [...read('api/glossary.json').matchAll(/"source":"([^"]+)"/g)].map(([, id]) => id!);
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((id) => !items.has(id))).toEqual([]);
  });
});
