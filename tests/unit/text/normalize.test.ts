import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeForReceipt, receiptOf } from '../../../src/text/normalize.ts';
import { receipt } from '../../support/other-checker.ts';
import { anyText, anyUnits, runs } from '../support/property.ts';

describe('receipts are frozen', () => {
  // Cited receipts depend on these values: never change them.
  test.each([
    ['', 'werc8gmr'],
    ['同志们：', '52qth0pn'],
    ['各位领导，同志们：', 'fvb82h5w'],
    ['锚定发展目标   矢志克难攻坚\n奋力推动经济社会高质量发展\n——在区委全会上的讲话', 'fpfsdd5p'],
    ['一要牢牢把握“稳中求进”工作总基调。', 'rng3jh4r'],
    ['近X年来首次低于X%荣枯线水平。', 'bbfjm1c4'],
    ['**书记多次要求，要做到情况明、有办法、争上游', 'sknyq3m2'],
    ['2020年，居民人均可支配收入增速高于GDP增速。', 'c6pp7sc7'],
    ['The speech at the plenum of a district Party committee.', 'm2e3mj1s'],
    ['𠮷野家 Éa ﷺ 😀', 'wpg6586x'],
  ])('%j has %s', (text, receipt) => {
    expect(receiptOf(text)).toBe(receipt);
  });
});

// Every sign but the apostrophe, which counts as a quotation mark.
const asciiSigns = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i))
  .filter((sign) => sign !== "'")
  .join('');
const fullWidthSigns = [...asciiSigns].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');

describe('a receipt ignores', () => {
  test.each([
    ['blanks', '稳中求进，守正创新', ' 稳中 求进，\n守正\u3000创新\t'],
    ['the style of quotation marks', '“稳中求进”', '"稳中求进"'],
    ['single for double quotation marks', '‘稳中求进’', '「稳中求进」'],
    ['the width of commas and full stops', '稳，进。', '稳,进.'],
    ['the width of the signs of ASCII', asciiSigns, fullWidthSigns],
    ['the width of letters and digits', 'GDP增长6%', 'ＧＤＰ增长６％'],
    ['a comma for a pause mark', '稳、进', '稳，进'],
    ['the length of a dash', '讲话——稳', '讲话-稳'],
    ['the kind of a dash', '讲话–稳', '讲话—稳'],
    ['the number of dots', '稳……', '稳...'],
    ['quotation marks that were doubled', "稳''", '稳”'],
    ['how accents are composed', 'Re\u0301sume\u0301', 'Résumé'],
  ])('%s', (_what, text, other) => {
    expect(receiptOf(other)).toBe(receiptOf(text));
  });
});

describe('a receipt notices', () => {
  test.each([
    ['one other character', '稳中求进', '稳中求近'],
    ['a character more', '稳中求进', '稳中求进的'],
    ['the order of characters', '稳中求进', '中稳求进'],
    ['letter case', 'GDP', 'gdp'],
    ['another digit', '增长6%', '增长7%'],
    ['a redaction mark more', '省委X届', '省委XX届'],
    ['a comma for a semicolon', '稳，进', '稳；进'],
    ['a mark that is missing', '稳，进', '稳进'],
    ['a question for a statement', '稳。', '稳？'],
    ['traditional characters', '发展', '發展'],
  ])('%s', (_what, text, other) => {
    expect(receiptOf(other)).not.toBe(receiptOf(text));
  });
});

describe('the receipt of any text', () => {
  test('is what another program makes of it by the documented rule', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyUnits.map((text) => text.toWellFormed()),
        ),
        (text) => {
          expect(receipt(text)).toBe(receiptOf(text));
        },
      ),
      runs(500),
    );
  });

  test('is 8 characters of Crockford’s alphabet in lower case', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        expect(receiptOf(text)).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
      }),
      runs(500),
    );
  });

  test('is the first 40 bits of SHA-256 over its normal form', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const bits = [...createHash('sha256').update(normalizeForReceipt(text), 'utf8').digest().subarray(0, 5)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
        const values = bits.match(/.{5}/g)!.map((five) => parseInt(five, 2));
        expect([...receiptOf(text)].map((character) => '0123456789abcdefghjkmnpqrstvwxyz'.indexOf(character))).toEqual(values);
      }),
      runs(300),
    );
  });

  test('does not change when blanks are put in', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'稳中求进，。A1'), { minLength: 1 }), (characters) => {
        expect(receiptOf(characters.join(' '))).toBe(receiptOf(characters.join('')));
      }),
      runs(300),
    );
  });
});
