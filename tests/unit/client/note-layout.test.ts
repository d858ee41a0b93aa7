import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutNotes, type PlacedNote, type Rail, type RailNote, tierOf } from '../../../src/client/note-layout.ts';
import { runs } from '../support/property.ts';

const rail = (bottom: number, floor = 0): Rail => ({ floor, bottom, gap: 10, lineHeight: 24 });
const note = (tier: number, at = 0, height = 60): RailNote => ({ tier, at, height });
const told = (placed: readonly PlacedNote<RailNote>[]) => placed.map(({ y, size }) => `${size} at ${y}`);
/** Notes by their tiers, all beside the first line: how much is shown of each. */
const sizes = (tiers: number[], bottom: number) =>
  layOutNotes(
    tiers.map((tier) => note(tier)),
    rail(bottom),
  ).map(({ size }) => size);

describe('notes that have room', () => {
  test('stand beside their lines', () => {
    expect(told(layOutNotes([note(3, 0), note(2, 100), note(0, 300)], rail(400)))).toEqual(['full at 0', 'full at 100', 'full at 300']);
  });

  test('are pushed down where they would collide, with a gap', () => {
    expect(told(layOutNotes([note(1, 0), note(1, 20)], rail(400)))).toEqual(['full at 0', 'full at 70']);
  });

  test('begin below the floor', () => {
    expect(told(layOutNotes([note(1, 20)], rail(400, 50)))).toEqual(['full at 50']);
  });

  test('come in the order of their lines, in whatever order they are given', () => {
    expect(layOutNotes([note(1, 200), note(2, 0), note(3, 100)], rail(400)).map(({ item }) => item.at)).toEqual([0, 100, 200]);
  });

  test('of one line keep the order in which they are given', () => {
    const notes = [note(3), note(1), note(2)];
    expect(layOutNotes(notes, rail(400)).map(({ item }) => item)).toEqual(notes);
  });

  test('may be none', () => {
    expect(layOutNotes([], rail(400))).toEqual([]);
  });
});

describe('when room is short', () => {
  test('the first tier is shown in full and the others shrink to a line', () => {
    expect(sizes([1, 2, 3], 130)).toEqual(['full', 'line', 'line']);
  });

  test('the last tier is tucked away before the second', () => {
    expect(sizes([1, 2, 3], 100)).toEqual(['full', 'line', 'tucked']);
  });

  test('it is the tier that counts, not the order', () => {
    expect(sizes([3, 2, 1], 94)).toEqual(['tucked', 'line', 'full']);
  });

  test('the first tier shrinks to a line when it has no room in full', () => {
    expect(sizes([1], 50)).toEqual(['line']);
  });

  test('notes without room even for a line are tucked away beside their mark', () => {
    expect(told(layOutNotes([note(1, 7)], rail(20)))).toEqual(['tucked at 7']);
  });

  test('the editors’ notes are shown in full all the same', () => {
    expect(sizes([0, 1], 20)).toEqual(['full', 'tucked']);
  });

  test('a note that would be pushed more than three lines from its own is not shown in full', () => {
    expect(layOutNotes([note(1, 0, 200), note(1, 0, 60)], rail(1000)).map(({ size }) => size)).toEqual(['full', 'tucked']);
  });
});

describe('any notes', () => {
  const notes = fc.array(fc.record({ tier: fc.integer({ min: 0, max: 3 }), at: fc.integer({ min: 0, max: 600 }), height: fc.integer({ min: 24, max: 200 }) }), { maxLength: 10 });
  const rails = fc.record({ floor: fc.integer({ min: 0, max: 100 }), bottom: fc.integer({ min: 0, max: 900 }), gap: fc.constant(10), lineHeight: fc.constant(24) });
  const heightOf = ({ item, size }: PlacedNote<RailNote>, { lineHeight }: Rail) => (size === 'line' ? lineHeight : item.height);
  const check = (holds: (placed: PlacedNote<RailNote>[], given: Rail, items: RailNote[]) => void) => {
    fc.assert(
      fc.property(notes, rails, (items, given) => {
        holds(layOutNotes(items, given), given, items);
      }),
      runs(500),
    );
  };
  const shown = (placed: PlacedNote<RailNote>[]) => placed.filter(({ size }) => size !== 'tucked');

  test('are all there once, in the order of their lines', () => {
    check((placed, _rail, items) => {
      expect(placed.map(({ item }) => item)).toEqual([...items].sort((a, b) => a.at - b.at));
    });
  });

  test('never overlap', () => {
    check((placed, given) => {
      const visible = shown(placed);
      for (const [i, next] of visible.slice(1).entries()) {
        const before = visible[i]!;
        expect(next.y).toBeGreaterThanOrEqual(before.y + heightOf(before, given) + (before.size === 'full' ? given.gap : 0));
      }
    });
  });

  test('never stand above their line or the floor', () => {
    check((placed, { floor }) => {
      for (const { item, y } of shown(placed)) expect(y).toBeGreaterThanOrEqual(Math.max(item.at, floor));
    });
  });

  test('that may give way never reach past the passage', () => {
    check((placed, given) => {
      for (const one of shown(placed)) if (one.item.tier > 0) expect(one.y + heightOf(one, given)).toBeLessThanOrEqual(given.bottom);
    });
  });

  test('of the editors are shown in full', () => {
    check((placed) => {
      for (const { item, size } of placed) if (item.tier === 0) expect(size).toBe('full');
    });
  });

  // Known: a gloss in full may push an editors' note past the passage. When that is mended, this becomes a plain test.
  test('of the editors never reach past the passage while another could give way', () => {
    check((placed, given, items) => {
      const alone = new Map(
        layOutNotes(
          items.filter(({ tier }) => tier === 0),
          given,
        ).map(({ item, y }) => [item, y]),
      );
      for (const { item, y } of placed) if (item.tier === 0 && y + item.height > given.bottom) expect(y).toBe(alone.get(item));
    });
  });

  test('are all shown in full when they fit', () => {
    check((_placed, given, items) => {
      const apart = items.map((item, i) => ({ ...item, at: given.floor + i * 300 }));
      expect(layOutNotes(apart, { ...given, bottom: 10_000 }).every(({ size }) => size === 'full')).toBe(true);
    });
  });
});

describe('the tier of a note', () => {
  test('is 0 for a note of the editors', () => {
    expect(tierOf({})).toBe(0);
  });

  test.each([
    ['allusion', 1],
    ['numbered-formula', 1],
    ['metaphor', 1],
    ['policy', 1],
    ['idiom', 1],
    ['formulation', 2],
    ['meeting', 2],
    ['document', 2],
    ['concept', 2],
    ['technical', 3],
    ['institution', 3],
    ['no such kind', 3],
  ])('of the gloss of a term of kind %s is %i', (kind, tier) => {
    expect(tierOf({ kind })).toBe(tier);
  });
});
