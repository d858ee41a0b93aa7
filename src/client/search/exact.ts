import { bilingual, make } from '../dom.ts';
import { concordance } from './concordance.ts';
import { plural } from './counts.ts';
import { exportBar } from './exports.ts';
import { moreButton } from './failures.ts';
import { hitList, strip } from './lines.ts';
import type { Answer, Slogan, SpeechLines, Tally } from './service.ts';
import type { SearchState } from './state.ts';

/** In a small corpus every hit is listed at once; in a large one a page at a time. */
const smallCorpus = 50;
const pageOf = { small: { speeches: 50, lines: 2000 }, large: { speeches: 10, lines: 10 } };
const sortedPage = { small: 500, large: 50 };

/** The exact hits of one slogan: counts, lines by speech or in the order of their context, heads, and the way to more. */
export async function exactSection(slogan: Slogan, tally: Tally, answer: Answer, state: SearchState, number: number): Promise<HTMLElement> {
  const section = make('section', { 'data-results': 'exact', 'aria-labelledby': `exact-${number}` });
  section.append(countHeading(tally, answer, number));
  if (tally.occurrences > 0) {
    section.append(exportBar(slogan, tally));
    section.append(state.order === 'text' ? await byText(slogan, tally, answer, false) : await byContext(slogan, state, answer));
  }
  if (tally.inHeads > 0) section.append(await headsGroup(slogan, tally));
  return section;
}

function countHeading({ text, occurrences, passages, speeches }: Tally, { corpus, corpusTotal }: Answer, number: number): HTMLElement {
  const value = (name: string, count: number) => make('data', { value: String(count), [`data-${name}`]: '' }, String(count));
  return make(
    'h2',
    { class: 'count', id: `exact-${number}` },
    make('span', { class: 'sought', lang: 'zh-Hans' }, text),
    ' ',
    value('exact-count', occurrences),
    bilingual(' 处，见 ', ` ${plural(occurrences, 'exact hit', 'exact hits')} in `),
    value('passage-count', passages),
    bilingual(' 段、', ` ${plural(passages, 'passage', 'passages')} of `),
    value('speech-count', speeches),
    bilingual(
      ` 篇；共查 ${corpus} 篇${corpus < corpusTotal ? `（全部 ${corpusTotal} 篇）` : ''}`,
      ` ${plural(speeches, 'speech', 'speeches')}; searched: ${corpus}${corpus < corpusTotal ? ` of ${corpusTotal}` : ''}`,
    ),
  );
}

/** Hits grouped by speech, in the order of the texts. */
export async function byText(slogan: Slogan, tally: Tally, { corpusTotal }: Pick<Answer, 'corpusTotal'>, loose: boolean): Promise<HTMLElement> {
  const size = corpusTotal <= smallCorpus ? pageOf.small : pageOf.large;
  const speeches = tally.counts.filter(({ occurrences }) => occurrences > 0);
  const counts = new Map(speeches.map((count) => [count.speech, count]));
  const box = make('div', {});
  const show = async (from: number) => {
    const page = await concordance.linesOf(
      slogan,
      speeches.slice(from, from + size.speeches).map(({ speech }) => speech),
      loose,
    );
    const groups = page.map((one) => speechGroup(one, slogan, counts.get(one.speech)!.occurrences, size.lines));
    box.append(...groups);
    const rest = speeches.length - from - page.length;
    if (rest > 0) box.append(moreButton(bilingual(`另有 ${rest} 篇`, `${rest} more ${plural(rest, 'speech', 'speeches')}`), () => show(from + size.speeches)));
    return groups[0];
  };
  await show(0);
  return box;
}

function speechGroup(speech: SpeechLines, slogan: Slogan, count: number, most: number): HTMLElement {
  const lines = speech.lines.filter(({ inHead }) => !inHead);
  const heading = make(
    'h3',
    {},
    make('a', { href: speech.url, lang: 'zh-Hans' }, speech.title),
    ' ',
    make('span', { class: 'soft small num' }, speech.date),
    ' ',
    make('span', { class: 'soft small num' }, bilingual(`${count} 处`, `${count} ${plural(count, 'hit', 'hits')}`)),
  );
  const group = make('section', { class: 'group' }, heading, strip({ sections: speech.sections, lines }, `${slogan.text}: ${count}`), hitList(lines.slice(0, most)));
  if (lines.length > most) {
    const rest = hitList(lines.slice(most));
    group.append(
      moreButton(bilingual(`本篇另有 ${lines.length - most} 处`, `${lines.length - most} more in this speech`), async () => {
        group.append(rest);
        return rest;
      }),
    );
  }
  return group;
}

/** Hits in the order of what follows or stands before. */
async function byContext(slogan: Slogan, { order, facets }: SearchState, { corpusTotal }: Answer): Promise<HTMLElement> {
  const size = corpusTotal <= smallCorpus ? sortedPage.small : sortedPage.large;
  const box = make('div', { class: 'group' });
  const show = async (from: number) => {
    const { lines, next } = await concordance.sorted(slogan, order === 'left' ? 'left' : 'right', from, size, facets);
    const list = hitList(lines, true);
    box.append(list);
    if (next !== undefined) box.append(moreButton(bilingual('更多', 'More'), () => show(next)));
    return list;
  };
  await show(0);
  return box;
}

/** Hits in titles and section heads: a group of their own, not counted above. */
async function headsGroup(slogan: Slogan, tally: Tally): Promise<HTMLElement> {
  const size = 20;
  const speeches = tally.counts.filter(({ inHeads }) => inHeads > 0);
  const box = make(
    'section',
    { class: 'group', 'data-results': 'heads' },
    make('h3', {}, bilingual(`标题与节题，${tally.inHeads} 处`, `Titles and section heads, ${tally.inHeads}`)),
  );
  const show = async (from: number) => {
    const page = await concordance.linesOf(
      slogan,
      speeches.slice(from, from + size).map(({ speech }) => speech),
      false,
    );
    const list = hitList(
      page.flatMap(({ lines }) => lines.filter(({ inHead }) => inHead)),
      true,
    );
    box.append(list);
    if (from + size < speeches.length) box.append(moreButton(bilingual('更多', 'More'), () => show(from + size)));
    return list;
  };
  await show(0);
  return box;
}
