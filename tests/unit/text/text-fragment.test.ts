import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch } from '../../../src/text/fold.ts';
import { fragmentParts, textFragment } from '../../../src/text/text-fragment.ts';
import { runs } from '../support/property.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const words = (text: string) => [...Array.from(segmenter.segment(text), ({ index }) => index), text.length];
/** The words of a passage in one block, from its first to its last character. */
const quote = (blocks: string[], block: number, text: string) => {
  const offset = blocks[block]!.indexOf(text);
  return textFragment(blocks, { block, offset }, { block, offset: offset + text.length }, words);
};
const decoded = (fragment: string | undefined) => fragment && decodeURIComponent(fragment);

describe('a text fragment', () => {
  const passage = '党的十九大指出，我国经济已由高速增长阶段转向高质量发展阶段，这个重要论断是做好当前和今后一个时期经济工作的大逻辑。';

  test('quotes a short selection whole', () => {
    expect(decoded(quote([passage], 0, '高速增长阶段'))).toBe('text=高速增长阶段');
  });

  test('is cut at the edges of words, outwards', () => {
    expect(decoded(quote([passage], 0, '速增长阶'))).toBe('text=高速增长阶段');
  });

  test('gives the first and the last words of a long selection', () => {
    expect(decoded(quote([passage], 0, passage))).toBe('text=党的十九大指出，我国,时期经济工作的大逻辑。');
  });

  test('goes over the edge of a block only from its first to its last words', () => {
    expect(decoded(textFragment(['实现经济发展。', '推动改革开放。'], { block: 0, offset: 2 }, { block: 1, offset: 4 }, words))).toBe('text=经济发展。,推动改革');
  });

  test('has context where the words stand earlier in the document', () => {
    const blocks = ['标题：高质量发展', '我们要推动高质量发展，实现目标。', '他们也推动高质量发展。'];
    expect(decoded(quote(blocks, 0, '高质量发展'))).toBe('text=高质量发展');
    expect(decoded(quote(blocks, 1, '高质量发展'))).toBe('text=高质量发展,-，实现目标');
    expect(decoded(quote(blocks, 2, '高质量发展'))).toBe('text=高质量发展,-。');
    expect(decoded(quote(['甲发展', '乙发展', '丙丁发展'], 2, '发展'))).toBe('text=丙丁-,发展');
  });

  test('begins with more words where a heading has the first of them already', () => {
    const text = '四是聚焦“一老一小”，奋力在民政民生改善上添措施、争上游。民生无小事，枝叶总关情。要健全养老服务体系。';
    expect(decoded(quote(['四是聚焦“一老一小”', text], 1, text))).toBe('text=四是聚焦“一老一小”，奋力在民政民生改善,无小事，枝叶总关情。要健全养老服务体系。');
  });

  test('of mere punctuation has the word beside it', () => {
    expect(decoded(quote([passage], 0, '，'))).toBe('text=指出，');
    expect(decoded(quote(['“党”。'], 0, '“'))).toBe('text=“党');
    expect(quote(['……'], 0, '……')).toBeUndefined();
  });

  test('is none where no context tells two places apart', () => {
    expect(quote(['高质量发展。', '高质量发展。'], 1, '高质量发展。')).toBeUndefined();
  });

  test('takes letter case and width for the same, as browsers do', () => {
    expect(decoded(quote(['ＧＤＰ增速', '看gdp'], 1, 'gdp'))).toBe('text=看-,gdp');
  });

  test('escapes the signs of its own syntax', () => {
    expect(quote(['X-Y,Z&W'], 0, 'X-Y,Z&W')).toBe('text=X%2DY%2CZ%26W');
  });

  test('found as the specification finds it, leads to the words and nowhere else', () => {
    const text = fc.array(fc.constantFrom('稳中', '求进', '发展', '高质量', '，', '。', 'GDP', ' '), { minLength: 1, maxLength: 25 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), fc.nat(), (blocks, a, b, c) => {
        const block = a % blocks.length;
        const [start, end] = [b % blocks[block]!.length, c % blocks[block]!.length].sort((x, y) => x - y) as [number, number];
        fc.pre(blocks[block]!.slice(start, end + 1).trim() !== '');
        const parts = fragmentParts(blocks, { block, offset: start }, { block, offset: end + 1 }, words);
        if (!parts) return;
        const cuts = words(blocks[block]!);
        let from = cuts.findLast((cut) => cut <= start)!;
        let to = cuts.find((cut) => cut >= end + 1)!;
        const isPunctuation = () => /^[，。 ]*$/.test(blocks[block]!.slice(from, to));
        while (from > 0 && isPunctuation()) from = cuts.findLast((cut) => cut < from)!;
        while (to < blocks[block]!.length && isPunctuation()) to = cuts.find((cut) => cut > to)!;
        const place = blocks.slice(0, block).reduce((sum, one) => sum + one.length + 1, 0);
        const found = firstMatch(blocks, parts)!;
        const whole = blocks.join('\u0000');
        expect(whole.slice(found[0], found[1]).trim()).toBe(blocks[block]!.slice(from, to).trim());
        expect([found[0] >= place + from, found[1] <= place + to]).toEqual([true, true]);
      }),
      runs(2000),
    );
  });
});

/** The algorithm of the specification, written anew on strings: tries every place in turn. */
function firstMatch(blocks: string[], { prefix, start, end, suffix }: { prefix?: string; start: string; end?: string; suffix?: string }): [number, number] | undefined {
  const text = foldForSearch(blocks.join('\u0000'));
  const has = (part: string, at: number) => text.startsWith(foldForSearch(part), at);
  const skip = (at: number) => at + /^[\s\u0000]*/.exec(text.slice(at))![0].length;
  for (let at = 0; at < text.length; at++) {
    if (prefix && !has(prefix, at)) continue;
    const from = prefix ? skip(at + prefix.length) : at;
    if (!has(start, from)) continue;
    for (let to = from + start.length; to <= text.length; to++) {
      if (end && !(to - end.length >= from + start.length && has(end, to - end.length))) continue;
      if (!suffix || has(suffix, skip(to))) return [from, to];
      if (!end) break;
    }
  }
  return undefined;
}
