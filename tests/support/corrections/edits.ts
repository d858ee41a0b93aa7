import { copyOf, type Draft, type DraftBlock, type Mark, marksOf, sentencesOf, textOf } from './draft.ts';

/** Numbers from 0 to 1, and what is picked with them. */
export interface Dice {
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
}

export function diceFrom(random: () => number): Dice {
  const below = (limit: number) => Math.floor(random() * limit);
  return { below, pick: (items) => items[below(items.length)]! };
}

/** Words to write with: letters, clauses and sentences of real speeches. */
export interface Words {
  letters: string[];
  clauses: string[];
}

export function wordsOf(texts: readonly string[]): Words {
  const joined = texts.join('');
  return { letters: [...joined].filter((character) => /\p{L}/u.test(character)), clauses: joined.split(/[，。；：！？、]/).filter(({ length }) => length >= 4 && length <= 30) };
}

/** An edit; undefined when the draft has no place for it. */
type Edit = (draft: Draft, dice: Dice, words: Words) => true | undefined;

/** Where a sentence stands. */
interface Place {
  block: DraftBlock;
  sentences: Mark[][];
  index: number;
}

const passagesOf = (draft: Draft) => draft.blocks.filter(({ head }) => !head);
const isLetter = ({ character }: Mark) => /[\p{L}\p{N}]/u.test(character);

function anySentence(draft: Draft, dice: Dice, longEnough = 1): Place | undefined {
  for (let attempt = 0; attempt < 50; attempt++) {
    const block = dice.pick(passagesOf(draft));
    if (!block) return undefined;
    const sentences = sentencesOf(block);
    const index = dice.below(sentences.length);
    if (sentences[index]!.filter(isLetter).length >= longEnough) return { block, sentences, index };
  }
  return undefined;
}

/** Puts the sentences of a place back into its block; true unless the block would be empty. */
function write({ block }: Place, sentences: readonly (readonly Mark[])[]): true | undefined {
  const marks = sentences.flat();
  if (!marks.some(isLetter)) return undefined;
  block.marks = marks;
  return true;
}

/** A new sentence, made of clauses that stand elsewhere in the speeches: hard to tell from what it is not. */
function newSentence(dice: Dice, { clauses }: Words): Mark[] {
  return marksOf(`${Array.from({ length: 1 + dice.below(4) }, () => dice.pick(clauses)).join('，')}。`);
}

const newPassage = (dice: Dice, words: Words) => Array.from({ length: 1 + dice.below(4) }, () => newSentence(dice, words)).flat();

/** Other letters in one to three places. */
function nearCopy(marks: readonly Mark[], dice: Dice, { letters }: Words): Mark[] {
  const copy = marksOf(textOf(marks));
  const places = [...copy.keys()].filter((i) => isLetter(copy[i]!));
  for (let n = 1 + dice.below(3); n > 0 && places.length; n--) copy[dice.pick(places)] = marksOf(dice.pick(letters))[0]!;
  return copy;
}

/** An edit of the marks of one sentence. */
const inSentence =
  (longEnough: number, change: (marks: Mark[], dice: Dice, words: Words) => Mark[] | undefined): Edit =>
  (draft, dice, words) => {
    const place = anySentence(draft, dice, longEnough);
    const changed = place && change(place.sentences[place.index]!, dice, words);
    return place && changed && write(place, place.sentences.with(place.index, changed));
  };

const swapped = <T>(items: readonly T[], at: number): T[] => items.with(at, items[at + 1]!).with(at + 1, items[at]!);
const indexOfLetter = (marks: readonly Mark[], dice: Dice) => dice.pick([...marks.keys()].filter((i) => isLetter(marks[i]!)));
const commas = /[，；、]/;

/** An edit of the passages among the blocks. */
const inBlocks =
  (change: (blocks: DraftBlock[], at: number, dice: Dice, words: Words) => DraftBlock[] | undefined): Edit =>
  (draft, dice, words) => {
    const passage = dice.pick(passagesOf(draft));
    const changed = passage && change(draft.blocks, draft.blocks.indexOf(passage), dice, words);
    if (!changed?.some(({ head }) => !head)) return undefined;
    draft.blocks = changed;
    return true;
  };

const inHeads =
  (change: (blocks: DraftBlock[], at: number, dice: Dice, words: Words) => DraftBlock[] | undefined): Edit =>
  (draft, dice, words) => {
    const heads = draft.blocks.filter(({ head }) => head);
    const changed = heads.length ? change(draft.blocks, draft.blocks.indexOf(dice.pick(heads)), dice, words) : undefined;
    if (!changed) return undefined;
    draft.blocks = changed;
    return true;
  };

const passage = (marks: Mark[]): DraftBlock => ({ head: false, marks });

/** Every kind of edit, as editors and typists make them. */
export const edits = {
  typo: inSentence(4, (marks, dice, { letters }) => {
    const at = indexOfLetter(marks, dice);
    const other = dice.pick(letters);
    return other === marks[at]!.character ? undefined : marks.with(at, marksOf(other)[0]!);
  }),
  'words put in': inSentence(6, (marks, dice, { clauses }) => marks.toSpliced(indexOfLetter(marks, dice), 0, ...marksOf(dice.pick(clauses).slice(0, 1 + dice.below(8))))),
  'words taken out': inSentence(16, (marks, dice) => marks.toSpliced(indexOfLetter(marks, dice), 1 + dice.below(8))),
  'part rewritten': inSentence(12, (marks, dice, { clauses }) => {
    const length = Math.floor(marks.length * (0.15 + dice.below(25) / 100));
    const from = dice.below(marks.length - length);
    return marks.toSpliced(from, length, ...marksOf(dice.pick(clauses).slice(0, length)));
  }),
  'punctuation only': inSentence(1, (marks, dice) => {
    const places = [...marks.keys()].filter((i) => /\p{P}/u.test(marks[i]!.character));
    if (!places.length) return undefined;
    const at = dice.pick(places);
    const other = dice.pick([...'，；、：。！“”《》'].filter((character) => character !== marks[at]!.character));
    return marks.with(at, marksOf(other)[0]!);
  }),
  'blanks only': inSentence(2, (marks, dice) => marks.toSpliced(1 + dice.below(marks.length - 1), 0, ...marksOf(dice.pick([' ', '　', '  '])))),
  'sentence split': inSentence(8, (marks, dice) => {
    const places = [...marks.keys()].filter((i) => i > 2 && i < marks.length - 4 && commas.test(marks[i]!.character));
    return places.length ? marks.with(dice.pick(places), marksOf('。')[0]!) : undefined;
  }),
  'sentences merged': (draft, dice) => {
    const place = anySentence(draft, dice);
    if (!place || place.index + 1 >= place.sentences.length) return undefined;
    const marks = place.sentences[place.index]!;
    const end = marks.findLastIndex(({ character }) => /[。！？]/.test(character));
    return end === -1 ? undefined : write(place, place.sentences.with(place.index, marks.with(end, marksOf('，')[0]!)));
  },
  'sentence put in': (draft, dice, words) => {
    const place = anySentence(draft, dice);
    return place && write(place, place.sentences.toSpliced(dice.below(place.sentences.length + 1), 0, newSentence(dice, words)));
  },
  'sentence taken out': (draft, dice) => {
    const place = anySentence(draft, dice);
    return place && write(place, place.sentences.toSpliced(place.index, 1));
  },
  'sentence replaced': inSentence(4, (_marks, dice, words) => newSentence(dice, words)),
  'sentences swapped': (draft, dice) => {
    const place = anySentence(draft, dice);
    return place && place.index + 1 < place.sentences.length ? write(place, swapped(place.sentences, place.index)) : undefined;
  },
  'sentence moved to another passage': (draft, dice) => {
    const [from, to] = [anySentence(draft, dice), anySentence(draft, dice)];
    if (!from || !to || from.block === to.block || from.sentences.length < 2) return undefined;
    const [marks] = from.sentences.splice(from.index, 1);
    return write(from, from.sentences) && write(to, to.sentences.toSpliced(to.index, 0, marks!));
  },
  'near-copy of a sentence': (draft, dice, words) => {
    const [from, to] = [anySentence(draft, dice, 6), anySentence(draft, dice)];
    return from && to && write(to, to.sentences.toSpliced(to.index + dice.below(2), 0, nearCopy(from.sentences[from.index]!, dice, words)));
  },
  'passage split': inBlocks((blocks, at, dice) => {
    const sentences = sentencesOf(blocks[at]!);
    if (sentences.length < 2) return undefined;
    const cut = 1 + dice.below(sentences.length - 1);
    return blocks.toSpliced(at, 1, passage(sentences.slice(0, cut).flat()), passage(sentences.slice(cut).flat()));
  }),
  'passages merged': inBlocks((blocks, at) => {
    const next = blocks[at + 1];
    return next && !next.head ? blocks.toSpliced(at, 2, passage([...blocks[at]!.marks, ...next.marks])) : undefined;
  }),
  'passage put in': inBlocks((blocks, at, dice, words) => blocks.toSpliced(at + dice.below(2), 0, passage(newPassage(dice, words)))),
  'passage taken out': inBlocks((blocks, at) => blocks.toSpliced(at, 1)),
  'passage moved': inBlocks((blocks, at, dice) => {
    const rest = blocks.toSpliced(at, 1);
    return rest.toSpliced(dice.below(rest.length + 1), 0, blocks[at]!);
  }),
  'passage duplicated': inBlocks((blocks, at, dice) => {
    // Before and after its original a copy gives the same text; it is the later one then.
    const to = dice.below(blocks.length + 1);
    return blocks.toSpliced(to === at ? at + 1 : to, 0, passage(marksOf(textOf(blocks[at]!.marks))));
  }),
  'near-copy of a passage': inBlocks((blocks, at, dice, words) => blocks.toSpliced(dice.below(blocks.length + 1), 0, passage(nearCopy(blocks[at]!.marks, dice, words)))),
  'head reworded': inHeads((blocks, at, dice, { clauses }) => {
    const { marks } = blocks[at]!;
    return blocks.with(at, { head: true, marks: marks.toSpliced(indexOfLetter(marks, dice), dice.below(3), ...marksOf(dice.pick(clauses).slice(0, 1 + dice.below(3)))) });
  }),
  'head put in or taken out': inHeads((blocks, at, dice, { clauses }) =>
    dice.below(2)
      ? blocks.toSpliced(at, 1)
      : blocks.toSpliced(dice.below(blocks.length), 0, { head: true, marks: marksOf(`${dice.pick([...'五六七八九'])}、${dice.pick(clauses)}，${dice.pick(clauses)}`) }),
  ),
  'head made a passage': inHeads((blocks, at) => blocks.with(at, passage(blocks[at]!.marks))),
  'passage made a head': inBlocks((blocks, at) => (sentencesOf(blocks[at]!).length === 1 ? blocks.with(at, { head: true, marks: blocks[at]!.marks }) : undefined)),
  'title reworded': (draft, dice, { letters }) => {
    draft.title = draft.title.with(indexOfLetter(draft.title, dice), marksOf(dice.pick(letters))[0]!);
    return true;
  },
} satisfies Record<string, Edit>;

export type EditKind = keyof typeof edits;
export const editKinds = Object.keys(edits) as EditKind[];

/** A copy of a draft with one edit of a kind; undefined when there is no place for it, or when it changes nothing that can be seen. */
export function edited(draft: Draft, kind: EditKind, dice: Dice, words: Words): Draft | undefined {
  const copy = copyOf(draft);
  const done = edits[kind](copy, dice, words);
  return done && visible(copy) !== visible(draft) ? copy : undefined;
}

const visible = ({ title, blocks }: Draft) => [textOf(title), ...blocks.map(({ head, marks }) => `${head} ${textOf(marks)}`)].join('\n');
