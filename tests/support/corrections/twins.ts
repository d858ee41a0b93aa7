import { movedAmong } from '../../../src/text/permalinks/order.ts';

/** A head, a sentence, a passage or the title of a draft: its letters by name, and what it says. */
export interface TrueUnit {
  id: string;
  letters: number[];
  text: string;
}

/** A section head, which is its only unit, or a passage with its sentences. */
export interface TrueBlock {
  id: string;
  head: boolean;
  units: TrueUnit[];
}

/** A draft with the ids of its lock. */
export interface TrueText {
  title: TrueUnit;
  blocks: TrueBlock[];
}

/** Exchanges the letters of equal units, in place; done twice it undoes itself. */
export type Exchange = () => void;

/**
 * The other histories that give the same text as the true one, one exchange away from it: two equal blocks, or two equal
 * sentences of one passage, change places in one of the texts. Such a history is as good as the true one when it leaves at
 * least as many neighbours together, and moves no more units: nothing else tells a unit from one that says the same.
 */
export function twinExchanges(before: TrueText, after: TrueText): Exchange[] {
  const truth = historyOf(before, after);
  return [...equalUnits(after), ...equalUnits(before)]
    .map(
      (pair): Exchange =>
        () =>
          exchange(...pair),
    )
    .filter((change) => {
      change();
      const other = historyOf(before, after);
      change();
      return other.neighbours >= truth.neighbours && other.moved <= truth.moved;
    });
}

type Units = readonly TrueUnit[];

function exchange(one: Units, other: Units): void {
  one.forEach((unit, i) => {
    [unit.letters, other[i]!.letters] = [other[i]!.letters, unit.letters];
  });
}

/** Every two equal blocks of a text and every two equal sentences of a passage, as units. */
function equalUnits({ blocks }: TrueText): [Units, Units][] {
  const pairs = <T>(items: readonly T[], keyOf: (item: T) => string) =>
    items.flatMap((item, i) => items.slice(i + 1).flatMap((other): [T, T][] => (keyOf(item) === keyOf(other) ? [[item, other]] : [])));
  const ofBlocks = pairs(blocks, ({ head, units }) => JSON.stringify([head, ...units.map(({ text }) => text)]));
  return [
    ...ofBlocks.map(([one, other]): [Units, Units] => [one.units, other.units]),
    ...blocks.flatMap(({ units }) => pairs(units, ({ text }) => text).map(([one, other]): [Units, Units] => [[one], [other]])),
  ];
}

/** Where a unit stood: its block, its index there, and its index in the text. */
interface Home {
  block: number;
  index: number;
  at: number;
}

/** What is to be said of a history: how many neighbours it leaves together, and how many units it moves. */
function historyOf(before: TrueText, after: TrueText): { neighbours: number; moved: number } {
  const homes = new Map<number, Home>();
  let at = 0;
  before.blocks.forEach(({ units }, block) => {
    units.forEach(({ letters }, index) => {
      const home = { block, index, at: at++ };
      for (const name of letters) homes.set(name, home);
    });
  });
  const origins = after.blocks.map(({ units }) => ({
    block: mostCommon(units.flatMap(({ letters }) => letters).map((name) => homes.get(name)?.block)),
    units: units.map(({ letters }) => mostCommon(letters.map((name) => homes.get(name)))),
  }));
  const blocks = adjoining([-1, ...origins.map(({ block }) => block), before.blocks.length]);
  // Sentences count in their passage, with its beginning and its end; those from another passage where they still adjoin.
  const inside = origins.map(({ block, units }) => {
    const places = (from: number) => units.map((home) => (home?.block === from ? home.index : undefined));
    const sources = new Set(units.flatMap((home) => (home ? [home.block] : [])));
    return [...sources].reduce((sum, from) => sum + adjoining(from === block ? [-1, ...places(from), before.blocks[from]!.units.length] : places(from)), 0);
  });
  const order = new Set(origins.flatMap(({ units }) => units.flatMap((home) => (home ? [String(home.at)] : []))));
  const inOrder = [...order].sort((a, b) => Number(a) - Number(b));
  return { neighbours: inside.reduce((sum, count) => sum + count, blocks), moved: movedAmong(inOrder, [...order]).size };
}

/** How often a number is followed by the next. */
function adjoining(places: readonly (number | undefined)[]): number {
  return places.filter((place, i) => i > 0 && place !== undefined && places[i - 1] === place - 1).length;
}

/** The item that makes up at least half of a list. */
function mostCommon<T>(items: readonly (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>();
  for (const item of items) if (item !== undefined) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].find(([, count]) => count >= items.length / 2)?.[0];
}
