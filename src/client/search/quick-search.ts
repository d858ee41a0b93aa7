import { all, bilingual } from '../dom.ts';
import { searchWords } from './pagefind.ts';
import { wordResult } from './word-results.ts';

/** Results shown as one types. */
const mostResults = 8;
const pause = 120; // ms after the last key before a search starts

/** Makes the quick-search dialog answer as one types; what was typed before is answered at once. */
export function startQuickSearch(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector<HTMLInputElement>('input[type="search"]')!;
  const hits = dialog.querySelector<HTMLElement>('[data-quick-hits]')!;
  const status = dialog.querySelector<HTMLElement>('[data-quick-status]')!;
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const search = async () => {
    const query = input.value.trim();
    const mine = ++latest;
    if (!query) {
      hits.replaceChildren();
      status.replaceChildren();
      return;
    }
    try {
      const { total, results } = await searchWords(query, {}, mostResults);
      if (mine !== latest) return;
      hits.replaceChildren(...results.map(wordResult));
      status.replaceChildren(total ? bilingual(`${total} 项`, `${total} ${total === 1 ? 'result' : 'results'}`) : bilingual('没有找到', 'Nothing found'));
    } catch {
      if (mine !== latest) return;
      hits.replaceChildren();
      status.replaceChildren(bilingual('检索没有完成：索引未能载入。请再试一次。', 'The search did not finish: the index could not be loaded. Try again.'));
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, pause);
  });
  // Arrow keys go from the field through the results and back.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops: HTMLElement[] = [input, ...all<HTMLElement>('a', hits)];
    const next = stops.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1);
    stops[Math.min(Math.max(next, 0), stops.length - 1)]!.focus();
    event.preventDefault();
  });
  hits.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('a')) dialog.close();
  });
  void search();
}
