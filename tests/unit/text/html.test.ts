import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bilingualHtml, escapeHtml, Html, html } from '../../../src/text/html.ts';
import { readMarkup, wordsOf } from '../support/markup.ts';
import { markupText, runs } from '../support/property.ts';

describe('escaping', () => {
  test.each([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['"', '&quot;'],
  ])('%s becomes %s', (character, entity) => {
    expect(escapeHtml(`a${character}b${character}`)).toBe(`a${entity}b${entity}`);
  });

  test('what is escaped already is escaped again', () => {
    expect(escapeHtml('&lt;')).toBe('&amp;lt;');
  });

  test('Chinese text stays as it is', () => {
    expect(escapeHtml('“稳中求进”，X%')).toBe('“稳中求进”，X%');
  });
});

describe('the template tag', () => {
  test('escapes texts that are put in', () => {
    expect(html`<b>${'a < b'}</b>`.markup).toBe('<b>a &lt; b</b>');
  });

  test('escapes texts in attributes', () => {
    expect(html`<b title="${'" onclick="'}"></b>`.markup).toBe('<b title="&quot; onclick=&quot;"></b>');
  });

  test('takes markup as it is', () => {
    expect(html`<p>${html`<b>${'&'}</b>`}</p>`.markup).toBe('<p><b>&amp;</b></p>');
  });

  test('takes markup that was declared safe as it is', () => {
    expect(html`<p>${new Html('<br>')}</p>`.markup).toBe('<p><br></p>');
  });

  test('joins lists, also lists in lists', () => {
    expect(html`${['a', [html`<i></i>`, '<'], 1]}`.markup).toBe('a<i></i>&lt;1');
  });

  test.each([null, undefined, false] as const)('prints nothing for %s', (nothing) => {
    expect(html`[${nothing}]`.markup).toBe('[]');
  });

  test('prints numbers, also 0', () => {
    expect(html`${0} ${1.5}`.markup).toBe('0 1.5');
  });

  test('prints an empty text as nothing', () => {
    expect(html`[${''}]`.markup).toBe('[]');
  });

  test('prints itself in a string', () => {
    expect(`${html`<b>${'x'}</b>`}`).toBe('<b>x</b>');
  });
});

describe('a text of the interface', () => {
  test('stands there in both languages, each marked', () => {
    expect(bilingualHtml('第', 'Passage').markup).toBe('<span data-ui lang="zh-Hans">第</span><span data-ui lang="en">Passage</span>');
  });
});

describe('any text', () => {
  test('can be read back out of an element and out of an attribute', () => {
    fc.assert(
      fc.property(markupText, (text) => {
        const [element] = readMarkup(html`<b title="${text}">${text}</b>`.markup).children;
        expect(element).toMatchObject({ tag: 'b', attributes: { title: text } });
        expect(wordsOf(element!)).toBe(text);
      }),
      runs(300),
    );
  });
});
