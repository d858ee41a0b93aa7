import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLock } from '../../../../src/corpus/lock-file.ts';
import type { Cited } from '../../../../src/text/address.ts';
import { receiptOf } from '../../../../src/text/normalize.ts';
import { checkCitation } from '../../../../src/text/permalinks/check-citation.ts';
import { textOfLock } from '../../../../src/text/permalinks/layout.ts';
import type { Lock, TextUnits } from '../../../../src/text/permalinks/lock.ts';
import { reconcile } from '../../../../src/text/permalinks/reconcile.ts';
import { speechHistory } from '../../../../src/text/permalinks/speech-history.ts';
import { segmentSentences } from '../../../../src/text/segment.ts';
import { randomFrom } from '../../../support/oracle.ts';
import { lockOf, sentences } from '../../support/lock.ts';
import { realSpeeches } from '../../support/speech.ts';

const { a, b, c, d, e } = sentences;
const check = (lock: Lock, cited: Cited, words: string) => checkCitation(speechHistory(lock, '/speeches/harvest/'), { ...cited, receipt: receiptOf(words) });
const a2 = a.replace('春', '秋');

describe('a citation', () => {
  const lock = lockOf([`${a}|${b}`, '# 一、当前形势和主要任务', c, d], [`${a2}|${b}`, '# 一、当前局势和主要任务', c, d], [`${a2}|${b}`, '# 一、当前局势和主要任务', d]);

  test.each<[string, Cited, string, Partial<ReturnType<typeof check>>]>([
    ['whose words stand', { first: 'p1s2' }, b, { state: 'unchanged', revision: 3 }],
    ['whose words stand in another style of punctuation', { first: 'p1s2' }, b.replace('。', '.'), { state: 'unchanged' }],
    ['whose words were changed', { first: 'p1s1' }, a, { state: 'changed', revision: 1, cited: a, present: a2, now: ['p1s1'] }],
    ['of a passage that was changed', { first: 'p1' }, a + b, { state: 'changed', revision: 1, cited: a + b, present: a2 + b, now: ['p1s1', 'p1s2'] }],
    ['of a head that was changed', { first: 'h1' }, '一、当前形势和主要任务', { state: 'changed', revision: 1, present: '一、当前局势和主要任务', now: ['h1'] }],
    ['of the title', { first: 't1' }, '讲话', { state: 'unchanged' }],
    ['whose words were removed', { first: 'p2s1' }, c, { state: 'removed', revision: 2, gone: 3, cited: c }],
    ['of a passage that was removed', { first: 'p2' }, c, { state: 'removed', gone: 3 }],
    ['of a range that stands', { first: 'p1s2', last: 'p1s2' }, b, { state: 'unchanged' }],
    ['of a range of which some was changed and some removed', { first: 'p1', last: 'p2' }, a + b + c, { state: 'changed', revision: 1, present: a2 + b, now: ['p1s1', 'p1s2'] }],
    ['of the whole speech', {}, a2 + b + d, { state: 'unchanged' }],
    ['of the whole speech as it was', {}, a + b + c + d, { state: 'changed', revision: 1, present: a2 + b + d }],
    ['with words that never were there', { first: 'p1s2' }, a, { state: 'unknown-wording' }],
    ['of an id that never was', { first: 'p9' }, a, { state: 'unknown-place' }],
    ['up to an id that never was', { first: 'p1', last: 'p9' }, a, { state: 'unknown-place' }],
    ['with a name from elsewhere', { first: 'constructor' }, a, { state: 'unknown-place' }],
  ])('%s', (_what, cited, words, verdict) => {
    expect(check(lock, cited, words)).toMatchObject(verdict);
  });

  test('of a sentence that was split names its pieces, and one of a piece only itself', () => {
    const [head, tail] = ['各乡镇必须在月底以前统计受灾面积。', '随后上报县里的防汛指挥部门。'];
    const whole = `${head.replace('。', '，')}${tail}`;
    const lock = lockOf([`${a}|${whole}`], [`${a}|${head}|${tail}`], [`${a}|${head.replace('月', '年')}|${tail}`]);
    expect(check(lock, { first: 'p1s2' }, whole)).toMatchObject({ state: 'changed', revision: 1, now: ['p1s2', 'p1s3'] });
    expect(check(lock, { first: 'p1s2' }, head)).toMatchObject({ state: 'changed', revision: 2, now: ['p1s2'] });
  });

  test('of words that only moved is unchanged', () => {
    const lock = lockOf([`${a}|${b}|${e}`, `${c}|${d}`], [`${a}|${e}`, `${c}|${b}|${d}`]);
    expect(check(lock, { first: 'p1s2' }, b)).toMatchObject({ state: 'unchanged', now: ['p1s2'] });
    expect(check(lock, { first: 'p1' }, a + b + e)).toMatchObject({ state: 'changed', now: ['p1s1', 'p1s3', 'p1s2'] });
  });

  test('of passages that were merged is unchanged when it cites both', () => {
    expect(check(lockOf([a, b, c], [`${a}|${b}`, c]), { first: 'p1', last: 'p2' }, a + b)).toMatchObject({ state: 'unchanged', now: ['p1s1', 'p2s1'] });
  });

  test('of words that came back is unchanged', () => {
    expect(check(lockOf([a, b], [a2, b], [a, b]), { first: 'p1' }, a)).toMatchObject({ state: 'unchanged' });
  });

  test('made ten revisions ago finds its own wording, and each later one its own', () => {
    const texts = Array.from({ length: 11 }, (_, i) => a.replace('全部', `分${i + 1}批`));
    const lock = lockOf(...texts.map((text) => [text, b]));
    for (const [i, text] of texts.entries()) {
      expect(check(lock, { first: 'p1s1' }, text)).toMatchObject({ state: i === 10 ? 'unchanged' : 'changed', revision: i + 1, cited: text, present: texts[10]! });
    }
  });
});

describe('receipts over random corrections of one character', () => {
  const locks = realSpeeches.map((id) => readLock(id, id, readFileSync(new URL(`../../../../src/content/permalinks/speeches/${id}.json`, import.meta.url), 'utf8')).lock!);
  const random = randomFrom(20261121);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;

  /** A text with one character of one passage changed, as the parser would give it. */
  function corrected(text: TextUnits, change: (passage: string) => string): TextUnits {
    const at = below(text.passages.length);
    const passage = change(text.passages[at]!.join(''));
    return {
      ...text,
      passages: text.passages.with(
        at,
        segmentSentences(passage).map(({ start, end }) => passage.slice(start, end)),
      ),
    };
  }
  const letters = (text: string) => Array.from(text, (_, i) => i).filter((i) => /\p{L}/u.test(text[i]!));
  const anyLetter = () => pick(pick(pick(locks[0]!.passages).sentences).text.match(/\p{Script=Han}/gu) ?? ['稳']);

  /** 500 corrections, two ids of each: one in the passage that was changed and one anywhere. */
  function sample(change: (passage: string) => string, expected: (before: string, after: string | undefined) => 'unchanged' | 'other') {
    const wrong: string[] = [];
    let checked = 0;
    for (let i = 0; i < 500; i++) {
      const old = locks[i % 2]!;
      const lock = reconcile(old, corrected(textOfLock(old), change), '2027-01-01');
      const history = speechHistory(lock, '/');
      const wordings = (one: Lock) =>
        new Map([
          ...one.passages.map((passage) => [passage.id, passage.sentences.map(({ text }) => text).join('')] as const),
          ...one.passages.flatMap(({ sentences }) => sentences.map(({ id, text }) => [id, text] as const)),
        ]);
      const [before, after] = [wordings(old), wordings(lock)];
      const changed = [...before].filter(([id, text]) => after.get(id) !== text).map(([id]) => id);
      for (const id of [changed.length ? pick(changed) : pick([...before.keys()]), pick([...before.keys()])]) {
        const { state } = checkCitation(history, { first: id, receipt: receiptOf(before.get(id)!) });
        checked++;
        if ((state === 'unchanged') !== (expected(before.get(id)!, after.get(id)) === 'unchanged') || state.startsWith('unknown')) wrong.push(`${old.speech} ${id} ${state}`);
      }
    }
    return { checked, wrong };
  }

  test('say of 1,000 ids rightly whether their words changed', () => {
    const change = (passage: string) => {
      const at = pick(letters(passage));
      const other = anyLetter();
      return pick([
        () => passage.slice(0, at) + other + passage.slice(at + 1),
        () => passage.slice(0, at) + other + passage.slice(at),
        () => passage.slice(0, at) + passage.slice(at + 1),
      ])();
    };
    expect(sample(change, (before, after) => (before === after ? 'unchanged' : 'other'))).toEqual({ checked: 1000, wrong: [] });
  }, 60_000);

  test('say of 1,000 ids that blanks and the style of punctuation change nothing', () => {
    const styles: Record<string, string> = { '，': ',', '。': '.', '：': ':', '；': ';', '“': '「', '”': '」', '、': ',', '（': '(', '）': ')' };
    const change = (passage: string) => {
      if (below(2)) {
        const at = 1 + below(passage.length - 1);
        return `${passage.slice(0, at)}${pick([' ', '　', '  '])}${passage.slice(at)}`;
      }
      const marks = Array.from(passage, (_, i) => i).filter((i) => passage[i]! in styles);
      const at = marks.length ? pick(marks) : -1;
      return at === -1 ? passage : passage.slice(0, at) + styles[passage[at]!] + passage.slice(at + 1);
    };
    // A full stop of another style may make two sentences one: the first then has new words, but no passage has.
    const passagesOnly = sample(change, (before, after) => (after !== undefined && receiptOf(before) === receiptOf(after) ? 'unchanged' : 'other'));
    expect(passagesOnly).toEqual({ checked: 1000, wrong: [] });
  }, 60_000);
});
