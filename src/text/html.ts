/** Markup that is safe to print as it is. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => entities[character]!) : text;
}

type Value = Html | string | number | null | undefined | false | readonly Value[];

function print(value: Value): string {
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value ? value.map(print).join('') : '';
}

/**
 * Template tag that escapes every inserted text; markup made by another `html` call goes in as it is; lists are joined;
 * null, undefined and false print nothing.
 * @example html`<b>${'a < b'}</b>`.markup // '<b>a &lt; b</b>'
 */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  let markup = parts[0]!;
  for (let i = 0; i < values.length; i++) markup += print(values[i]) + parts[i + 1]!;
  return new Html(markup);
}

/** A text of the interface in both languages; a style rule shows one. */
export function bilingualHtml(zh: Value, en: Value): Html {
  return html`<span data-ui lang="zh-Hans">${zh}</span><span data-ui lang="en">${en}</span>`;
}
