import type { Speech } from '../text/types.ts';

/**
 * The speech as plain text, as it was received: the title block (unless the title is the editors') with the lines above and
 * below it and a blank line, then one head or passage a line. Ends with one line end.
 */
export function toText(speech: Speech): string {
  const { above, below } = speech.meta.title;
  const matter = [...above, ...(speech.title.supplied ? [] : speech.title.lines), ...below];
  const title = matter.length ? [...matter, ''] : [];
  const body = speech.sections.flatMap(({ head, passages }) => [...(head ? [head.text] : []), ...passages.map((passage) => passage.text)]);
  return [...title, ...body, ''].join('\n');
}
