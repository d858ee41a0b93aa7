// The glossary index: filter by kind, order by pinyin or frequency.
import { all, bilingual } from './dom.ts';

const sections = all('[data-glossary] > section');
const items = all<HTMLLIElement>('[data-glossary] li');
const home = new Map(items.map((item) => [item, item.parentElement!]));
const byFrequency = [...items].sort((a, b) => Number(b.dataset['count']) - Number(a.dataset['count']));
const status = document.querySelector<HTMLElement>('[data-glossary-status]')!;
const letters = document.querySelector<HTMLElement>('.letters')!;

/** The list in order of frequency, filled when it is first asked for. */
const ranked = document.createElement('section');
const rankedList = document.createElement('ul');
ranked.append(rankedList);
ranked.hidden = true;
document.querySelector('[data-glossary]')!.append(ranked);

function order(by: string): void {
  const frequent = by === 'frequency';
  if (frequent) rankedList.append(...byFrequency);
  else for (const item of items) home.get(item)!.append(item);
  ranked.hidden = !frequent;
  letters.hidden = frequent;
  show();
}

function show(): void {
  const kind = document.querySelector<HTMLInputElement>('input[name="kind"]:checked')!.value;
  let shown = 0;
  for (const item of items) {
    item.hidden = kind !== '' && item.dataset['kind'] !== kind;
    if (!item.hidden) shown++;
  }
  for (const section of sections) section.hidden = !section.querySelector('li:not([hidden])');
  status.replaceChildren(bilingual(`${shown} 条`, `${shown} entries`));
}

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  if (target.name === 'order') order(target.value);
  if (target.name === 'kind') show();
});
