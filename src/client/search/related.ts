import { all, bilingual, make } from '../dom.ts';
import { searchWords } from './pagefind.ts';
import { wordResult } from './word-results.ts';

const pageSize = 10;
const section = document.querySelector<HTMLElement>('[data-search-related]');
let query = '';
let documentKind = '';
let latest = 0;

/** Shows what Pagefind finds by words: entries, titles, passages; of one kind of document if that is chosen. An empty text hides it. */
export function showRelated(text: string, kind = '', limit = pageSize): void {
  query = text;
  documentKind = kind;
  if (!section) return;
  const results = section.querySelector<HTMLElement>('[data-related-results]')!;
  results.replaceChildren();
  section.hidden = text === '';
  delete section.dataset['state'];
  const mine = ++latest;
  if (text === '') return;
  const chosen = section.querySelector<HTMLInputElement>('input[name="in"]:checked')?.value ?? '';
  const ofKind: Record<string, string> = kind === '' ? {} : { kind };
  const filters = chosen === '' ? ofKind : chosen === 'term' ? { kind: 'term' } : { ...ofKind, speech: chosen };
  searchWords(text, filters, limit).then(
    ({ total, results: found }) => {
      if (mine !== latest) return;
      if (total === 0) results.replaceChildren(make('p', { class: 'soft' }, bilingual('没有相关的结果。', 'Nothing related.')));
      else results.replaceChildren(make('ol', { class: 'hits' }, ...found.map(wordResult)));
      if (total > limit) {
        const more = make('button', { class: 'btn', type: 'button' }, bilingual('更多', 'More'));
        more.addEventListener('click', () => showRelated(query, kind, limit + pageSize));
        results.append(more);
      }
      section.dataset['state'] = 'done';
    },
    () => {
      if (mine !== latest) return;
      const again = make('button', { class: 'btn', type: 'button' }, bilingual('再试一次', 'Try again'));
      again.addEventListener('click', () => showRelated(query, kind, limit));
      results.replaceChildren(make('p', {}, bilingual('相关结果没有载入。', 'The related results could not be loaded.')), again);
      section.dataset['state'] = 'error';
    },
  );
}

for (const input of section ? all<HTMLInputElement>('input[name="in"]', section) : []) input.addEventListener('change', () => showRelated(query, documentKind));
