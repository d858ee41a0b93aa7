// What stands around the exact hits: the glossary entry, hits in simplified characters, hits with other punctuation,
// the speeches without the slogan, passages with all slogans, and help when nothing is found.

import { similarNames } from '../../text/similar.ts';
import { suggest } from '../../text/type-ahead.ts';
import { base } from '../address.ts';
import { bilingual, make } from '../dom.ts';
import { concordance } from './concordance.ts';
import { inWords } from './counts.ts';
import { byText } from './exact.ts';
import { moreButton } from './failures.ts';
import { hitList } from './lines.ts';
import type { Answer, Slogan, Tally } from './service.ts';
import { type SearchState, writeState } from './state.ts';
import { oneTerm, simplified, suggestedTerms } from './terms.ts';

/** A group of the results page, or nothing to show. */
type Group = Promise<HTMLElement | undefined>;

/** A slogan as a link to the search for it, everything else as it is. */
function sloganLink(slogan: string, state: SearchState): HTMLElement {
  return make('a', { class: 'word', lang: 'zh-Hans', href: `${location.pathname}?${writeState({ ...state, slogans: [slogan] })}` }, slogan);
}

/** The glossary entry whose surface form, pinyin or rendering the slogan is. */
export async function entryGroup({ text }: Slogan): Group {
  const match = suggest(text, await suggestedTerms().catch(() => []), 1)[0];
  if (match?.rank !== 0) return undefined;
  const term = await oneTerm(match.term.id).catch(() => undefined);
  if (!term) return undefined;
  const name = make(
    'p',
    {},
    make('a', { class: 'word', href: `${base}glossary/${term.id}/`, lang: 'zh-Hans' }, term.term),
    ' ',
    make('span', { lang: 'zh-Latn-pinyin' }, term.pinyin),
    ' ',
    make('em', { lang: 'en' }, term.renderings[0]?.text ?? ''),
  );
  return make('aside', { class: 'entry' }, make('div', {}, name, make('p', {}, bilingual(term.gloss.zh, term.gloss.en))));
}

/** A slogan in simplified characters, and what was found of it. */
export interface Simplified {
  slogan: Slogan;
  tally: Tally;
}

/** Looks for a slogan in simplified characters, when as it was typed it is not found; nothing when that finds nothing either. */
export async function findSimplified({ text, strict }: Slogan, { tallies }: Answer, state: SearchState): Promise<Simplified | undefined> {
  if (tallies[0]!.occurrences > 0) return undefined;
  const slogan = { text: await simplified(text).catch(() => text), strict };
  if (slogan.text === text) return undefined;
  const tally = (await concordance.search([slogan], state.facets)).tallies[0]!;
  return tally.occurrences > 0 ? { slogan, tally } : undefined;
}

/** Hits in simplified characters. */
export async function simplifiedGroup({ slogan, tally }: Simplified, answer: Answer, state: SearchState): Group {
  const words = inWords(tally);
  return make(
    'section',
    { class: 'h2q', 'data-results': 'simplified', 'aria-labelledby': 'simplified' },
    make(
      'h2',
      { class: 'count', id: 'simplified' },
      bilingual('简体“', 'In simplified characters, “'),
      sloganLink(slogan.text, state),
      bilingual(`”：${words.zh}`, `”: ${words.en}`),
    ),
    await byText(slogan, tally, answer, false),
  );
}

/** Hits that differ in punctuation. */
export async function looseGroup(slogan: Slogan, answer: Answer, state: SearchState): Group {
  const tally = await concordance.searchLoose(slogan, state.facets);
  if (tally.occurrences === 0) return undefined;
  return make(
    'section',
    { class: 'h2q', 'data-results': 'ignoring-punctuation', 'aria-labelledby': 'loose' },
    make('h2', { class: 'count', id: 'loose' }, bilingual(`不计标点，另有 ${tally.occurrences} 处`, `${tally.occurrences} more, ignoring punctuation`)),
    make(
      'p',
      { class: 'small soft' },
      bilingual('这些地方的标点与所查的不同，不计入上面的数目。', 'Here the punctuation differs from what was typed; these are not in the count above.'),
    ),
    await byText(slogan, tally, answer, true),
  );
}

/** Speeches that have the slogan neither in a passage nor in a head; nothing where facets narrow the search. */
export async function withoutGroup({ tallies, corpusTotal, corpus }: Answer): Group {
  if (corpus < corpusTotal) return undefined;
  const { counts, text } = tallies[0]!;
  const having = new Set(counts.map(({ speech }) => speech));
  const absent = Array.from({ length: corpusTotal }, (_, speech) => speech).filter((speech) => !having.has(speech));
  const size = 20;
  const list = make('ul', { class: 'works' });
  const section = make(
    'section',
    { class: 'without', 'data-results': 'without', 'aria-labelledby': 'without' },
    make(
      'h2',
      { class: 'count', id: 'without' },
      absent.length ? bilingual('未见“', 'Speeches without “') : bilingual(`${corpusTotal} 篇讲话都有“`, `All ${corpusTotal} speeches have “`),
      make('span', { lang: 'zh-Hans' }, text),
      absent.length ? bilingual(`”的讲话：${absent.length} 篇，共查 ${corpusTotal} 篇`, `”: ${absent.length} of ${corpusTotal}`) : bilingual('”', '”'),
    ),
    list,
  );
  const add = async (from: number) => {
    const names = await concordance.names(absent.slice(from), size);
    const items = names.map(({ title, url, date }) => make('li', {}, make('a', { href: url, lang: 'zh-Hans' }, title), ' ', make('span', { class: 'soft small num' }, date)));
    list.append(...items);
    if (from + names.length < absent.length) section.append(moreButton(bilingual('更多', 'More'), () => add(from + names.length)));
    return items[0];
  };
  await add(0);
  return section;
}

/** Passages that contain every slogan. */
export async function togetherGroup(slogans: readonly Slogan[], { tallies }: Answer): Promise<HTMLElement> {
  const speeches = speechesWithAll(tallies);
  const section = make(
    'section',
    { 'data-results': 'together', 'aria-labelledby': 'together' },
    make('h2', { class: 'count', id: 'together' }, bilingual('同在一段', 'All in one passage')),
  );
  const size = 40;
  let passages = 0;
  const count = make('p', { class: 'small soft' });
  section.append(count);
  const add = async (from: number) => {
    const found = await concordance.together([...slogans], speeches.slice(from, from + size));
    passages += new Set(found.flatMap(({ lines }) => lines.map(({ speechId, unit }) => `${speechId}#${unit}`))).size;
    const read = Math.min(from + size, speeches.length);
    const all = read === speeches.length;
    count.replaceChildren(
      bilingual(
        `${passages} 段${all ? '' : `（已查 ${read} 篇，可查 ${speeches.length} 篇）`}`,
        `${passages} ${passages === 1 ? 'passage' : 'passages'}${all ? '' : ` (in ${read} of ${speeches.length} speeches that have them all)`}`,
      ),
    );
    const groups = found.map(({ title, url, lines }) => make('section', { class: 'group' }, make('h3', {}, make('a', { href: url, lang: 'zh-Hans' }, title)), hitList(lines)));
    section.append(...groups);
    if (!all) section.append(moreButton(bilingual('更多', 'More'), () => add(read)));
    return groups[0];
  };
  await add(0);
  return section;
}

/** Speeches in whose passages every slogan stands. */
function speechesWithAll(tallies: readonly Tally[]): number[] {
  const [first, ...others] = tallies.map(({ counts }) => new Set(counts.filter(({ occurrences }) => occurrences > 0).map(({ speech }) => speech)));
  return [...first!].filter((speech) => others.every((set) => set.has(speech)));
}

/** When nothing is found: entries by pinyin, English or part of a form, entries of like wording, and the nearest words of the speeches. */
export async function helpGroup({ text }: Slogan, { tallies }: Answer, state: SearchState): Group {
  if (tallies[0]!.occurrences > 0 || state.slogans.length > 1) return undefined;
  const [simple, terms] = await Promise.all([simplified(text).catch(() => text), suggestedTerms().catch(() => [])]);
  const near = await concordance.nearest(simple).catch(() => []);
  const known = new Set([text, simple]);
  const box = make('div', { class: 'help' });
  const add = (name: string, label: DocumentFragment, slogans: readonly string[]) => {
    const fresh = [...new Set(slogans)].filter((slogan) => !known.has(slogan));
    for (const slogan of fresh) known.add(slogan);
    if (fresh.length) box.append(make('p', { 'data-help': name }, label, ...fresh.flatMap((slogan) => [sloganLink(slogan, state), ' '])));
  };
  const entries = suggest(simple, terms, 6).map(({ term }) => term.forms[0]!);
  const alike = similarNames(
    simple,
    terms.flatMap(({ forms }) => forms),
    4,
  );
  add('entries', bilingual('词条：', 'Entries: '), [...entries, ...alike]);
  add('nearest', bilingual('讲话里最接近的：', 'Nearest in the speeches: '), near);
  return box.childElementCount ? box : undefined;
}
