import { all, make } from './dom.ts';
import { keep } from './preferences.ts';
import { noteCopyId, railOf } from './reader-callouts.ts';

/** The notes of the editors: copies of the textual commentary beside their lines, and the switch that shows the apparatus or hides it. */
export function startApparatus(): void {
  all('.crit').forEach(setBeside);
  const root = document.documentElement;
  for (const input of all<HTMLInputElement>('input[name="apparatus"]')) {
    input.checked = input.value === root.dataset['apparatus'];
    input.addEventListener('change', () => {
      root.dataset['apparatus'] = input.value;
      keep('apparatus', input.value);
      dispatchEvent(new Event('tifa:layout'));
    });
  }
}

/** Sets a copy of an entry of the commentary into the rail of its passage: sign, conjectured reading, remark. */
function setBeside(entry: HTMLElement): void {
  const passage = document.querySelector(`[data-note="${CSS.escape(entry.id)}"]`)?.closest('.passage');
  if (!passage) return;
  const [sign, reading] = [entry.querySelector('.siglum')!, entry.querySelector('.corr')];
  const note = make('div', { class: 'note ed', id: noteCopyId(entry.id) });
  for (const remark of all('p[data-ui]', entry)) {
    const copy = remark.cloneNode(true) as HTMLElement;
    copy.prepend(make('span', { class: 'siglum', lang: 'zh-Hans' }, sign.textContent), ...(reading ? [reading.cloneNode(true), copy.lang === 'en' ? ' ' : '。'] : []));
    note.append(copy);
  }
  railOf(passage).append(note);
}
