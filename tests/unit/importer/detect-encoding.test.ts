import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chineseScript } from '../../../src/importer/common-characters.ts';
import { decodeText, type Known } from '../../../src/importer/detect-encoding.ts';
import { ImportFailure } from '../../../src/importer/failure.ts';
import { normalizeSource } from '../../../src/text/source-lines.ts';

const file = (path: string) => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));
const plenum = file('source/004_ff2b006a877cfa42.txt');
const gb18030 = file('encodings/plenum.gb18030.txt');
const traditional = file('encodings/plenum-traditional.utf-8.txt').toString();
const big5 = file('encodings/plenum-traditional.big5.txt');
const wide = (text: string, bigEndian = false) => (bigEndian ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'));
const refusal = (bytes: Uint8Array, known: Known = {}) => {
  try {
    const { encoding, text } = decodeText(bytes, known);
    return `taken as ${encoding.name}: ${text.slice(0, 20)}`;
  } catch (error) {
    if (error instanceof ImportFailure) return `${error.kind}: ${error.message}`;
    throw error;
  }
};

const encodings: [string, Uint8Array, string][] = [
  ['utf-8', plenum, plenum.toString()],
  ['gb18030', gb18030, plenum.toString()],
  ['big5', big5, traditional],
  ['utf-16le', wide(plenum.toString()), plenum.toString()],
  ['utf-16be', wide(plenum.toString(), true), plenum.toString()],
];

describe.each(encodings)('the plenum speech in %s', (name, bytes, text) => {
  test('comes back equal, and the encoding is stated with its confidence', () => {
    const decoded = decodeText(bytes);
    expect(decoded.text === text).toBe(true);
    expect(decoded.encoding.name).toBe(name);
    expect(decoded.encoding.confidence).toBeGreaterThan(0.999);
    expect(decoded.encoding.why).not.toBe('');
  });

  test.each(['\r\n', '\r'])('comes back equal with lines that end in %j', (end) => {
    const size = name.startsWith('utf-16') ? 2 : 1;
    const lf = name === 'utf-16be' ? [0, 10] : name === 'utf-16le' ? [10, 0] : [10];
    const cr = [...end].flatMap((sign) => (name === 'utf-16be' ? [0, sign.charCodeAt(0)] : name === 'utf-16le' ? [sign.charCodeAt(0), 0] : [sign.charCodeAt(0)]));
    const changed: number[] = [];
    for (let at = 0; at < bytes.length; at += size) {
      const unit = [...bytes.subarray(at, at + size)];
      changed.push(...(unit.join() === lf.join() ? cr : unit));
    }
    const decoded = decodeText(Uint8Array.from(changed));
    expect(decoded.encoding.name).toBe(name);
    expect(normalizeSource(decoded.text) === normalizeSource(text)).toBe(true);
  });

  test('comes back equal with a byte order mark', () => {
    const marks: Record<string, number[]> = { 'utf-8': [0xef, 0xbb, 0xbf], 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff], gb18030: [0x84, 0x31, 0x95, 0x33], big5: [] };
    const decoded = decodeText(Buffer.concat([Uint8Array.from(marks[name]!), bytes]));
    expect(decoded.encoding.name).toBe(name);
    expect(normalizeSource(decoded.text) === normalizeSource(text)).toBe(true);
  });

  test('is told apart from the first hundred characters alone', () => {
    const piece = name.startsWith('utf-16') ? bytes.subarray(0, 200) : Buffer.concat([bytes.subarray(0, bytes.indexOf(10, 60))]);
    expect(decodeText(piece).encoding.name).toBe(name);
  });
});

test('characters of four bytes come back equal', () => {
  expect(decodeText(file('encodings/rare.gb18030.txt')).text).toBe(file('encodings/rare.utf-8.txt').toString());
});

test('ASCII alone is no question', () => {
  expect(decodeText(Buffer.from('Fellow citizens')).encoding).toEqual({ name: 'utf-8', confidence: 1, why: 'ASCII alone' });
});

test('English with typographic quotation marks is UTF-8', () => {
  expect(decodeText(Buffer.from('It’s “time”.')).encoding.name).toBe('utf-8');
});

test('English in UTF-16 is found without a mark', () => {
  expect(decodeText(wide('My fellow citizens, today we gather.\n')).encoding.name).toBe('utf-16le');
});

describe('mixed, damaged and garbled files are refused', () => {
  const line = (text: string) => Buffer.from(text);
  const last = '同志们，这是最后一行的文字，我们要继续努力。\n';

  test('UTF-8 with a line in GB18030', () => {
    expect(refusal(Buffer.concat([plenum, gb18030.subarray(gb18030.lastIndexOf(10, -2) + 1)]))).toBe(
      'mixed-encodings: The file mixes encodings: most of it is UTF-8, but line 38 is GB18030.',
    );
  });

  test('GB18030 with a line in UTF-8', () => {
    expect(refusal(Buffer.concat([gb18030, line(last)]))).toBe('mixed-encodings: The file mixes encodings: most of it is GB18030, but line 38 is UTF-8.');
  });

  test('GB18030 with lines in Big5', () => {
    expect(refusal(Buffer.concat([gb18030, big5.subarray(0, 1000)]))).toMatch(/^mixed-encodings: .* GB18030, but lines 38.* are Big5\.$/);
  });

  test('a file that was cut within a character', () => {
    expect(refusal(plenum.subarray(0, -3))).toMatch(/^damaged-encoding: The file reads as UTF-8, but on line 37, byte \d+ is broken\.$/);
    expect(refusal(gb18030.subarray(0, -2))).toMatch(/^damaged-encoding: The file reads as GB18030, but on line 37/);
  });

  test('a byte that cannot be', () => {
    const broken = Buffer.from(gb18030);
    broken[5000] = 0xff;
    expect(refusal(broken)).toBe('damaged-encoding: The file reads as GB18030, but on line 12, byte 5001 is broken.');
  });

  test('UTF-8 that was read as GBK and saved again', () => {
    expect(refusal(Buffer.from(new TextDecoder('gbk').decode(plenum)))).toBe(
      'mojibake: The text is garbled: UTF-8 was read as GBK and saved again, so that “锚定发展目标” became “閿氬畾鍙戝睍鐩爣”.',
    );
  });
});

describe('what is in doubt is refused, with guesses', () => {
  test('Western text with a few bytes beyond ASCII', () => {
    expect(refusal(Buffer.from('It\x92s a caf\xe9, don\x92t you think so? '.repeat(20), 'latin1'))).toBe(
      'doubtful-encoding: The encoding is in doubt: it is mostly ASCII with a few other bytes, perhaps windows-1252.',
    );
  });

  test('a handful of bytes that are valid in two encodings', () => {
    expect(refusal(Uint8Array.of(0xcd, 0xac, 0xd6, 0xbe))).toBe('doubtful-encoding: The encoding is in doubt: the bytes are UTF-8 for “ͬ־” and GB18030 for “同志”.');
  });

  test.each([
    ['Japanese in Shift JIS', [0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42]],
    ['Korean in EUC-KR', [0xc7, 0xd1, 0xb1, 0xb9, 0xbe, 0xee, 0x20, 0xb9, 0xae, 0xc0, 0xe5, 0xc0, 0xd4, 0xb4, 0xcf, 0xb4, 0xd9]],
  ])('%s', (_, bytes) => {
    expect(refusal(Uint8Array.from(bytes))).toMatch(/^doubtful-encoding: .* but none looks like Chinese text\.$/);
  });

  test('signs of HZ', () => {
    expect(refusal(Buffer.from('hello ~{VPND~} x'))).toMatch(/^doubtful-encoding: .*HZ/);
  });
});

describe('an encoding that is named', () => {
  test('is obeyed', () => {
    expect(decodeText(Buffer.from('caf\xe9', 'latin1'), { named: 'windows-1252' })).toEqual({
      text: 'café',
      encoding: { name: 'windows-1252', confidence: 1, why: 'named with --encoding' },
    });
    expect(decodeText(gb18030, { named: 'GBK' }).text === plenum.toString()).toBe(true);
    expect(decodeText(Uint8Array.of(0xcd, 0xac, 0xd6, 0xbe), { named: 'gb18030' }).text).toBe('同志');
  });

  test('is refused when the bytes cannot be it', () => {
    expect(refusal(gb18030, { named: 'utf-8' })).toMatch(/^wrong-encoding: The file is not utf-8, as --encoding says: on line 1, byte \d+ cannot be\.$/);
  });

  test('is refused when the file is beyond doubt another', () => {
    expect(refusal(gb18030, { named: 'big5' })).toBe('other-encoding: The file is not Big5: read so, it says “礙隅楷桯醴梓”; it is GB18030, and says “锚定发展目标”.');
    expect(refusal(big5, { named: 'gb18030' })).toMatch(/^other-encoding: .* it is Big5, and says “錨定發展目標”/);
  });

  test('is refused when nobody knows it', () => {
    expect(refusal(plenum, { named: 'gb-what' })).toMatch(/^unknown-encoding: “gb-what”/);
  });

  test('does not overrule a byte order mark in silence', () => {
    expect(refusal(Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), gb18030]))).toMatch(/^wrong-encoding: The file is not utf-8, as its byte order mark says/);
  });
});

describe('an encoding that a page declares', () => {
  test('is believed where the bytes allow it', () => {
    expect(decodeText(gb18030, { declared: 'gb2312' }).encoding.why).toMatch(/and the page says so$/);
    expect(decodeText(Buffer.from('caf\xe9', 'latin1'), { declared: 'iso-8859-1' }).text).toBe('café');
  });

  test('gives way to the bytes', () => {
    const { text, encoding } = decodeText(plenum, { declared: 'gb2312' });
    expect([text === plenum.toString(), encoding.name]).toEqual([true, 'utf-8']);
    expect(encoding.why).toMatch(/although the page says gb2312$/);
  });
});

test('binary files are called so', () => {
  expect(refusal(Uint8Array.of(1, 2, 0, 3, 0, 5, 6, 0, 7))).toMatch(/^binary: /);
});

test('short pieces of Chinese are never read wrongly; some are refused', () => {
  const lines = plenum.toString().replace(/[\u0000-\u007f]/g, '');
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  let [wrong, refused, all] = [0, 0, 0];
  for (let at = 0; at + 6 < lines.length; at += 23) {
    const piece = lines.slice(at, at + 6);
    const answer = refusal(Uint8Array.from([...piece].flatMap((sign) => bytesOf.get(sign)!)));
    all++;
    if (answer.startsWith('doubtful')) refused++;
    else if (answer !== `taken as gb18030: ${piece}`) wrong++;
  }
  expect([all, wrong]).toEqual([508, 0]);
  expect(refused).toBeLessThan(all * 0.05);
});

test.each([
  ['学习贯彻会议精神，进一步统一思想', 'zh-Hans'],
  ['學習貫徹會議精神，進一步統一思想', 'zh-Hant'],
  ['甲乙丙丁', 'zh-Hans'],
] as const)('%s is written in %s', (text, script) => {
  expect(chineseScript(text)).toBe(script);
});
