import { chineseNumeral } from './numerals.ts';
import { allOf, elementAt, elementsOf, type XmlElement } from './read-xml.ts';

/** One level of a numbering: how its numbers look. */
interface Level {
  start: number;
  format: string;
  /** Its pattern, such as %1、 or （%2）. */
  pattern: string;
  /** Nothing stands between the number and the words. */
  close: boolean;
  /** Numbers of the levels above are written as digits. */
  legal: boolean;
  /** The level, counted from 0, after which it begins anew; the one above it unless said otherwise. */
  restart: number;
}

/** Numbers paragraphs as a word processor does: the numbers that it prints stand nowhere in the text of the file. */
export interface Numbering {
  /** The number of the next paragraph of a list and level, with the blank after it; empty for bullets and lists without numbers. */
  next(list: string, level: number): string;
}

const value = (element: XmlElement | undefined, name = 'w:val') => element?.attributes[name];

/** Reads the numberings of a document: `word/numbering.xml` (ECMA-376 part 1, section 17.9). */
export function readNumbering(root: XmlElement | undefined): Numbering {
  const numbering = elementAt(root, 'w:numbering');
  const abstract = new Map(elementsOf(numbering, 'w:abstractNum').map((one) => [value(one, 'w:abstractNumId'), readLevels(one)]));
  const lists = new Map(
    elementsOf(numbering, 'w:num').map((one) => {
      const of = value(elementAt(one, 'w:abstractNumId'));
      const levels = new Map(abstract.get(of));
      for (const change of elementsOf(one, 'w:lvlOverride')) {
        const at = Number(value(change, 'w:ilvl'));
        const [own] = readLevels(change).values();
        const start = value(elementAt(change, 'w:startOverride'));
        const level = own ?? levels.get(at);
        if (level) levels.set(at, { ...level, ...(start ? { start: Number(start) } : {}) });
      }
      return [value(one, 'w:numId'), { of, levels, restarts: elementsOf(one, 'w:lvlOverride').some((change) => elementAt(change, 'w:startOverride')) }] as const;
    }),
  );
  // Lists that share a numbering go on counting, unless one says where it starts.
  const counters = new Map<string, number[]>();
  return {
    next(list, level) {
      const found = lists.get(list);
      const shape = found?.levels.get(level);
      if (!found || !shape) return '';
      const key = found.restarts ? `list ${list}` : `numbering ${found.of}`;
      const counter = counters.get(key) ?? [];
      counters.set(key, counter);
      counter[level] = counter[level] === undefined ? shape.start : counter[level] + 1;
      for (const deeper of counter.keys()) {
        const restart = found.levels.get(deeper)?.restart ?? deeper;
        if (deeper > level && restart !== 0 && level < restart) delete counter[deeper];
      }
      if (shape.format === 'bullet' || shape.format === 'none') return '';
      const number = shape.pattern.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const of = found.levels.get(at);
        return formatNumber(counter[at] ?? of?.start ?? 1, shape.legal ? 'decimal' : (of?.format ?? 'decimal'));
      });
      // A tab or blank follows; Chinese punctuation brings its own room.
      return number === '' || shape.close || /[、，。．）】：]$/.test(number) ? number : `${number} `;
    },
  };
}

function readLevels(parent: XmlElement): Map<number, Level> {
  return new Map(
    elementsOf(parent, 'w:lvl').map((level) => {
      const at = Number(value(level, 'w:ilvl') ?? 0);
      const restart = value(elementAt(level, 'w:lvlRestart'));
      return [
        at,
        {
          start: Number(value(elementAt(level, 'w:start')) ?? 1),
          format: value(elementAt(level, 'w:numFmt')) ?? value(allOf(level, 'w:numFmt').at(-1)) ?? 'decimal',
          pattern: value(elementAt(level, 'w:lvlText')) ?? '',
          close: value(elementAt(level, 'w:suff')) === 'nothing',
          legal: elementAt(level, 'w:isLgl') !== undefined,
          restart: restart === undefined ? at : Number(restart),
        },
      ];
    }),
  );
}

const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number in a format of word processors (ECMA-376 part 1, section 17.18.59); formats that are not known give digits. */
export function formatNumber(number: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
    case 'taiwaneseDigital':
      return chineseNumeral(number);
    case 'ideographTraditional':
      return [...'甲乙丙丁戊己庚辛壬癸'][number - 1] ?? String(number);
    case 'ideographZodiac':
      return [...'子丑寅卯辰巳午未申酉戌亥'][number - 1] ?? String(number);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
    case 'decimalEnclosedFullstop':
      return number <= 20 ? String.fromCodePoint(0x2487 + number) : String(number);
    case 'decimalEnclosedParen':
      return number <= 20 ? String.fromCodePoint(0x2473 + number) : String(number);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(number)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'upperLetter':
    case 'lowerLetter': {
      const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
      return format === 'upperLetter' ? letter.toUpperCase() : letter;
    }
    case 'upperRoman':
    case 'lowerRoman': {
      let [rest, written] = [number, ''];
      for (const [size, sign] of roman) for (; rest >= size; rest -= size) written += sign;
      return format === 'upperRoman' ? written.toUpperCase() : written;
    }
    default:
      return String(number);
  }
}
