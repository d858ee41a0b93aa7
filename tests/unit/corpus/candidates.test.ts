import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { coverageLists } from '../../../src/corpus/coverage.ts';
import { unmarkedListSchema } from '../../../src/schemas/coverage.ts';
import { textsOf, titleText } from '../../../src/text/coverage.ts';
import { fixture, realSpeech, realSpeeches, root } from '../support/speech.ts';

// Places of the two speeches that readers proposed as terms before the glossary was written: for each text, offset and words.
const proposed = JSON.parse(fixture('candidates.json')) as Record<(typeof realSpeeches)[number], Record<string, string[]>>;
const listed = new Set(
  unmarkedListSchema
    .parse(parseYaml(readFileSync(join(root, coverageLists.unmarked), 'utf8')))
    .flatMap(({ places }) => places.flatMap(({ text, speech, in: ids }) => ids.map((id) => `${speech} ${id} ${text}`))),
);

const places = realSpeeches.flatMap((speech) => {
  const texts = new Map([titleText(realSpeech(speech)), ...textsOf(realSpeech(speech))].map((text) => [text.id, text]));
  return Object.entries(proposed[speech]).flatMap(([id, lines]) =>
    lines.map((line) => {
      const [offset, ...words] = line.split(' ');
      const start = Number(offset);
      return { speech, id, text: texts.get(id)!, start, words: words.join(' ') };
    }),
  );
});
const marked = places.filter(({ text, start, words }) => text.mentions.some((mention) => mention.start < start + words.length && start < mention.end));
const unmarked = new Set(places.filter((place) => !marked.includes(place)).map(({ speech, id, words }) => `${speech} ${id} ${words}`));

test('the places are places of the texts', () => {
  expect(places).toHaveLength(852);
  expect(places.filter(({ text, start, words }) => !text.text.startsWith(words, start))).toEqual([]);
});

test('each of the 852 places is touched by a mention, or stands in the list with a reason', () => {
  expect([...unmarked].filter((place) => !listed.has(place))).toEqual([]);
});

test('the list holds nothing but such places', () => {
  expect([...listed].filter((place) => !unmarked.has(place))).toEqual([]);
  expect(marked.length + listed.size).toBe(852);
});
