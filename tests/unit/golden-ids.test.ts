import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../src/text/types.ts';
import { realSpeech, realSpeeches } from './support/speech.ts';

// tests/golden/{speech}.ids.txt holds every id of a speech that was ever published: `id receipt first-words`, in the order
// of the text. These addresses are cited. A line may be added by hand when a passage is added; none may change or go.

const line = ({ id, receipt }: Unit, text: string) => `${id} ${receipt} ${[...text].slice(0, 12).join('')}`;

function idsOf(speech: ReturnType<typeof realSpeech>): string[] {
  return [
    line(speech.title, speech.title.lines.join('\n')),
    ...speech.sections.flatMap(({ head, passages }) => [
      ...(head ? [line(head, head.text)] : []),
      ...passages.flatMap((passage) => [line(passage, passage.text), ...passage.sentences.map((sentence) => line(sentence, sentence.text))]),
    ]),
  ];
}

describe.each(realSpeeches)('the ids of %s', (id) => {
  test('are those that were published', () => {
    const published = readFileSync(new URL(`../golden/${id}.ids.txt`, import.meta.url), 'utf8');
    expect(`${idsOf(realSpeech(id)).join('\n')}\n`).toBe(published);
  });
});
