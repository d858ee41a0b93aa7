import { suggest } from '../../text/type-ahead.ts';
import { make } from '../dom.ts';
import { simplified, suggestedTerms } from './terms.ts';

/** A combobox over the glossary: type characters, pinyin or English; arrows choose, Enter takes, Esc closes (WAI-ARIA combobox pattern). */
export function startTypeAhead(input: HTMLInputElement, list: HTMLElement): void {
  let chosen = -1;
  /** Goes up whenever the list is asked for or closed, so that what comes late is dropped. */
  let latest = 0;
  const options = () => [...list.children] as HTMLElement[];
  const close = () => {
    latest++;
    list.hidden = true;
    chosen = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (index: number) => {
    chosen = index;
    for (const [i, option] of options().entries()) option.setAttribute('aria-selected', String(i === index));
    const option = options()[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const take = (option: HTMLElement) => {
    input.value = option.dataset['form']!;
    close();
    input.form?.requestSubmit();
  };
  const open = async () => {
    const mine = ++latest;
    const typed = input.value;
    const [text, terms] = await Promise.all([/\p{Script=Han}/u.test(typed) ? simplified(typed).catch(() => typed) : typed, suggestedTerms().catch(() => [])]);
    const found = suggest(text, terms);
    if (mine !== latest) return;
    list.replaceChildren(
      ...found.map(({ term }, i) => {
        const option = make(
          'li',
          { role: 'option', id: `suggestion-${i}`, 'data-form': term.forms[0]!, 'aria-selected': 'false' },
          make('b', { lang: 'zh-Hans' }, term.forms[0]!),
          ' ',
          make('span', { lang: 'zh-Latn-pinyin' }, term.pinyin),
          ' ',
          make('span', { lang: 'en' }, term.en[0] ?? ''),
        );
        // Before the field loses its focus and the list closes.
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          take(option);
        });
        return option;
      }),
    );
    chosen = -1;
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    input.closest('.field')!.append(list);
  };
  input.addEventListener('input', () => void open());
  input.addEventListener('blur', close);
  input.form!.addEventListener('submit', close);
  input.addEventListener('keydown', (event) => {
    const count = options().length;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      if (list.hidden) return void open();
      // One place more than there are options: the field itself.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter' && !list.hidden && options()[chosen]) {
      event.preventDefault();
      take(options()[chosen]!);
    }
  });
}
