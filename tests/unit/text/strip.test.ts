import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stripGeometry } from '../../../src/text/strip.ts';
import { runs } from '../support/property.ts';

describe('the base lines of a strip', () => {
  test('a single section runs from end to end', () => {
    expect(stripGeometry([500], []).segments).toEqual([{ x1: 0, x2: 100 }]);
  });

  test('sections are drawn to scale, with a small gap between them', () => {
    const { segments } = stripGeometry([100, 300], []);
    expect(segments.map(({ x1 }) => x1)).toEqual([0, expect.closeTo(25.2)]);
    expect(segments.map(({ x2 }) => x2)).toEqual([expect.closeTo(24.8), 100]);
  });

  test('a section shorter than the gap has no negative length', () => {
    const { segments } = stripGeometry([1000, 1, 1000], []);
    expect(segments[1]!.x2).toBe(segments[1]!.x1);
  });

  test('a text of no length has no division by nothing', () => {
    expect(stripGeometry([0], [0])).toEqual({ segments: [{ x1: 0, x2: 0 }], ticks: [0] });
  });
});

describe('the ticks of a strip', () => {
  test('stand to scale', () => {
    expect(stripGeometry([100, 100], [0, 50, 150]).ticks).toEqual([0, 25, 75]);
  });

  test('are rounded to a hundredth of a percent', () => {
    expect(stripGeometry([3], [1]).ticks).toEqual([33.33]);
  });

  test('that fall together are drawn once', () => {
    expect(stripGeometry([100_000], [50_000, 50_001]).ticks).toEqual([50]);
  });
});

describe('any strip', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 8 });

  test('keeps its sections in order and inside its width', () => {
    fc.assert(
      fc.property(lengths, (sections) => {
        const { segments } = stripGeometry(sections, []);
        expect(segments).toHaveLength(sections.length);
        for (const [i, { x1, x2 }] of segments.entries()) {
          expect(x1).toBeGreaterThanOrEqual(segments[i - 1]?.x1 ?? 0);
          expect(x2).toBeGreaterThanOrEqual(x1);
        }
      }),
      runs(200),
    );
  });

  test('keeps its ticks between 0 and 100', () => {
    fc.assert(
      fc.property(lengths, fc.array(fc.double({ min: 0, max: 0.9999, noNaN: true })), (sections, places) => {
        const total = sections.reduce((sum, length) => sum + length, 0);
        const { ticks } = stripGeometry(
          sections,
          places.map((place) => Math.floor(place * total)),
        );
        expect(ticks.filter((tick) => tick < 0 || tick > 100)).toEqual([]);
      }),
      runs(200),
    );
  });
});
