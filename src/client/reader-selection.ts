import { copy, permalink } from './reader-passages.ts';
import { base } from './search/pagefind.ts';

/** Longest selection that is offered for searching, in UTF-16 units. */
const longestSearch = 200;

/** What is selected in the text of the speech, and the first sentence or passage it touches. */
interface Selected {
  text: string;
  unit: Element;
  range: Range;
}

/** Words selected in the text are offered for searching and copying. */
export function startSelection(): void {
  const bar = document.getElementById('selection')!;
  const search = bar.querySelector<HTMLAnchorElement>('[data-search-selection]')!;
  let selected: Selected | undefined;

  const update = () => {
    selected = readSelection();
    if (!selected) {
      if (bar.matches(':popover-open')) bar.hidePopover();
      return;
    }
    search.hidden = selected.text.length > longestSearch;
    search.href = `${base}search/?q=${encodeURIComponent(selected.text)}`;
    if (!bar.matches(':popover-open')) bar.showPopover();
    const { left, bottom } = selected.range.getBoundingClientRect();
    bar.style.left = `${Math.max(8, Math.min(left, innerWidth - bar.offsetWidth - 8)) + scrollX}px`;
    bar.style.top = `${bottom + scrollY + 8}px`;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(update, 150);
  });
  // A press on the bar must not take the selection away before the click arrives.
  bar.addEventListener('pointerdown', (event) => event.preventDefault());
  bar.querySelector('[data-copy-selection]')!.addEventListener('click', () => {
    if (!selected) return;
    const title = document.querySelector('.speech-title')!.textContent.trim().replace(/\s+/g, ' ');
    void copy(`${selected.text}\n—— ${title}, ${permalink(selected.unit.id)}`, '原文与出处已复制', 'Text and source copied');
  });
}

function readSelection(): Selected | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const start = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  const unit = start?.closest('.ptext')?.contains(start) ? (start.closest('.s[id]') ?? start.closest('.passage[id]')) : start?.closest('.section-head[id]');
  if (!unit) return undefined;
  const copied = range.cloneContents();
  for (const aside of copied.querySelectorAll('.vh, .notes, .gut')) aside.remove();
  const text = (copied.textContent ?? '').replace(/\s*\n\s*/g, '').trim();
  return text === '' ? undefined : { text, unit, range };
}
