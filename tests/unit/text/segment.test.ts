import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRunInHead, isSalutation, segmentSentences } from '../../../src/text/segment.ts';
import { anyText, anyUnits, chineseMarks, runs } from '../support/property.ts';
import { fixture } from '../support/speech.ts';

const sentences = (text: string) => segmentSentences(text).map(({ start, end }) => text.slice(start, end));
const passages = (name: string) =>
  fixture(`source/${name}.txt`)
    .split('\n')
    .filter((line) => line !== '');
const plenum = passages('004_ff2b006a877cfa42').slice(3);
const studySession = passages('000_7636e455dfbd8e6c');

/** The sentences around some words of a speech. */
function sentencesWith(words: string, speech: readonly string[]): string[] {
  const found = speech.flatMap(sentences).filter((sentence) => sentence.includes(words));
  if (found.length === 0) throw new Error(`“${words}” stands in no single sentence`);
  return found;
}

describe('where a Chinese sentence ends', () => {
  test.each(['。', '！', '？'])('after %s', (mark) => {
    expect(sentences(`稳中求进${mark}守正创新`)).toEqual([`稳中求进${mark}`, '守正创新']);
  });

  test.each(['；', '，', '、', '：', '……', '——'])('not after %s', (mark) => {
    expect(sentences(`稳中求进${mark}守正创新。`)).toEqual([`稳中求进${mark}守正创新。`]);
  });

  test('after several marks in a row, once', () => {
    expect(sentences('真的？！好。')).toEqual(['真的？！', '好。']);
  });

  test.each(['”', '’', '）', ')', '》', '】', '」', '』', '〕', '"'])('a closing %s belongs to the sentence that it closes', (mark) => {
    expect(sentences(`稳中求进。${mark}守正创新。`)).toEqual([`稳中求进。${mark}`, '守正创新。']);
  });

  test('two closing marks belong to it as well', () => {
    expect(sentences('（他说“稳中求进。”）守正创新。')).toEqual(['（他说“稳中求进。”）', '守正创新。']);
  });

  test('an opening mark belongs to the sentence that it opens', () => {
    expect(sentences('稳中求进。“守正创新”很重要。')).toEqual(['稳中求进。', '“守正创新”很重要。']);
  });

  test('blanks after a sentence belong to it', () => {
    expect(sentences('稳中求进。　守正创新。 同志们！')).toEqual(['稳中求进。　', '守正创新。 ', '同志们！']);
  });

  test('words without a mark at the end are a sentence', () => {
    expect(sentences('稳中求进。守正创新')).toEqual(['稳中求进。', '守正创新']);
  });

  test('a text without any mark is one sentence', () => {
    expect(sentences('稳中求进')).toEqual(['稳中求进']);
  });

  test('an empty text has no sentences', () => {
    expect(sentences('')).toEqual([]);
  });
});

describe('a pair of marks holds a sentence together', () => {
  test.each(['“”', '‘’', '（）', '()', '《》', '【】', '「」', '『』', '〔〕'])('%s', (pair) => {
    const text = `他说${pair[0]}稳中求进。守正创新${pair[1]}等等。同志们！`;
    expect(sentences(text)).toEqual([text.slice(0, -4), '同志们！']);
  });

  test('a pair inside a pair', () => {
    expect(sentences('他说“读《稳中求进。》吧。好”等等。同志们！')).toEqual(['他说“读《稳中求进。》吧。好”等等。', '同志们！']);
  });

  test('up to 120 characters', () => {
    const text = `“好。${'甲'.repeat(117)}”等等。`;
    expect(sentences(text)).toEqual([text]);
  });

  test('but not 121', () => {
    const text = `“好。${'甲'.repeat(118)}”等等。`;
    expect(sentences(text)).toEqual(['“好。', text.slice(3)]);
  });

  test('an opening mark that is never closed holds nothing', () => {
    expect(sentences('他说“稳中求进。守正创新。')).toEqual(['他说“稳中求进。', '守正创新。']);
  });

  test('a closing mark that was never opened holds nothing', () => {
    expect(sentences('稳中”求进。守正创新。')).toEqual(['稳中”求进。', '守正创新。']);
  });

  test('a closing mark too many holds nothing', () => {
    expect(sentences('“稳”中。求进”好。')).toEqual(['“稳”中。', '求进”好。']);
  });

  test('what was opened inside a pair and not closed there holds nothing', () => {
    expect(sentences('“稳（中”求。进）好。')).toEqual(['“稳（中”求。', '进）好。']);
  });

  test('a proper pair after a broken one still holds', () => {
    expect(sentences('“稳中求进。他说“守正。创新”等等。')).toEqual(['“稳中求进。', '他说“守正。创新”等等。']);
  });
});

describe('after a quoted sentence', () => {
  test.each(['这', '是', '的', '，', ',', '、'])('%s goes on with it', (next) => {
    const text = `“稳中求进。”${next}总基调。`;
    expect(sentences(text)).toEqual([text]);
  });

  test('any other word begins a new sentence', () => {
    expect(sentences('“稳中求进。”同志们！')).toEqual(['“稳中求进。”', '同志们！']);
  });

  test('without a closing mark, 这 begins a new sentence', () => {
    expect(sentences('稳中求进。这是总基调。')).toEqual(['稳中求进。', '这是总基调。']);
  });
});

describe('where an English sentence ends', () => {
  test('after . ! and ? when a blank and a capital follow', () => {
    expect(sentences('Is it so? Yes! It is. Good.')).toEqual(['Is it so? ', 'Yes! ', 'It is. ', 'Good.']);
  });

  test('before a digit', () => {
    expect(sentences('They came. 500 people.')).toEqual(['They came. ', '500 people.']);
  });

  test.each(['“', '"', '‘', "'", '('])('before an opening %s', (mark) => {
    expect(sentences(`They came. ${mark}Good.`)).toEqual(['They came. ', `${mark}Good.`]);
  });

  test('not before a small letter', () => {
    expect(sentences('Wait... and see.')).toEqual(['Wait... and see.']);
  });

  test('not inside a number', () => {
    expect(sentences('It grew by 3.5 per cent.')).toEqual(['It grew by 3.5 per cent.']);
  });

  test.each(['Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Prof.', 'St.', 'No.', 'Vol.', 'vs.', 'etc.', 'e.g.', 'i.e.', 'cf.', 'p.', 'pp.', 'J.'])('not after %s', (abbreviation) => {
    expect(sentences(`See ${abbreviation} Smith. Then go.`)).toEqual([`See ${abbreviation} Smith. `, 'Then go.']);
  });

  test('with its closing quotation mark', () => {
    expect(sentences('He said “Go.” She went.')).toEqual(['He said “Go.” ', 'She went.']);
  });

  test('not inside a pair', () => {
    expect(sentences('He said (Go. Now.) and went.')).toEqual(['He said (Go. Now.) and went.']);
  });

  test('a Latin full stop before Chinese text ends nothing', () => {
    expect(sentences('增长以GDP. 计算。')).toEqual(['增长以GDP. 计算。']);
  });
});

describe('the hard places of the two speeches', () => {
  test('老有所养 begins a sentence after a quotation', () => {
    expect(sentencesWith('过上好日子', studySession)).toEqual(['习近平总书记多次强调，“我们党和政府做一切工作出发点、落脚点都是让人民过上好日子。”']);
    expect(sentencesWith('老有所养', studySession)).toEqual(['老有所养，幼有所育。']);
  });

  test("a quotation closed by '‘ does not swallow its paragraph", () => {
    expect(sentencesWith("消费超投资'‘的结构变化", plenum)[0]).toMatch(/^XX经济社会发展稳的格局.*难能可贵的。$/);
  });

  test("a quotation closed by '' does not swallow its paragraph", () => {
    expect(sentencesWith("巡视巡察就跟进到哪里''", plenum)[0]).toMatch(/^要发挥巡察利剑作用.*腐败问题。$/);
  });

  test('a quotation closed by " does not swallow its paragraph', () => {
    expect(sentencesWith('“最多跑一次"改革', plenum)[0]).toMatch(/^对XX来讲，重点是.*一流营商环境。$/);
  });

  test('a list set off by ； is one sentence', () => {
    expect(sentencesWith('治本要着眼长远', plenum)[0]).toMatch(/^在污染防治攻坚战方面.*季节性污染问题。$/);
  });

  test('a quotation followed by …… goes on', () => {
    expect(sentencesWith('增长极”……这些都必将', plenum)[0]).toMatch(/^省委X届X次全会提出/);
  });

  test('a full stop before a redaction mark ends the sentence', () => {
    expect(sentencesWith('书记的开班报告', studySession)[0]).toMatch(/^\*\*书记的开班报告.*措施务实。$/);
  });

  test.each([
    ['district-plenum', plenum],
    ['ziyang-study-session', studySession],
  ])('in %s every sentence but a last one ends with 。 ！ or ？', (_name, speech) => {
    const others = speech.flatMap((passage) => sentences(passage).slice(0, -1)).filter((sentence) => !/[。！？][”’）》"]*$/.test(sentence));
    expect(others).toEqual([]);
  });

  test.each([
    ['district-plenum', plenum],
    ['ziyang-study-session', studySession],
  ])('in %s quotation marks open no sentence and are left to the one before', (_name, speech) => {
    expect(speech.flatMap(sentences).filter((sentence) => /[“‘（《]\s*$/.test(sentence))).toEqual([]);
  });
});

describe('the sentences of any text', () => {
  const coverTheText = (text: string) => {
    const spans = segmentSentences(text);
    expect(spans.map(({ start }) => start)).toEqual(text === '' ? [] : [0, ...spans.slice(0, -1).map(({ end }) => end)]);
    expect(spans.every(({ start, end }) => start < end)).toBe(true);
    expect(sentences(text).join('')).toBe(text);
  };

  test('give it back when joined, whatever its characters', () => {
    fc.assert(fc.property(anyText, coverTheText), runs(500));
  });

  test('give it back when joined, even with halves of characters', () => {
    fc.assert(fc.property(anyUnits, coverTheText), runs(500));
  });

  test('give it back when joined, when it is nearly all punctuation', () => {
    fc.assert(fc.property(chineseMarks, coverTheText), runs(2000));
  });

  test('never end inside a closed pair', () => {
    const words = fc.array(fc.constantFrom(...'甲乙丙。！？；，'), { maxLength: 30 }).map((characters) => characters.join(''));
    const piece = fc.oneof(
      words.map((inner) => ({ text: inner, whole: false })),
      fc.tuple(fc.constantFrom('“”', '《》', '（）'), words).map(([pair, inner]) => ({ text: pair[0] + inner + pair[1], whole: true })),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const ends = new Set(segmentSentences(pieces.map(({ text }) => text).join('')).map(({ end }) => end));
        let at = 0;
        for (const { text, whole } of pieces) {
          for (let inside = at + 1; whole && inside < at + text.length; inside++) expect(ends.has(inside)).toBe(false);
          at += text.length;
        }
      }),
      runs(500),
    );
  });
});

describe('run-in heads', () => {
  test.each(['（一）聚焦产业升级稳增长。', '(二)聚焦转型。', '（十一）聚焦民生。', '一是坚定政治方向。', '三要把握工作布局。', '第一，忠诚。', '第十二，担当。'])(
    '%s is one',
    (sentence) => {
      expect(isRunInHead(sentence)).toBe(true);
    },
  );

  test.each(['一分部署，九分落实。', '（注）另见下文。', '第一产业增长。', '体现出三个特点：一是站位高。', '一、直面挑战'])('%s is none', (sentence) => {
    expect(isRunInHead(sentence)).toBe(false);
  });

  test('80 characters are a head, 81 a sentence', () => {
    const sentence = (length: number) => `一是${'甲'.repeat(length - 3)}。`;
    expect([isRunInHead(sentence(80)), isRunInHead(sentence(81))]).toEqual([true, false]);
  });

  test.each([
    ['district-plenum', plenum, 16],
    ['ziyang-study-session', studySession, 7],
  ] as const)('%s has %3$i', (_name, speech, count) => {
    const heads = speech.map(sentences).filter((passage) => passage.length > 1 && isRunInHead(passage[0]!));
    expect(heads).toHaveLength(count);
  });
});

describe('salutations', () => {
  test.each(['同志们：', '各位领导，同志们：', 'Comrades:'])('%s is one', (text) => {
    expect(isSalutation(text)).toBe(true);
  });

  test('a passage that ends otherwise is none', () => {
    expect(isSalutation('同志们！')).toBe(false);
  });

  test('40 characters are a salutation, 41 are not', () => {
    expect([isSalutation(`${'甲'.repeat(39)}：`), isSalutation(`${'甲'.repeat(40)}：`)]).toEqual([true, false]);
  });
});
