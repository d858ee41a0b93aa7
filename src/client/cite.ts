import type { Target } from './cite/target.ts';

/** Opens the cite menu for a place, beside the element that was used. Its code is loaded when it is first asked for. */
export async function openCite(target: Target, opener: HTMLElement): Promise<void> {
  const { showMenu } = await import('./cite/menu.ts');
  await showMenu(target, opener);
}

/** Copies words with their citation, without the menu. */
export async function copyWithCitation(target: Target): Promise<void> {
  const { copyQuotation } = await import('./cite/menu.ts');
  await copyQuotation(target);
}

/** Buttons with `data-cite` cite the work that the page is about: the speech, or the glossary entry. */
export function startCite(): void {
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-cite]');
    if (!button) return;
    const term = document.querySelector<HTMLElement>('[data-term-page]')?.dataset['termPage'];
    void openCite(term ? { kind: 'term', id: term } : { kind: 'units' }, button);
  });
}
