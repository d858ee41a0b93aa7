/** Prepares the printed sheet when the page has come to rest: printing itself leaves no time to load anything. */
export function startPrintSheet(): void {
  const prepare = async () => {
    const { fillPrintSheet } = await import('./cite/print-sheet.ts');
    fillPrintSheet(document.querySelector<HTMLElement>('[data-print-sheet]')!);
  };
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void prepare(), { timeout: 5000 });
  else setTimeout(() => void prepare(), 2000);
}
