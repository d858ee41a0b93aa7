import { describe, expect, test } from 'vitest';
import { editionField, editionName } from '../../../src/text/edition.ts';

test('a JSON object says first of which edition it is', () => {
  expect(JSON.parse(editionField('2026-11-21.7k3m9x2p') + JSON.stringify({ id: 'x' }).slice(1))).toEqual({ edition: '2026-11-21.7k3m9x2p', id: 'x' });
});

describe('the name of an edition', () => {
  const name = editionName(['0f', '9a', '33'], ['2026-11-20', '2026-11-21', '2025']);

  test('is the newest day and eight characters', () => {
    expect(name).toMatch(/^2026-11-21\.[0-9a-hjkmnp-tv-z]{8}$/);
  });

  test('does not depend on the order of things', () => {
    expect(editionName(['33', '0f', '9a'], ['2026-11-21', '2025', '2026-11-20'])).toBe(name);
  });

  test.each([
    ['something changed', ['0f', '9a', '34']],
    ['something went', ['0f', '9a']],
    ['something came', ['0f', '9a', '33', '33']],
    ['two ran together', ['0f9a', '33']],
  ])('is another when %s', (_what, fingerprints) => {
    expect(editionName(fingerprints, ['2026-11-21'])).not.toBe(name);
  });

  test('does without a day when nothing has one', () => {
    expect(editionName(['0f'], [])).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
  });
});
