// Runs before the first paint: language, theme and apparatus as the reader left them; the first language is guessed from the browser.
{
  const root = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(`tifa-${key}`);
    } catch {
      return null;
    }
  };
  root.classList.add('js');
  root.dataset.lang = kept('lang') ?? (/^zh/i.test(navigator.language) ? 'zh' : 'en');
  const theme = kept('theme');
  if (theme) root.dataset.theme = theme;
  root.dataset.apparatus = kept('apparatus') ?? 'on';
}
