// The results page. All that it shows follows from its address: the slogans (q, repeated), switches and facets.

import { bilingual } from '../dom.ts';
import { comparison } from './comparison.ts';
import { concordance } from './concordance.ts';
import { inWords } from './counts.ts';
import { exactSection } from './exact.ts';
import { failureBox, failureOf } from './failures.ts';
import { SearchForm } from './form.ts';
import { entryGroup, findSimplified, helpGroup, looseGroup, type Simplified, simplifiedGroup, togetherGroup, withoutGroup } from './groups.ts';
import { showRelated } from './related.ts';
import type { Answer, Slogan } from './service.ts';
import { readState, type SearchState, writeState } from './state.ts';

const page = document.querySelector<HTMLElement>('[data-search-page]')!;
const part = (name: string) => page.querySelector<HTMLElement>(`[data-search-${name}]`)!;
const parts = ['message', 'entry', 'comparison', 'exact', 'help', 'simplified', 'loose', 'without'];
const form = new SearchForm(page.querySelector<HTMLFormElement>('[data-search-form]')!, go);

function go(state: SearchState): void {
  const query = writeState(state);
  history.pushState(null, '', `${location.pathname}${query ? `?${query}` : ''}`);
  form.fill(state);
  void show(state);
}

let latest = 0;

async function show(state: SearchState): Promise<void> {
  const mine = ++latest;
  const current = () => mine === latest;
  const clear = () => {
    for (const name of parts) part(name).replaceChildren();
  };
  clear();
  showRelated('');
  if (state.slogans.length === 0) {
    page.dataset['searchState'] = 'idle';
    part('status').replaceChildren();
    return;
  }
  page.dataset['searchState'] = 'busy';
  const slogans: Slogan[] = state.slogans.map((text) => ({ text, strict: state.strict }));
  try {
    const answer = await concordance.search(slogans, state.facets);
    if (!current()) return;
    const together = state.together && slogans.length > 1;
    const sections = together ? [await togetherGroup(slogans, answer)] : await Promise.all(slogans.map((slogan, i) => exactSection(slogan, answer.tallies[i]!, answer, state, i)));
    if (!current()) return;
    if (slogans.length > 1) part('comparison').replaceChildren(comparison(answer));
    part('exact').replaceChildren(...sections);
    const first = slogans[0]!;
    const simple = together ? undefined : await findSimplified(first, answer, state);
    if (!current()) return;
    announce(answer, simple);
    const groups = {
      entry: entryGroup(first),
      without: withoutGroup(answer),
      help: helpGroup(first, answer, state),
      ...(simple ? { simplified: simplifiedGroup(simple, answer, state) } : {}),
      ...(together ? {} : { loose: looseGroup(first, answer, state) }),
    };
    await Promise.all(
      Object.entries(groups).map(async ([name, group]) => {
        const element = await group;
        if (element && current()) part(name).replaceChildren(element);
      }),
    );
    if (!current()) return;
    page.dataset['searchState'] = 'done';
    showRelated(first.text, state.facets['kind']);
  } catch (error) {
    if (!current()) return;
    page.dataset['searchState'] = 'error';
    clear();
    part('status').replaceChildren(failureOf(error).text);
    part('message').replaceChildren(failureBox(error, () => void show(state)));
  }
}

/** Says to screen readers what was found. */
function announce({ tallies }: Answer, simple: Simplified | undefined): void {
  const words = tallies.map((tally) => ({ text: tally.text, ...inWords(tally) }));
  const [first, ...others] = words;
  const found = simple && inWords(simple.tally);
  if (others.length > 0)
    part('status').replaceChildren(bilingual(words.map(({ text, zh }) => `${text}：${zh}`).join('；'), words.map(({ text, en }) => `${text}: ${en}`).join('; ')));
  else if (found) part('status').replaceChildren(bilingual(`按原样没有；简体：${found.zh}`, `Nothing found as typed; in simplified characters, ${found.en}`));
  else if (tallies[0]!.occurrences === 0) part('status').replaceChildren(bilingual('没有找到', 'Nothing found'));
  else part('status').replaceChildren(bilingual(first!.zh, first!.en));
}

const load = () => {
  const state = readState(new URLSearchParams(location.search));
  form.fill(state);
  void show(state);
};
addEventListener('popstate', load);
load();
