/** An element of parsed markup. */
export interface Element {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

const tokens = /<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>|([^<]+)|(<)/gy;
/** Elements that have no end tag. */
const voids: ReadonlySet<string> = new Set(['br', 'input', 'link', 'meta']);
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** Reads markup strictly: every element is closed, in order; every attribute stands once and is quoted; nothing is left unescaped. */
export function readMarkup(markup: string): Element {
  const root: Element = { tag: '#root', attributes: {}, children: [] };
  const open = [root];
  for (const [found, closed, opened, attributes, text] of markup.matchAll(tokens)) {
    const parent = open.at(-1)!;
    if (text !== undefined) parent.children.push(characters(text));
    else if (closed !== undefined) {
      if (parent.tag !== closed) throw new Error(`</${closed}> closes <${parent.tag}> in ${markup}`);
      open.pop();
    } else if (opened !== undefined) {
      const element = { tag: opened, attributes: readAttributes(attributes!), children: [] };
      parent.children.push(element);
      if (!voids.has(opened)) open.push(element);
    } else throw new Error(`“${found}” is no tag in ${markup}`);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.tag}> is never closed in ${markup}`);
  return root;
}

function readAttributes(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, value = ''] of written.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
    if (name! in attributes) throw new Error(`The attribute ${name} stands twice in <…${written}>`);
    attributes[name!] = characters(value);
  }
  return attributes;
}

function characters(text: string): string {
  return text.replace(/&[^;]*;|&/g, (entity) => {
    const character = entities[entity];
    if (character === undefined) throw new Error(`“${entity}” is not escaped in ${text}`);
    return character;
  });
}

/** The words of an element; elements of the class `without` are passed over. */
export function wordsOf(node: Element | string, without?: string): string {
  if (typeof node === 'string') return node;
  if (without !== undefined && hasClass(node, without)) return '';
  return node.children.map((child) => wordsOf(child, without)).join('');
}

/** True when the element is of a class. */
export function hasClass({ attributes }: Element, name: string): boolean {
  return (attributes['class'] ?? '').split(' ').includes(name);
}

/** All elements below a node for which the test holds, in the order of the text. */
export function elements(node: Element, test: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : [...(test(child) ? [child] : []), ...elements(child, test)]));
}
