import { describe, expect, test } from 'vitest';
import { findRedactionMarks, kindAt } from '../../../src/importer/detect-redactions.ts';
import { createRedactionFinder } from '../../../src/text/redactions.ts';
import { realSpeech } from '../support/speech.ts';

const found = (text: string) => findRedactionMarks([{ line: 1, text }]);
const places = (text: string) => found(text).found.map(({ mark, start, kind, marked }) => `${mark}@${start} ${kind ?? 'open'}${marked ? ' marked' : ''}`);

describe('redaction marks of a document', () => {
  test.each([
    ['省委X届X次全会', ['X@2 ordinal', 'X@4 ordinal']],
    ['结合XX实际', ['XX@2 open']],
    ['增长××%，其中×个', ['××@2 number', '×@8 number']],
    ['○○镇与□□局', ['○○@0 place', '□□@4 open']],
    ['推动**高质量发展', ['**@2 open']],
    ['20XX年，ＸＸ同志', ['XX@2 year', 'ＸＸ@6 name']],
    ['＊＊市的____工作', ['＊＊@0 place', '____@4 open']],
    ['某某公司和某县', ['某某@0 open', '某@5 place marked']],
    ['XX书记强调', ['XX@0 open']],
  ])('%s', (text, marks) => {
    expect(places(text)).toEqual(marks);
  });

  test.each(['做了X光检查', 'XML与GDP', '3×4公里', '二○二○年三月', '○ 张明', '* * *', '甲*', '□ 同意', '某些干部、某种程度', 'Generation X', 'a × b'])('%s has none', (text) => {
    expect(places(text)).toEqual([]);
  });

  test('the same sign that is none in one place is marked there', () => {
    expect(places('×市占地3×4公里，XX市做X光')).toEqual(['×@0 place', '×@5 none marked', 'XX@10 place']);
    expect(found('X市做X光').found.at(-1)).toMatchObject({ mark: 'X', kind: 'none', marked: true });
  });

  test('where two places read alike and mean different things, the one that the front matter gets wrong is marked', () => {
    // X年 is a year here and a number of years there.
    const { kinds, found: all } = found('X年经济工作，X年来的成绩');
    expect(kinds).toEqual({ year: ['X年经济'], number: ['X年来'] });
    expect(all.every(({ marked }) => !marked)).toBe(true);
  });

  test('are declared so that the parser finds the same, each with its kind', () => {
    const text = '第X次全会、X届、X%、20XX年、XX市、XX书记、先后X次、X年代';
    const { marks, kinds, found: all } = found(text);
    const parsed = createRedactionFinder(marks, kinds)(text);
    expect(parsed.map(({ start, kind }) => [start, kind])).toEqual(all.map(({ start, kind }) => [start, kind ?? 'unspecified']));
  });
});

describe('the kind by the words round a mark', () => {
  test.each([
    ['第X批', 1, 'ordinal', '第X批'],
    ['X届', 0, 'ordinal', 'X届'],
    ['近X年来', 1, 'number', 'X年来'],
    ['X项工作', 0, 'number', 'X项'],
    ['增长X，', 2, 'number', '增长X，'],
  ])('%s', (text, at, kind, context) => {
    expect(kindAt(text, at, at + 1)).toEqual({ kind, context });
  });

  test.each(['XX项目', 'X市场', 'X区别', 'X家庭', 'X人民', 'X所有'])('%s leaves it open', (text) => {
    const end = /^X+/.exec(text)![0].length;
    expect(kindAt(text, 0, end)).toBeUndefined();
  });
});

test('in the plenum speech no kind that is found contradicts what the editors wrote', () => {
  const speech = realSpeech('district-plenum');
  const units = speech.sections.flatMap(({ head, passages }) => [...(head ? [head] : []), ...passages]);
  const { found: all } = findRedactionMarks(units.map(({ text }, line) => ({ line, text })));
  const written = units.flatMap(({ redactions }, line) => redactions.map(({ start, kind }) => [`${line}:${start}`, kind] as const));
  const known = new Map(written);
  const typed = all.filter(({ kind }) => kind !== undefined);
  const wrong = typed
    .filter(({ line, start, kind }) => known.get(`${line}:${start}`) !== kind)
    .map(({ line, start, end }) => units[line]!.text.slice(Math.max(0, start - 6), end + 6));
  // One X more than the editors have: it stands in 唯一X厂, which they read as a slip.
  expect(all.length).toBe(written.length + 1);
  expect(typed.length).toBeGreaterThan(60);
  expect(wrong).toEqual([]);
});
