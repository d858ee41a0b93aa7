/** A piece of the editors’ prose: words, words that lead to a place in the speech, or a reference to a source. */
export type Inline = { type: 'words'; text: string } | { type: 'link'; text: string; unit: string } | { type: 'cite'; source: string };

const marked = /\[([^[\]]+)\]\(#([a-z0-9-]+)\)|\[@([a-z0-9-]+)\]/g;

/**
 * Reads the two marks that the editors’ prose may have: `[words](#p3s2)`, a link as in Markdown, and `[@gwr-2019]`, a
 * reference as in Pandoc (https://pandoc.org/MANUAL.html#citation-syntax). Everything else is words.
 * @example readInline('see [p. 3](#p3) [@a]') // words, a link to p3, words, a reference to a
 */
export function readInline(text: string): Inline[] {
  const pieces: Inline[] = [];
  let read = 0;
  const words = (end: number) => end > read && pieces.push({ type: 'words', text: text.slice(read, end) });
  for (const { 0: found, 1: link, 2: unit, 3: source, index } of text.matchAll(marked)) {
    words(index);
    pieces.push(source === undefined ? { type: 'link', text: link!, unit: unit! } : { type: 'cite', source });
    read = index + found.length;
  }
  words(text.length);
  return pieces;
}

/** The paragraphs of a text: what empty lines divide, line ends within them as blanks (none beside a Chinese character). */
export function paragraphsOf(text: string): string[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .trim()
        .replace(/(?<=[\u3000-\u9fff\uff00-\uffef”’])\s*\n\s*|\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef“‘])/g, '')
        .replace(/\s*\n\s*/g, ' '),
    );
}
