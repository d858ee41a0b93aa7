import { all, bilingual, make, toast } from './dom.ts';
import { isTyping } from './search/quick-search.ts';

/** Permalink of a unit of this page, with the address the page was read at. */
export function permalink(id: string): string {
  return `${location.origin}${location.pathname}#${id}`;
}

export async function copy(text: string, zh: string, en: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(zh, en);
  } catch {
    toast('浏览器不允许复制', 'The browser did not allow copying');
  }
}

/** A sentence or passage with where it stands, for pasting into a text. */
function quotation(passage: HTMLElement): string {
  const text = passage.querySelector('.ptext')!.textContent;
  const title = document.querySelector('.speech-title')!.textContent.trim().replace(/\s+/g, ' ');
  return `${text}\n—— ${title}, ¶ ${passage.id.slice(1)}. ${permalink(passage.id)}`;
}

/** Copy buttons in the gutter, and the keys j k c. */
export function startPassages(): void {
  const passages = all('.passage[id]');
  for (const passage of passages) {
    const link = make('button', { class: 'plain', type: 'button' }, bilingual('链接', 'Link'));
    link.addEventListener('click', () => void copy(permalink(passage.id), '链接已复制', 'Link copied'));
    const text = make('button', { class: 'plain', type: 'button' }, bilingual('复制', 'Copy'));
    text.addEventListener('click', () => void copy(quotation(passage), '原文与出处已复制', 'Text and source copied'));
    for (const button of [link, text]) button.append(make('span', { class: 'vh' }, bilingual(`第 ${passage.id.slice(1)} 段`, ` of passage ${passage.id.slice(1)}`)));
    passage.querySelector('.gut')!.append(make('div', { class: 'tools' }, link, text));
  }
  // A built page names no host while the site's address is not set; the sheet of paper should.
  const address = document.querySelector('[data-print-address]');
  if (address) address.textContent = location.origin + location.pathname;
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
    if (isTyping(event) || document.querySelector('dialog[open], :popover-open')) return;
    if (event.key === 'c') {
      const passage = document.querySelector<HTMLElement>('.passage:target, .passage:has(:target)') ?? passages[current()];
      if (passage) void copy(permalink(location.hash.slice(1) && passage.querySelector(':target') ? location.hash.slice(1) : passage.id), '链接已复制', 'Link copied');
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
