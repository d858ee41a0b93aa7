import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AnnotatedText, Note } from '../../src/text/types.ts';
import { realSpeech, realSpeeches, root } from './support/speech.ts';

// docs/oddities.tsv lists every textual oddity that was reported in the two speeches, one a line, and what became of it:
//   sic ID, note ID    a note of the apparatus on these words
//   under ID           said in a note that stands elsewhere in the speech
//   gap KIND+KIND      the redactions in these words are typed so
//   declined           left alone, for the reason given

interface Oddity {
  speech: (typeof realSpeeches)[number];
  unit: string;
  at: number;
  words: string;
  fates: { fate: string; of: string }[];
  reason: string;
}

const oddities = readFileSync(`${root}/docs/oddities.tsv`, 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line): Oddity => {
    const [speech, unit, at, words, fates, reason] = line.split('\t') as [Oddity['speech'], ...string[]];
    return {
      speech,
      unit: unit!,
      at: Number(at),
      words: words!,
      reason: reason!,
      fates: fates!.split('; ').map((one) => ({ fate: one.split(' ')[0]!, of: one.split(' ')[1] ?? '' })),
    };
  });

const unitsOf = (id: Oddity['speech']) => realSpeech(id).sections.flatMap(({ head, passages }): (AnnotatedText & { id: string })[] => [...(head ? [head] : []), ...passages]);
const notesOf = (id: Oddity['speech']) => unitsOf(id).flatMap(({ notes }) => notes);
const touching =
  ({ at, words }: Oddity) =>
  ({ start, end }: { start: number; end: number }) =>
    start < at + words.length && at < end;

describe('the oddities of the two speeches', () => {
  test('are all listed, each once, with a fate and a reason', () => {
    expect(realSpeeches.map((id) => oddities.filter(({ speech }) => speech === id).length)).toEqual([139, 20]);
    expect(new Set(oddities.map(({ speech, unit, at, words }) => `${speech} ${unit} ${at} ${words}`)).size).toBe(159);
    expect(oddities.filter(({ reason }) => !reason)).toEqual([]);
    expect(new Set(oddities.flatMap(({ fates }) => fates.map(({ fate }) => fate)))).toEqual(new Set(['sic', 'note', 'under', 'gap', 'declined']));
  });

  test('stand in the text where the list says', () => {
    for (const { speech, unit, at, words } of oddities) {
      const { title } = realSpeech(speech);
      const text = unit === title.id ? title.lines.join('\n') : unitsOf(speech).find(({ id }) => id === unit)?.text;
      expect(text?.slice(at, at + words.length), `${speech} ${unit}`).toBe(words);
    }
  });

  test('that were taken up have their note or the kind of their redactions in the speech', () => {
    for (const oddity of oddities) {
      const unit = unitsOf(oddity.speech).find(({ id }) => id === oddity.unit);
      for (const { fate, of } of oddity.fates) {
        const where = `${oddity.speech} ${oddity.unit} ${oddity.words}: ${fate} ${of}`;
        if (fate === 'declined') expect(oddity.fates, where).toHaveLength(1);
        else if (fate === 'under')
          expect(
            notesOf(oddity.speech).map(({ id }) => id),
            where,
          ).toContain(of);
        else if (fate === 'gap') {
          const kinds = unit!.redactions.filter(touching(oddity)).map(({ kind }) => kind);
          expect([...new Set<string>(kinds)].sort(), where).toEqual(of.split('+').sort());
        } else {
          const note = unit!.notes.filter(touching(oddity)).find(({ id }) => id === of);
          expect(note?.kind, where).toBe(fate);
        }
      }
    }
  });
});

describe.each(realSpeeches)('the apparatus of %s', (id) => {
  test('types every redaction', () => {
    expect(unitsOf(id).flatMap(({ redactions }) => redactions.filter(({ kind }) => kind === 'unspecified'))).toEqual([]);
  });

  test('calls a reading conjectured only where it proposes one that differs', () => {
    const readings = unitsOf(id).flatMap(({ text, notes }) => notes.map((note: Note) => ({ note, words: text.slice(note.start, note.end) })));
    for (const { note, words } of readings) {
      if (note.kind === 'sic') expect(note.corr, note.id).not.toBe(words);
      else expect(note, note.id).not.toHaveProperty('corr');
    }
  });
});
