import { describe, expect, test } from 'vitest';
import { renderAnchors, renderGrave, renderTombstones } from '../../../src/speech/render-former.ts';
import { formerUnits } from '../../../src/text/permalinks/former.ts';
import { lockOf, sentences } from '../support/lock.ts';
import { readMarkup, wordsOf } from '../support/markup.ts';

const { a, b, c, d } = sentences;

describe('ids that are no unit of the text any more', () => {
  test('that were merged are empty elements in front of the words that took them up', () => {
    const former = formerUnits(lockOf([`${a}|${b}`, `${c}|${d}`], [`${a.replace('。', '，')}${b}|${c}|${d}`]));
    expect([renderAnchors(former, 'p1s1'), renderAnchors(former, 'p2s1'), renderAnchors(former, 'p2s2')]).toEqual([
      '<span id="p1s2" class="was"></span>',
      '<span id="p2"></span>',
      '',
    ]);
  });

  test('that were removed are tombstones with the words, at their place', () => {
    const former = formerUnits(lockOf([a, `${b}|${c}`, d], [a, d]));
    expect(renderTombstones(former, null, 'zh-Hans').markup).toBe('');
    const { markup } = renderTombstones(former, 'p1', 'zh-Hans');
    expect(markup).toContain('<div class="tombstone" id="p2">');
    expect(markup).toContain(`<blockquote lang="zh-Hans"><span id="p2s1" class="s">${b}</span><span id="p2s2" class="s">${c}</span></blockquote>`);
    expect(markup).toContain('第 2 段已在文字第2版（2027-01-01）删去，原文是：');
    expect(markup).toContain('Passage 2 was removed in revision 2 of the text (2027-01-01). It read:');
  });

  test('sentences that live on elsewhere are links to where they are', () => {
    const former = formerUnits(lockOf([`${a}|${d}`, `${b}|${c}|${sentences.e}`], [`${a}|${b}|${d}`]));
    expect(renderTombstones(former, 'p1', 'zh-Hans').markup).toContain(`<a href="#p2s1">${b}</a><span id="p2s2" class="s">${c}</span>`);
  });

  test.each([
    [['# 一、形势', a], [a], 'Section head h1 was removed'],
    [[`${a}|${b}|${c}`], [`${a}|${b}`], 'Sentence p1s3 was removed'],
  ])('are called by what they were: %o', (before, after, words) => {
    const former = formerUnits(lockOf(before, after));
    expect([null, 'p1'].map((place) => renderTombstones(former, place, 'zh-Hans').markup).join('')).toContain(words);
  });

  test('words are escaped', () => {
    expect(renderTombstones(formerUnits(lockOf(['稳<b>&中求进，好中求快。', a], [a])), null, 'zh-Hans').markup).toContain('稳&lt;b&gt;&amp;中求进');
  });

  test('of a speech that was taken down are all there', () => {
    const { markup } = renderGrave(formerUnits(lockOf([a, b], [])), 'zh-Hans');
    expect(markup.match(/class="tombstone"/g)).toHaveLength(2);
    expect(wordsOf(readMarkup(markup))).toContain(a);
    expect(markup).toContain('Passage 1 read:');
  });
});
