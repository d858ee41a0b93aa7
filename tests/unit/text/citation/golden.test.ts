import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toMarkup, toPlain } from '../../../../src/text/citation/rich.ts';
import { cite, type StyleName, styleNames } from '../../../../src/text/citation/styles.ts';
import { citations, formats } from '../../support/citations.ts';

// tests/golden/citations.txt and citation-formats.txt hold what every style and format makes of citations of both speeches and
// of an entry, in both languages. They were read against the rules of each style; a line may change only with a reason.

const golden = (name: string) => readFileSync(new URL(`../../../golden/${name}`, import.meta.url), 'utf8');
const languages = ['zh', 'en'] as const;

function allStyles(): string {
  return citations()
    .flatMap(([what, citation]) =>
      languages.flatMap((language) => [
        `== ${what} (${language})`,
        ...(Object.keys(styleNames) as StyleName[]).flatMap((style) => cite(citation, style, language).map(({ use, text }) => `${style} ${use}\n  ${toPlain(text)}`)),
        '',
      ]),
    )
    .join('\n');
}

function allFormats(): string {
  return citations()
    .filter(([what]) => /, passage$|^san/.test(what))
    .flatMap(([what, citation]) =>
      languages.flatMap((language) => Object.entries(formats).map(([name, write]) => `== ${what}, ${name} (${language})\n${write(citation, language).replaceAll('\r', '')}`)),
    )
    .join('\n');
}

test('the examples of the page “How to cite” are what the code gives', () => {
  const page = readFileSync(new URL('../../../../src/content/pages/cite.mdx', import.meta.url), 'utf8');
  const [, citation] = citations().find(([what]) => what === 'district-plenum, passage')!;
  const lines = languages.flatMap((language) => (Object.keys(styleNames) as StyleName[]).flatMap((style) => cite(citation, style, language).map(({ text }) => toPlain(text))));
  expect(lines.filter((line) => !page.includes(line))).toEqual([]);
});

describe('citations of both speeches, byte for byte', () => {
  test('in every style and both languages', () => {
    expect(allStyles()).toBe(golden('citations.txt'));
  });

  test('in every format and both languages', () => {
    expect(allFormats()).toBe(golden('citation-formats.txt'));
  });

  test('the address stands in each once, as a link', () => {
    for (const [, citation] of citations()) {
      for (const language of languages) {
        for (const style of Object.keys(styleNames) as StyleName[]) {
          for (const { use, text } of cite(citation, style, language)) {
            const url = citation.url.replaceAll('&', '&amp;');
            expect(toMarkup(text).split(`<a href="${url}">${url}</a>`)).toHaveLength(use === 'in-text' ? 1 : 2);
          }
        }
      }
    }
  });
});
