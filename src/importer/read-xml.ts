import sax from 'sax';

/** An element of XML with what is in it; names carry their prefix, as w:p. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** Deepest nesting that is read. */
const deepest = 400;

/** Reads XML into a tree. Entities beyond the five of XML are not expanded and nothing is fetched, so that no file can blow up. Throws an Error where it is not well-formed. */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const options = { position: false, strictEntities: true };
  const reader = sax.parser(true, options);
  reader.onerror = (error) => {
    throw error;
  };
  reader.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [] };
    if (open.length > deepest) throw new Error('its elements are nested too deep');
    open.at(-1)!.children.push(element);
    open.push(element);
  };
  reader.onclosetag = () => void open.pop();
  reader.ontext = (value) => void open.at(-1)!.children.push(value);
  reader.oncdata = (value) => void open.at(-1)!.children.push(value);
  reader.write(text).close();
  return root;
}

/** The elements directly inside, of these names or all. */
export function elementsOf(element: XmlElement | undefined, ...names: string[]): XmlElement[] {
  return (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string' && (names.length === 0 || names.includes(child.name)));
}

/** The first element directly inside of this name, and so on inward. */
export function elementAt(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce((inner, name) => elementsOf(inner, name)[0], element);
}

/** Every element of this name, however deep, in order. */
export function allOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)]);
}
