import * as OpenCC from 'opencc-js';
import type { Page } from 'playwright-core';
import { type SuggestedTerm, syllablesOf } from '../../src/text/type-ahead.ts';
import { fold, type Passages, scan } from './oracle.ts';

/** What a reader means, and what they type for it. */
export interface Typed {
  /** How it is typed. */
  manner: string;
  /** The slogan as it stands in the speeches, or the headword of the entry. */
  meant: string;
  typed: string;
}

const marks = /[\p{P}\p{S}\p{Z}\s]/u;

/** Takes so many at random, none twice. */
function some<T>(items: readonly T[], count: number, random: () => number): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(random() * left.length), 1)[0]!);
}

/** Slogans that stand in the speeches: surface forms of entries, and what is in quotation marks. */
export function slogansIn(passages: Passages, terms: readonly SuggestedTerm[]): string[] {
  const all = [...passages.values()].join('\n');
  const quoted = [...all.matchAll(/“([^”\n]{2,20})”/g)].map(([, words]) => words!);
  return [...new Set([...quoted, ...terms.flatMap(({ forms }) => forms)])].filter((slogan) => fold(all).includes(fold(slogan)));
}

/** Slogans in traditional characters, by three standards in turn; those that are written alike in both are left out. */
export function traditional(slogans: readonly string[], count: number, random: () => number): Typed[] {
  const standards = (['t', 'tw', 'hk'] as const).map((to) => ({ to, convert: OpenCC.Converter({ from: 'cn', to }) }));
  const different = slogans.filter((slogan) => standards.every(({ convert }) => convert(slogan) !== slogan));
  return some(different, count, random).map((meant, i) => {
    const { to, convert } = standards[i % standards.length]!;
    return { manner: `traditional (${to})`, meant, typed: convert(meant) };
  });
}

/** Ways to type pinyin. */
const pinyinManners: Readonly<Record<string, (pinyin: string) => string>> = {
  'with tones': (pinyin) => pinyin,
  'without tones': (pinyin) => syllablesOf(pinyin).join(''),
  'with blanks': (pinyin) => syllablesOf(pinyin).join(' '),
  initials: (pinyin) =>
    syllablesOf(pinyin)
      .map((syllable) => syllable[0])
      .join(''),
};

/** Entries in each manner of pinyin. */
export function inPinyin(terms: readonly SuggestedTerm[], count: number, random: () => number): Typed[] {
  return Object.entries(pinyinManners).flatMap(([manner, type]) => some(terms, count, random).map(({ forms, pinyin }) => ({ manner, meant: forms[0]!, typed: type(pinyin) })));
}

/** Stretches of the speeches with punctuation inside, typed without it. */
export function withoutPunctuation(passages: Passages, count: number, random: () => number): Typed[] {
  const stretches = [...passages.values()].flatMap((text) => [...text.matchAll(/[\p{L}\p{N}]{2,8}[，、；”“：]+[\p{L}\p{N}]{2,8}/gu)].map(([stretch]) => stretch));
  return some([...new Set(stretches)], count, random).map((meant) => ({
    manner: 'without punctuation',
    meant,
    typed: [...meant].filter((character) => !marks.test(character)).join(''),
  }));
}

/** Types into the results page, and tells which passages it lists, in whatever group. */
async function listedFor(page: Page, typed: string): Promise<string[]> {
  await page.locator('#q1').fill(typed);
  await page.keyboard.press('Enter');
  await page.waitForFunction((text) => document.querySelector('.sought')?.textContent === text && document.querySelector('[data-search-state="done"]'), typed);
  return page.locator('[data-results] [data-passage]').evaluateAll((hits) => hits.map((hit) => hit.getAttribute('data-passage')!));
}

/** The entries that are offered while one types; the first takes the place of what was typed when it is chosen. */
async function offeredFor(page: Page, typed: string): Promise<string[]> {
  await page.locator('#q1').fill('');
  await page.locator('#suggestions').waitFor({ state: 'hidden' });
  await page.locator('#q1').fill(typed);
  const options = page.locator('#suggestions [role="option"]');
  await options
    .first()
    .waitFor({ timeout: 2000 })
    .catch(() => undefined);
  return options.evaluateAll((all) => all.map((option) => option.getAttribute('data-form')!));
}

/** Those that do not lead to what was meant: to every passage that has it, or, for pinyin, to the entry among those that are offered. */
export async function missed(page: Page, inputs: readonly Typed[], passages: Passages): Promise<Typed[]> {
  const failures: Typed[] = [];
  for (const input of inputs) {
    const reached =
      input.manner in pinyinManners
        ? (await offeredFor(page, input.typed)).includes(input.meant)
        : await listedFor(page, input.typed).then((listed) => scan(passages, input.meant).passages.every((passage) => listed.includes(passage)));
    if (!reached) failures.push(input);
  }
  return failures;
}
