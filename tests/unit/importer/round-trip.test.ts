import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeSource } from '../../../src/text/source-lines.ts';
import { thereAndBack } from '../../support/round-trip.ts';
import { sourceText } from '../../support/source-texts.ts';
import { runs } from '../support/property.ts';
import { fixture } from '../support/speech.ts';

const linesOf = (text: string) => normalizeSource(text).split('\n').slice(0, -1);

describe('what is imported and parsed again is the normal form of the source', () => {
  test.each(['000_7636e455dfbd8e6c.txt', '004_ff2b006a877cfa42.txt'])('%s', (name) => {
    const text = fixture(`source/${name}`);
    expect(thereAndBack(text)).toEqual(linesOf(text));
  });

  test('500 texts of everything that could go wrong', () => {
    fc.assert(
      fc.property(sourceText, (text) => {
        expect(thereAndBack(text)).toEqual(linesOf(text));
      }),
      runs(500),
    );
  });
});
