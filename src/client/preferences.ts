/** Language, theme and marks of terms, kept in the browser. Storage may be refused; the choice then lasts for the page. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(`tifa-${key}`, value);
  } catch {
    // Private mode or storage switched off: nothing to keep it in.
  }
}

/** What was kept, if anything. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(`tifa-${key}`);
  } catch {
    return null;
  }
}

const root = document.documentElement;

/** The language of the interface. */
export function language(): 'zh' | 'en' {
  return root.dataset['lang'] === 'en' ? 'en' : 'zh';
}

/** Picks the wording in the language of the interface. */
export function say(zh: string, en: string): string {
  return language() === 'zh' ? zh : en;
}

/** Wires the switches in the header. */
export function startPreferences(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name="ui"]')) {
    input.checked = input.value === language();
    input.addEventListener('change', () => {
      root.dataset['lang'] = input.value;
      keep('lang', input.value);
      dispatchEvent(new Event('tifa:layout'));
    });
  }
  document.querySelector('[data-theme-switch]')?.addEventListener('click', () => {
    const dark = (root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
    root.dataset['theme'] = dark ? 'light' : 'dark';
    keep('theme', root.dataset['theme']);
  });
}
