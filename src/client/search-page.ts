// The results page. Its state is in the address: q (the words), kind and speech (filters).
import { bilingual, make } from './dom.ts';
import { searchWords } from './pagefind.ts';
import { language } from './preferences.ts';
import { wordResult } from './word-results.ts';

/** Pages shown at first, and added by “more”. */
const pageSize = 20;

const page = document.querySelector<HTMLElement>('[data-search-page]')!;
const form = document.querySelector<HTMLFormElement>('[data-search-form]')!;
const input = form.querySelector<HTMLInputElement>('input[name="q"]')!;
const speech = document.querySelector<HTMLSelectElement>('[data-speech-filter]')!;
const status = document.querySelector<HTMLElement>('[data-search-status]')!;
const results = document.querySelector<HTMLElement>('[data-search-results]')!;
const kindInput = (value: string) => document.querySelector<HTMLInputElement>(`[data-search-filters] input[name="kind"][value="${CSS.escape(value)}"]`);

interface State {
  q: string;
  kind: string;
  speech: string;
}

function readAddress(): State {
  const query = new URLSearchParams(location.search);
  return { q: query.get('q')?.trim() ?? '', kind: query.get('kind') ?? '', speech: query.get('speech') ?? '' };
}

function readForm(): State {
  return { q: input.value.trim(), kind: document.querySelector<HTMLInputElement>('[data-search-filters] input[name="kind"]:checked')?.value ?? '', speech: speech.value };
}

function writeForm(state: State): void {
  input.value = state.q;
  (kindInput(state.kind) ?? kindInput(''))!.checked = true;
  speech.value = state.speech;
}

function address({ q, kind, speech }: State): string {
  const query = new URLSearchParams(Object.entries({ q, kind, speech }).filter(([, value]) => value));
  return `${location.pathname}${query.size ? `?${query}` : ''}`;
}

let latest = 0;

async function show(state: State, limit = pageSize): Promise<void> {
  const mine = ++latest;
  if (!state.q) {
    page.dataset['searchState'] = 'idle';
    results.replaceChildren();
    status.replaceChildren();
    return;
  }
  page.dataset['searchState'] = 'busy';
  const filters = Object.fromEntries(Object.entries({ kind: state.kind, speech: state.speech }).filter(([, value]) => value));
  try {
    const { total, results: found } = await searchWords(state.q, filters, limit);
    if (mine !== latest) return;
    status.replaceChildren(
      total ? bilingual(`按词查得 ${total} 项`, `${total} ${total === 1 ? 'result' : 'results'} by words`) : bilingual(`没有查到“${state.q}”`, `Nothing found for “${state.q}”`),
    );
    const list = make('ol', { class: 'hits' }, ...found.map(wordResult));
    results.replaceChildren(list);
    if (total > limit) {
      const more = make('button', { class: 'btn', type: 'button' }, bilingual('更多', 'More'));
      more.addEventListener('click', () => void show(state, limit + pageSize));
      results.append(more);
    }
    page.dataset['searchState'] = 'done';
  } catch {
    if (mine !== latest) return;
    page.dataset['searchState'] = 'error';
    status.replaceChildren(bilingual('检索没有完成：索引未能载入。', 'The search did not finish: the index could not be loaded.'));
    const again = make('button', { class: 'btn', type: 'button' }, bilingual('再试一次', 'Try again'));
    again.addEventListener('click', () => void show(state, limit));
    results.replaceChildren(again);
  }
}

function go(state: State): void {
  history.pushState(null, '', address(state));
  void show(state);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  go(readForm());
});
document.querySelector('[data-search-filters]')!.addEventListener('change', () => go(readForm()));
addEventListener('popstate', () => {
  const state = readAddress();
  writeForm(state);
  void show(state);
});
// An option holds text only, so its language is changed here.
const nameOptions = () => {
  for (const option of speech.options) option.textContent = option.dataset[language()] ?? option.value;
};
addEventListener('tifa:layout', nameOptions);
nameOptions();
const first = readAddress();
writeForm(first);
void show(first);
