import { codeToHtml } from 'shiki';
import { describe, expect, test } from 'vitest';
import { shikiClasses } from '../../../src/integrations/shiki-classes.ts';
import { elements, hasClass, readMarkup, wordsOf } from '../support/markup.ts';

const code = 'title: "稳" # 注';
const theme = (await import('shiki')).createCssVariablesTheme({ name: 'css-variables', variablePrefix: '--astro-code-' });
const page = readMarkup(await codeToHtml(code, { lang: 'yaml', theme, transformers: [shikiClasses] }));
const all = elements(page, () => true);

describe('highlighted code', () => {
  test('has no inline styles, which the content security policy refuses', () => {
    expect(all.filter(({ attributes }) => 'style' in attributes)).toEqual([]);
  });

  test('has classes in their place', () => {
    expect(all.filter((element) => hasClass(element, 'tok-comment')).map((element) => wordsOf(element).trim())).toEqual(['# 注']);
  });

  test('says what the code says', () => {
    expect(wordsOf(page)).toBe(code);
  });

  test('can be scrolled with the keyboard', () => {
    expect(all.find(({ tag }) => tag === 'pre')!.attributes['tabindex']).toBe('0');
  });
});
