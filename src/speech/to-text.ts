import type { Speech } from '../text/types.ts';

/**
 * The speech as plain text, as it was received: the title block and a blank line (unless the title is the editors'),
 * then one head or passage a line. Ends with one line end.
 */
export function toText(speech: Speech): string {
  const title = speech.title.supplied ? [] : [...speech.title.lines, ''];
  const body = speech.sections.flatMap(({ head, passages }) => [...(head ? [head.text] : []), ...passages.map((passage) => passage.text)]);
  return [...title, ...body, ''].join('\n');
}
