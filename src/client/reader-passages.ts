import { writeAddress } from '../text/address.ts';
import { wholeAddress } from './address.ts';
import { copyWithCitation, openCite } from './cite.ts';
import { all, bilingual, make, toast } from './dom.ts';
import { selectedRange } from './reader-selection.ts';
import { isTyping } from './shortcuts.ts';
import { wide } from './widths.ts';

/** The address of a passage, pinned with the receipt of its wording. */
function permalink({ id, dataset }: HTMLElement): string {
  return wholeAddress(writeAddress('', { first: id, receipt: dataset['receipt']! }));
}

async function copyLink(passage: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(permalink(passage));
    toast('链接已复制', 'Link copied');
  } catch {
    toast('浏览器不允许复制', 'The browser did not allow copying');
  }
}

/** What the buttons in the gutter do with their passage. */
const tools: { zh: string; en: string; use(passage: HTMLElement, button: HTMLElement): Promise<void> }[] = [
  { zh: '引用', en: 'Cite', use: (passage, button) => openCite({ kind: 'units', first: passage.id }, button) },
  { zh: '复制', en: 'Copy', use: (passage) => copyWithCitation({ kind: 'units', first: passage.id }) },
  { zh: '链接', en: 'Link', use: (passage) => copyLink(passage) },
];

/** Buttons in the gutter, and the keys j k c. */
export function startPassages(): void {
  const passages = all('.passage[id]');
  for (const passage of passages) {
    const number = passage.id.slice(1);
    const buttons = tools.map(({ zh, en, use }) => {
      const button = make('button', { class: 'plain', type: 'button' }, bilingual(zh, en), make('span', { class: 'vh' }, bilingual(`第 ${number} 段`, ` passage ${number}`)));
      button.addEventListener('click', () => void use(passage, button));
      return button;
    });
    passage.querySelector('.gut')!.append(make('div', { class: 'tools' }, ...buttons));
    // On a narrow screen, where there is no room for buttons, the number itself opens the menu.
    const numeral = passage.querySelector<HTMLElement>('.pno')!;
    numeral.addEventListener('click', (event) => {
      if (wide.matches) return;
      event.preventDefault();
      void openCite({ kind: 'units', first: passage.id }, numeral);
    });
  }
  startKeys(passages);
}

function startKeys(passages: HTMLElement[]): void {
  /** The passage that has the focus, is cited, or is the first on the screen. */
  const current = () => {
    const focused = document.activeElement?.closest<HTMLElement>('.passage[id]');
    if (focused) return passages.indexOf(focused);
    return passages.findIndex((passage) => passage.getBoundingClientRect().bottom > 0);
  };
  document.addEventListener('keydown', (event) => {
    if (isTyping(event) || document.querySelector('dialog[open], :popover-open:not(#selection)')) return;
    if (event.key === 'c') {
      // The selection, the cited unit, or the passage that is being read.
      const range = selectedRange();
      const cited = document.querySelector<HTMLElement>('.reader .passage:target, .reader .s:target');
      const passage = cited?.closest<HTMLElement>('.passage') ?? passages[current()];
      if (!passage) return;
      void openCite(range ? { kind: 'selection', range } : { kind: 'units', first: cited?.id ?? passage.id }, passage.querySelector<HTMLElement>('.pno')!);
      return;
    }
    if (event.key !== 'j' && event.key !== 'k') return;
    const focused = document.activeElement?.closest('.passage[id]');
    const next = passages[current() + (event.key === 'j' ? (focused ? 1 : 0) : -1)];
    next?.querySelector<HTMLElement>('.pno')?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'start' });
    event.preventDefault();
  });
}
