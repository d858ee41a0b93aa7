import { base } from './address.ts';
import { copyWithCitation, openCite } from './cite.ts';
import { all } from './dom.ts';

/** Longest selection that is offered for searching, in UTF-16 units. */
const longestSearch = 200;

/** What is selected in the text of the speech. */
interface Selected {
  text: string;
  range: Range;
}

/** The range that is selected in the text of the speech, if any. */
export function selectedRange(): Range | undefined {
  return readSelection()?.range;
}

/** Words selected in the text are offered for searching, citing and copying. */
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
  bar.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-selection]');
    if (!selected || !button) return;
    const cited = { kind: 'selection', range: selected.range.cloneRange() } as const;
    if (button.dataset['selection'] === 'cite') void openCite(cited, button);
    else void copyWithCitation(cited);
  });
}

function readSelection(): Selected | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!all('.reader :is(.ptext, .section-head, .speech-title)').some((unit) => range.intersectsNode(unit))) return undefined;
  const copied = range.cloneContents();
  for (const aside of copied.querySelectorAll('.vh, .notes, .gut')) aside.remove();
  const text = (copied.textContent ?? '').replace(/\s*\n\s*/g, '').trim();
  return text === '' ? undefined : { text, range };
}
