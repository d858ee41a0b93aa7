import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { exampleOf } from '../../../src/glossary/example.ts';
import { glossaryAnki } from '../../../src/glossary/to-anki.ts';
import { glossaryWithoutSite, realGlossary } from '../support/glossary.ts';
import { readMarkup, wordsOf } from '../support/markup.ts';

const data = realGlossary();
const text = glossaryAnki(data);
const read = (deck: string) =>
  parse(deck, { delimiter: '\t', comment: '#', comment_no_infix: true, columns: ['guid', 'term', 'pinyin', 'gloss', 'example', 'tags'] }) as Record<string, string>[];
const rows = read(text);
const plain = (markup: string) => wordsOf(readMarkup(markup.replaceAll('<br>', '')));

describe('the deck for Anki, read by another reader', () => {
  test('begins with the lines that tell Anki how to read it', () => {
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '#separator:tab',
      '#html:true',
      '#deck:Tifa 提法',
      '#guid column:1',
      '#tags column:6',
      '#columns:GUID\tTerm\tPinyin\tGloss\tExample\tTags',
    ]);
    expect(text.startsWith('#separator:tab\n')).toBe(true);
  });

  test('equals the glossary: term, pinyin, gloss', () => {
    expect(rows.map(({ guid, term, pinyin, gloss }) => [guid, term, pinyin, plain(gloss!)])).toEqual(
      data.terms.map(({ id, term, pinyin, gloss, renderings }) => [`tifa-${id}`, term, pinyin, `${renderings[0]!.text}${gloss.en}${gloss.zh}`]),
    );
  });

  test('gives every term that is used an example with its permalink', () => {
    for (const [i, { id }] of data.terms.entries()) {
      const example = exampleOf(data.mentions.get(id) ?? []);
      const shown = rows[i]!['example']!;
      if (!example) expect(shown, id).toBe('');
      else {
        expect(plain(shown), id).toContain(example.left + example.hit + example.right);
        expect(shown, id).toContain(`<b>${example.hit}</b>`);
        expect(shown, id).toContain(`<a href="https://example.org${example.path}">`);
      }
    }
    expect(rows.filter(({ example }) => example).length).toBeGreaterThan(300);
  });

  test('prints the permalink as text while the site has no address', () => {
    const shown = read(glossaryAnki(glossaryWithoutSite())).find(({ guid }) => guid === 'tifa-san-da-gong-jian-zhan')!['example']!;
    expect(shown).not.toContain('<a ');
    expect(plain(shown)).toMatch(/第 \d+ 段，\/speeches\/district-plenum\/\?h=[0-9a-z]{8}#p\d+s\d+$/);
  });
});
