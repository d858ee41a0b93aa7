import { all } from './dom.ts';
import { isTyping } from './shortcuts.ts';

/** Opens the quick-search dialog by a button, by / or by Ctrl/Cmd-K; what answers in it is loaded when it opens first. */
export function startOpening(): void {
  const dialog = document.getElementById('quick') as HTMLDialogElement;
  const input = dialog.querySelector<HTMLInputElement>('input[type="search"]')!;
  let started = false;
  const open = () => {
    if (!dialog.open) dialog.showModal();
    input.select();
    if (started) return;
    started = true;
    import('./search/quick-search.ts').then(
      ({ startQuickSearch }) => startQuickSearch(dialog),
      () => {
        started = false; // The form still leads to the search page, and opening it again tries again.
      },
    );
  };
  for (const button of all('[data-open-search]')) button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    const shortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!shortcut && !(event.key === '/' && !isTyping(event))) return;
    event.preventDefault();
    open();
  });
}
