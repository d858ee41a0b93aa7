import { base } from './address.ts';
import { all, make } from './dom.ts';
import { keep, kept } from './preferences.ts';
import { noteIdOf } from './reader-callouts.ts';

/** Which mentions are marked: every one, the first of each section, or none. A mark without an address is plain text. */
type Mode = 'all' | 'first' | 'none';

/** Wires the switch and applies the reader's last choice. */
export function startMarks(): void {
  const inputs = all<HTMLInputElement>('input[name="marks"]');
  const apply = (mode: Mode) => {
    if (mode === 'all') linkLaterMentions();
    for (const mark of all<HTMLAnchorElement>('a.term[data-term]')) {
      const shown = mode === 'all' || (mode === 'first' && !mark.classList.contains('again'));
      if (shown) {
        mark.href = `${base}glossary/${mark.dataset['term']}/`;
        mark.setAttribute('aria-details', noteIdOf(mark));
      } else {
        mark.removeAttribute('href');
        mark.removeAttribute('aria-details');
      }
    }
    document.documentElement.dataset['marks'] = mode;
    dispatchEvent(new Event('tifa:layout'));
  };
  for (const input of inputs) {
    input.addEventListener('change', () => {
      keep('marks', input.value);
      apply(input.value as Mode);
    });
  }
  const last = inputs.find(({ value }) => value === kept('marks'));
  if (last && last.value !== 'first') {
    last.checked = true;
    apply(last.value as Mode);
  }
}

/** The page prints later mentions as plain spans; the first time they are asked for they become links. */
function linkLaterMentions(): void {
  for (const span of all('span.term.again')) {
    const link = make('a', { class: span.className, 'data-term': span.dataset['term']! });
    link.append(...span.childNodes);
    span.replaceWith(link);
  }
}
