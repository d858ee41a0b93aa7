/** All elements that match, as an array. */
export function all<T extends Element = HTMLElement>(selector: string, root: ParentNode = document): T[] {
  return [...root.querySelectorAll<T>(selector)];
}

/** Makes an element with attributes and children; strings become text. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string>> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A text of the interface in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** A text of the interface in both languages; a style rule shows one. */
export function bilingual(zh: string, en: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(make('span', { 'data-ui': '', lang: 'zh-Hans' }, zh), make('span', { 'data-ui': '', lang: 'en' }, en));
  return fragment;
}

/** Text with the marked words of Pagefind's excerpt: its only markup is `<mark>`. */
export function markedText(excerpt: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  excerpt.split(/<mark>|<\/mark>/).forEach((text, i) => {
    const decoded = text.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" })[name]!);
    fragment.append(i % 2 ? make('mark', {}, decoded) : decoded);
  });
  return fragment;
}

/** Says something in the corner, and to screen readers. */
export function toast(zh: string, en: string): void {
  const place = document.getElementById('toast')!;
  place.replaceChildren(bilingual(zh, en));
  place.classList.add('shown');
  setTimeout(() => place.classList.remove('shown'), 2500);
}
