/** Path under which the site stands, with a slash at its end. */
export const base = document.body.dataset['base'] ?? '/';

/** A whole address from one relative to the page: with the public address of the site if it has one, else as the page was read. */
export function wholeAddress(relative: string): string {
  const page = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.origin + location.pathname;
  return new URL(relative, page).href;
}
