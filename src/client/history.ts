/**
 * Back closes what is open at the foot of a narrow screen, instead of leaving the page: opening it makes an entry in the history.
 * @returns to be called when it was closed in another way: takes that entry back
 */
export function closeOnBack(close: () => void): () => void {
  history.pushState({ sheet: true }, '');
  addEventListener('popstate', close, { once: true });
  return () => {
    removeEventListener('popstate', close);
    if (history.state?.sheet) history.back();
  };
}
