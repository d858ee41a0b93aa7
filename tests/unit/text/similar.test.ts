import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { similarNames } from '../../../src/text/similar.ts';
import { runs } from '../support/property.ts';

describe('names like a mistyped one', () => {
  test.each([
    ['a letter changed', 'liang-ge-wei-ho'],
    ['a letter missing', 'liang-ge-wei-h'],
    ['a letter too many', 'liang-ge-wei-huu'],
    ['two letters that changed places', 'liang-eg-wei-hu'],
  ])('are found with %s', (_what, wrong) => {
    expect(similarNames(wrong, ['san-nong', 'liang-ge-wei-hu'])).toEqual(['liang-ge-wei-hu']);
  });

  test('come with the nearest first', () => {
    expect(similarNames('wu-ge-bi-xu', ['wu-ge-bi-xi-a', 'wu-ge-bi-xv'])).toEqual(['wu-ge-bi-xv', 'wu-ge-bi-xi-a']);
  });

  test('come in the order of the alphabet when equally near', () => {
    expect(similarNames('san', ['sun', 'sin', 'sen'], 3)).toEqual(['sen', 'sin', 'sun']);
  });

  test('are at most two unless more are asked for', () => {
    expect(similarNames('san', ['sun', 'sin', 'sen'])).toHaveLength(2);
  });

  test('may differ in a third of the letters', () => {
    expect(similarNames('abcdef', ['abcdxy'])).toEqual(['abcdxy']);
  });

  test('may not differ in more', () => {
    expect(similarNames('abcdef', ['abcxyz', 'abc'])).toEqual([]);
  });

  test('may differ in one letter however short they are', () => {
    expect(similarNames('ab', ['ac'])).toEqual(['ac']);
  });

  test('are none where there are no names', () => {
    expect(similarNames('san-nong', [])).toEqual([]);
  });

  test('a name is always like itself', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(similarNames(name, [name])).toEqual([name]);
      }),
      runs(200),
    );
  });
});
