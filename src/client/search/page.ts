// The results page. All that it shows follows from its address: the slogans (q, repeated), switches and facets.

import { suggest } from '../../text/type-ahead.ts';
import { all, bilingual, make } from '../dom.ts';
import { comparison } from './comparison.ts';
import { concordance } from './concordance.ts';
import { byText, exactSection, moreButton } from './exact.ts';
import { hitList } from './lines.ts';
import { showRelated } from './related.ts';
import type { Answer, Slogan, Tally } from './service.ts';
import { readState, type SearchState, writeState } from './state.ts';
import { oneTerm, simplified, suggestedTerms } from './terms.ts';
import { startTypeAhead } from './type-ahead.ts';

const page = document.querySelector<HTMLElement>('[data-search-page]')!;
const form = page.querySelector<HTMLFormElement>('[data-search-form]')!;
const fields = page.querySelector<HTMLElement>('[data-fields]')!;
const part = (name: string) => page.querySelector<HTMLElement>(`[data-search-${name}]`)!;
const parts = ['message', 'entry', 'comparison', 'exact', 'loose', 'without'];
const mostFields = 6;

/** Longest slogan that is asked for, in UTF-16 units. */
const longestSlogan = 1000;

// ---- the form ----

function addField(value = ''): HTMLInputElement {
  const number = fields.children.length + 1;
  const input = make('input', {
    id: `q${number}`,
    name: 'q',
    type: 'search',
    lang: 'zh-Hans',
    autocomplete: 'off',
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'suggestions',
  });
  input.value = value;
  const remove = make('button', { class: 'btn', type: 'button' }, bilingual('去掉', 'Remove'));
  const row = make(
    'div',
    { class: 'find field', 'data-field': '' },
    make('label', { class: 'vh', for: input.id }, bilingual(`第 ${number} 个说法`, `Slogan ${number}`)),
    input,
    remove,
  );
  remove.addEventListener('click', () => {
    row.remove();
    go(formState());
  });
  fields.append(row);
  startTypeAhead(input, page.querySelector('#suggestions')!);
  return input;
}

const inputs = () => all<HTMLInputElement>('input[name="q"]', fields);
const checked = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value ?? '';

function formState(): SearchState {
  return {
    slogans: inputs()
      .map(({ value }) => value.trim().slice(0, longestSlogan))
      .filter((text) => text !== ''),
    strict: checked('strict') === '1',
    together: checked('together') === '1',
    order: checked('order') as SearchState['order'],
    facets: Object.fromEntries(['kind', 'year'].flatMap((name) => (checked(name) ? [[name, checked(name)]] : []))),
  };
}

function fillForm({ slogans, strict, together, order, facets }: SearchState): void {
  inputs()[0]!.value = slogans[0] ?? '';
  while (fields.children.length > Math.max(1, slogans.length)) fields.lastElementChild!.remove();
  slogans.slice(1).forEach((text, i) => {
    const input = inputs()[i + 1] ?? addField();
    input.value = text;
  });
  const choose = (name: string, value: string) => {
    const input = form.querySelector<HTMLInputElement>(`input[name="${name}"][value="${CSS.escape(value)}"]`) ?? form.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
    input.checked = true;
  };
  choose('order', order);
  for (const name of ['kind', 'year']) choose(name, facets[name] ?? '');
  form.querySelector<HTMLInputElement>('input[name="strict"]')!.checked = strict;
  form.querySelector<HTMLInputElement>('input[name="together"]')!.checked = together;
  form.querySelector<HTMLElement>('[data-together]')!.hidden = slogans.length < 2;
  form.querySelector<HTMLElement>('[data-add-field]')!.hidden = fields.children.length >= mostFields;
}

function go(state: SearchState): void {
  const query = writeState(state);
  history.pushState(null, '', `${location.pathname}${query ? `?${query}` : ''}`);
  fillForm(state);
  void show(state);
}

// ---- the results ----

let latest = 0;

async function show(state: SearchState): Promise<void> {
  const mine = ++latest;
  const current = () => mine === latest;
  for (const name of parts) part(name).replaceChildren();
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
    const sections =
      state.together && slogans.length > 1
        ? [await togetherSection(slogans, answer)]
        : await Promise.all(slogans.map((slogan, i) => exactSection(slogan, answer.tallies[i]!, answer, state, i)));
    if (!current()) return;
    if (slogans.length > 1) part('comparison').replaceChildren(comparison(answer));
    part('exact').replaceChildren(...sections);
    announce(answer);
    await Promise.all([
      showEntry(slogans[0]!, current),
      showLoose(slogans[0]!, state, answer, current),
      showWithout(answer, state, current),
      showHelp(slogans[0]!, answer, state, current),
    ]);
    if (!current()) return;
    page.dataset['searchState'] = 'done';
    showRelated(slogans[0]!.text, state.facets['kind']);
  } catch (error) {
    if (current()) showFailure(error as Error & { speeches?: number }, state);
  }
}

function announce({ tallies }: Answer): void {
  const sum = (of: keyof Pick<Tally, 'occurrences' | 'passages' | 'speeches'>) => tallies.map((tally) => tally[of]).join(' / ');
  part('status').replaceChildren(
    bilingual(
      `${sum('occurrences')} 处，见 ${sum('passages')} 段、${sum('speeches')} 篇`,
      `${sum('occurrences')} hits in ${sum('passages')} passages of ${sum('speeches')} speeches`,
    ),
  );
}

function showFailure({ name, message, speeches }: Error & { speeches?: number }, state: SearchState): void {
  page.dataset['searchState'] = 'error';
  for (const one of parts) part(one).replaceChildren();
  const tooCommon = name === 'TooCommonError';
  const text = tooCommon
    ? bilingual(
        `这样比对要通读 ${speeches} 篇，超出一次检索的限度。请缩短说法，或取消“严格”。`,
        `To verify this, ${speeches} speeches would have to be read, more than one search may. Shorten the slogan, or switch “strict” off.`,
      )
    : bilingual(
        '检索没有完成：索引的一部分没有载入或已损坏。没有给出任何数目，以免误导。',
        'The search did not finish: a part of the index could not be loaded or is damaged. No count is shown, since it might be wrong.',
      );
  part('status').replaceChildren(text.cloneNode(true));
  const box = make('div', { class: 'warning', role: 'alert' }, make('p', {}, text));
  if (!tooCommon) {
    const again = make('button', { class: 'btn', type: 'button' }, bilingual('再试一次', 'Try again'));
    again.addEventListener('click', () => void show(state));
    box.append(again, make('p', { class: 'small soft' }, message));
  }
  part('message').replaceChildren(box);
}

/** The glossary entry whose surface form the slogan is. */
async function showEntry({ text }: Slogan, current: () => boolean): Promise<void> {
  const match = suggest(text, await suggestedTerms().catch(() => []), 1)[0];
  if (match?.rank !== 0) return;
  const term = await oneTerm(match.term.id).catch(() => undefined);
  if (!term || !current()) return;
  const address = `${document.body.dataset['base'] ?? '/'}glossary/${term.id}/`;
  part('entry').replaceChildren(
    make(
      'aside',
      { class: 'entry' },
      make(
        'div',
        {},
        make(
          'p',
          {},
          make('a', { class: 'word', href: address, lang: 'zh-Hans' }, term.term),
          ' ',
          make('span', { lang: 'zh-Latn-pinyin' }, term.pinyin),
          ' ',
          make('em', { lang: 'en' }, term.renderings[0]?.text ?? ''),
        ),
        make('p', {}, bilingual(term.gloss.zh, term.gloss.en)),
      ),
    ),
  );
}

async function showLoose(slogan: Slogan, state: SearchState, answer: Answer, current: () => boolean): Promise<void> {
  if (state.together) return;
  const tally = await concordance.searchLoose(slogan, state.facets);
  if (!current() || tally.occurrences === 0) return;
  const lines = await byText(slogan, tally, answer, true);
  if (!current()) return;
  part('loose').replaceChildren(
    make(
      'section',
      { class: 'h2q', 'data-results': 'ignoring-punctuation', 'aria-labelledby': 'loose' },
      make('h2', { class: 'count', id: 'loose' }, bilingual(`不计标点，另有 ${tally.occurrences} 处`, `${tally.occurrences} more, ignoring punctuation`)),
      make(
        'p',
        { class: 'small soft' },
        bilingual('这些地方的标点与所查的不同，不计入上面的数目。', 'Here the punctuation differs from what was typed; these are not in the count above.'),
      ),
      lines,
    ),
  );
}

/** Speeches that have the slogan neither in a passage nor in a head. */
async function showWithout({ tallies, corpusTotal, corpus }: Answer, state: SearchState, current: () => boolean): Promise<void> {
  const tally = tallies[0]!;
  if (Object.keys(state.facets).length > 0 && corpus < corpusTotal) return;
  const having = new Set(tally.counts.map(({ speech }) => speech));
  const absent = Array.from({ length: corpusTotal }, (_, speech) => speech).filter((speech) => !having.has(speech));
  const size = 20;
  const list = make('ul', { class: 'works' });
  const section = make(
    'section',
    { class: 'without', 'data-results': 'without', 'aria-labelledby': 'without' },
    make(
      'h2',
      { class: 'count', id: 'without' },
      absent.length
        ? bilingual(`未见“${tally.text}”的讲话：${absent.length} 篇，共查 ${corpusTotal} 篇`, `Speeches without “${tally.text}”: ${absent.length} of ${corpusTotal}`)
        : bilingual(`${corpusTotal} 篇讲话都有“${tally.text}”`, `All ${corpusTotal} speeches have “${tally.text}”`),
    ),
    list,
  );
  const add = async (from: number) => {
    const names = await concordance.names(absent.slice(from, from + size));
    list.append(...names.map(({ title, url, date }) => make('li', {}, make('a', { href: url, lang: 'zh-Hans' }, title), ' ', make('span', { class: 'soft small num' }, date))));
    if (from + size < absent.length) section.append(moreButton(bilingual('更多', 'More'), () => add(from + size)));
  };
  await add(0);
  if (current()) part('without').replaceChildren(section);
}

/** When nothing is found: traditional characters made simplified, entries by pinyin or English, the nearest words of the corpus. */
async function showHelp({ text }: Slogan, { tallies }: Answer, state: SearchState, current: () => boolean): Promise<void> {
  if (tallies[0]!.occurrences > 0 || state.slogans.length > 1) return;
  const [simple, entries, near] = await Promise.all([
    simplified(text).catch(() => text),
    suggestedTerms()
      .then((terms) => suggest(text, terms, 6))
      .catch(() => []),
    concordance.nearest(text).catch(() => []),
  ]);
  if (!current()) return;
  const link = (slogan: string) => make('a', { class: 'word', lang: 'zh-Hans', href: `${location.pathname}?${writeState({ ...state, slogans: [slogan] })}` }, slogan);
  const box = make('div', { class: 'help' });
  if (simple !== text) box.append(make('p', { 'data-help': 'simplified' }, bilingual('简体：', 'In simplified characters: '), link(simple)));
  const words = [...new Set(entries.map(({ term }) => term.forms[0]!))].filter((word) => word !== text && word !== simple);
  if (words.length) box.append(make('p', { 'data-help': 'entries' }, bilingual('词条：', 'Entries: '), ...words.flatMap((word) => [link(word), ' '])));
  const parts = near.filter((one) => one !== text && !words.includes(one));
  if (parts.length) box.append(make('p', { 'data-help': 'nearest' }, bilingual('讲话里最接近的：', 'Nearest in the speeches: '), ...parts.flatMap((word) => [link(word), ' '])));
  if (box.childElementCount) part('message').replaceChildren(box);
}

/** Passages that contain every slogan. */
async function togetherSection(slogans: readonly Slogan[], { tallies, corpusTotal }: Answer): Promise<HTMLElement> {
  const counted = tallies.map(({ counts }) => new Set(counts.filter(({ occurrences }) => occurrences > 0).map(({ speech }) => speech)));
  const speeches = [...counted[0]!].filter((speech) => counted.every((set) => set.has(speech)));
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
    for (const { title, url, lines } of found)
      section.append(make('section', { class: 'group' }, make('h3', {}, make('a', { href: url, lang: 'zh-Hans' }, title)), hitList(lines, slogans[0]!.text)));
    if (!all) section.append(moreButton(bilingual('更多', 'More'), () => add(read)));
  };
  await add(0);
  section.dataset['corpus'] = String(corpusTotal);
  return section;
}

// ---- wiring ----

startTypeAhead(inputs()[0]!, page.querySelector('#suggestions')!);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  go(formState());
});
form.addEventListener('change', ({ target }) => {
  if ((target as HTMLInputElement).name !== 'q') go(formState());
});
form.querySelector('[data-add-field]')!.addEventListener('click', () => {
  addField().focus();
  fillFormSwitches();
});
function fillFormSwitches(): void {
  form.querySelector<HTMLElement>('[data-together]')!.hidden = fields.children.length < 2;
  form.querySelector<HTMLElement>('[data-add-field]')!.hidden = fields.children.length >= mostFields;
}
const load = () => {
  const state = readState(new URLSearchParams(location.search));
  fillForm(state);
  void show({ ...state, slogans: state.slogans.map((text) => text.slice(0, longestSlogan)) });
};
addEventListener('popstate', load);
load();
