import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { receiptOf } from '../../../src/text/normalize.ts';
import { bindIds, isMismatch, type Lock, type LockMismatch, mintIds, type TextUnits } from '../../../src/text/permalinks.ts';
import { anyText, runs } from '../support/property.ts';

/** The units of a text: passages are written with | between their sentences. */
const units = (passages: string[], heads: string[] = [], title = '讲话'): TextUnits => ({ title, heads, passages: passages.map((passage) => passage.split('|')) });
const mint = (text: TextUnits, old?: Lock) => {
  const lock = mintIds('harvest', old, text);
  if ('part' in lock) throw new Error(`the lock disagrees at ${lock.part} ${lock.index}`);
  return lock;
};
const mintMismatch = (old: Lock, text: TextUnits) => mintIds('harvest', old, text) as LockMismatch;
const passageIds = (lock: Lock) => lock.passages.map(({ id }) => id);

describe('minting ids for a new text', () => {
  const lock = mint(units(['同志们：', '稳。|进。|好。'], ['一、形势', '二、任务']));

  test('numbers its passages from p1', () => {
    expect(passageIds(lock)).toEqual(['p1', 'p2']);
  });

  test('numbers the sentences of each passage from s1', () => {
    expect(lock.passages.map(({ sentences }) => sentences.map(({ id }) => id))).toEqual([['p1s1'], ['p2s1', 'p2s2', 'p2s3']]);
  });

  test('numbers its heads from h1', () => {
    expect(lock.heads.map(({ id }) => id)).toEqual(['h1', 'h2']);
  });

  test('calls its title t1', () => {
    expect(lock.title).toEqual({ id: 't1', receipt: receiptOf('讲话'), text: '讲话' });
  });

  test('begins with revision 1', () => {
    expect(lock).toMatchObject({ format: 1, speech: 'harvest', revision: 1 });
  });

  test('keeps the wording and the receipt of every sentence', () => {
    expect(lock.passages[1]!.sentences[1]).toEqual({ id: 'p2s2', receipt: receiptOf('进。'), text: '进。' });
  });

  test('gives a passage the receipt of its sentences joined', () => {
    expect(lock.passages[1]!.receipt).toBe(receiptOf('稳。进。好。'));
  });
});

describe('binding a text to its lock', () => {
  const text = units(['同志们：', '稳。|进。'], ['一、形势']);
  const lock = mint(text);

  test('gives every unit its locked id and receipt', () => {
    const receipt = receiptOf;
    expect(bindIds(lock, text)).toEqual({
      title: { id: 't1', receipt: receipt('讲话') },
      heads: [{ id: 'h1', receipt: receipt('一、形势') }],
      passages: [
        { id: 'p1', receipt: receipt('同志们：'), sentences: [{ id: 'p1s1', receipt: receipt('同志们：') }] },
        {
          id: 'p2',
          receipt: receipt('稳。进。'),
          sentences: [
            { id: 'p2s1', receipt: receipt('稳。') },
            { id: 'p2s2', receipt: receipt('进。') },
          ],
        },
      ],
    });
  });

  test('is no mismatch when all agrees', () => {
    expect(isMismatch(bindIds(lock, text))).toBe(false);
  });

  test.each<[string, TextUnits, LockMismatch]>([
    ['another title', units(['同志们：', '稳。|进。'], ['一、形势'], '发言'), { part: 'title', index: 0, id: 't1', found: '发言', expected: '讲话' }],
    ['another head', units(['同志们：', '稳。|进。'], ['一、任务']), { part: 'heads', index: 0, id: 'h1', found: '一、任务', expected: '一、形势' }],
    ['a head too many', units(['同志们：', '稳。|进。'], ['一、形势', '二、任务']), { part: 'heads', index: 1, id: undefined, found: '二、任务', expected: undefined }],
    ['a head too few', units(['同志们：', '稳。|进。']), { part: 'heads', index: 0, id: 'h1', found: undefined, expected: '一、形势' }],
    ['another word in a passage', units(['同志们：', '稳。|退。'], ['一、形势']), { part: 'passages', index: 1, id: 'p2', found: '稳。退。', expected: '稳。进。' }],
    ['a passage too many', units(['同志们：', '稳。|进。', '完。'], ['一、形势']), { part: 'passages', index: 2, id: undefined, found: '完。', expected: undefined }],
    ['a passage too few', units(['同志们：'], ['一、形势']), { part: 'passages', index: 1, id: 'p2', found: undefined, expected: '稳。进。' }],
    ['other sentences of the same words', units(['同志们：', '稳。进。'], ['一、形势']), { part: 'passages', index: 1, id: 'p2', found: '稳。进。', expected: '稳。进。' }],
    ['two places, of which the first is told', units(['朋友们：', '稳。|退。'], ['一、形势']), { part: 'passages', index: 0, id: 'p1', found: '朋友们：', expected: '同志们：' }],
  ])('reports %s', (_what, changed, mismatch) => {
    expect(bindIds(lock, changed)).toEqual(mismatch);
  });
});

describe('minting ids for what was added', () => {
  const old = mint(units(['甲。', '乙。', '丙。'], ['一、形势', '二、任务']));
  const added = (passages: string[], from = old) => mint(units(passages, ['一、形势', '二、任务']), from);

  test('a passage at the end takes the next number', () => {
    expect(passageIds(added(['甲。', '乙。', '丙。', '丁。', '戊。']))).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
  });

  test('passages after p2 take p2a and p2b', () => {
    expect(passageIds(added(['甲。', '乙。', '子。', '丑。', '丙。']))).toEqual(['p1', 'p2', 'p2a', 'p2b', 'p3']);
  });

  test('a passage before the first is p0a', () => {
    expect(passageIds(added(['子。', '甲。', '乙。', '丙。']))).toEqual(['p0a', 'p1', 'p2', 'p3']);
  });

  test('a passage between p2 and p2a takes the next letter', () => {
    const once = added(['甲。', '乙。', '子。', '丙。']);
    expect(passageIds(added(['甲。', '乙。', '丑。', '子。', '丙。'], once))).toEqual(['p1', 'p2', 'p2b', 'p2a', 'p3']);
  });

  test('a passage after p2a takes the next letter', () => {
    const once = added(['甲。', '乙。', '子。', '丙。']);
    expect(passageIds(added(['甲。', '乙。', '子。', '丑。', '丙。'], once))).toEqual(['p1', 'p2', 'p2a', 'p2b', 'p3']);
  });

  test('after z come aa and ab', () => {
    const between = Array.from({ length: 28 }, (_, i) => `新${i}。`);
    expect(passageIds(added(['甲。', ...between, '乙。', '丙。'])).slice(25, 30)).toEqual(['p1y', 'p1z', 'p1aa', 'p1ab', 'p2']);
  });

  test('the sentences of p2a are p2as1 and p2as2', () => {
    expect(added(['甲。', '乙。', '子。|丑。', '丙。']).passages[2]!.sentences.map(({ id }) => id)).toEqual(['p2as1', 'p2as2']);
  });

  test('a head takes the next number, wherever it stands', () => {
    expect(mint(units(['甲。', '乙。', '丙。'], ['一、形势', '又、新节', '二、任务']), old).heads.map(({ id }) => id)).toEqual(['h1', 'h3', 'h2']);
  });

  test('the revision rises by one', () => {
    expect(added(['甲。', '乙。', '丙。', '丁。', '戊。']).revision).toBe(2);
  });

  test('a passage with the words of another is told apart by its place', () => {
    expect(passageIds(added(['甲。', '甲。', '乙。', '丙。']))).toEqual(['p1', 'p1a', 'p2', 'p3']);
  });

  test('nothing new gives the very same lock', () => {
    expect(added(['甲。', '乙。', '丙。'])).toBe(old);
  });

  test.each<[string, TextUnits, LockMismatch]>([
    ['a changed title', units(['甲。', '乙。', '丙。'], ['一、形势', '二、任务'], '发言'), { part: 'title', index: 0, id: 't1', found: '发言', expected: '讲话' }],
    ['a changed head', units(['甲。', '乙。', '丙。'], ['一、形势', '二、办法']), { part: 'heads', index: 1, id: 'h2', found: undefined, expected: '二、任务' }],
    ['a changed passage', units(['甲。', '乙！', '丙。'], ['一、形势', '二、任务']), { part: 'passages', index: 1, id: 'p2', found: undefined, expected: '乙。' }],
    ['a passage that is gone', units(['甲。', '丙。'], ['一、形势', '二、任务']), { part: 'passages', index: 1, id: 'p2', found: undefined, expected: '乙。' }],
    ['passages that changed places', units(['乙。', '甲。', '丙。'], ['一、形势', '二、任务']), { part: 'passages', index: 1, id: 'p2', found: undefined, expected: '乙。' }],
  ])('%s is refused', (_what, changed, mismatch) => {
    expect(mintMismatch(old, changed)).toEqual(mismatch);
  });
});

describe('for any text', () => {
  const sentence = anyText.filter((text) => text !== '' && !text.includes('\u0000'));
  const anyUnits: fc.Arbitrary<TextUnits> = fc.record({
    title: anyText,
    heads: fc.array(anyText, { maxLength: 4 }),
    passages: fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
  });

  test('binding what was minted gives the minted ids and receipts', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const { title, heads, passages } = mint(text);
        const plain = ({ id, receipt }: { id: string; receipt: string }) => ({ id, receipt });
        expect(bindIds(mint(text), text)).toEqual({
          title: plain(title),
          heads: heads.map(plain),
          passages: passages.map((passage) => ({ ...plain(passage), sentences: passage.sentences.map(plain) })),
        });
      }),
      runs(200),
    );
  });

  test('minting again changes nothing', () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        const lock = mint(text);
        expect(mint(text, lock)).toBe(lock);
      }),
      runs(200),
    );
  });

  /** Puts new passages into a text: for each passage that comes, after how many of the old ones it goes. */
  const insert = (passages: string[], places: number[], name: string) => {
    const all = [...passages];
    for (const [i, place] of places.entries()) all.splice(place % (all.length + 1), 0, `${name}${i}。`);
    return all;
  };

  test('through any insertions old passages keep their ids, and no id is given twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.array(fc.array(fc.nat(30), { maxLength: 6 }), { maxLength: 4 }), (length, rounds) => {
        let passages = Array.from({ length }, (_, i) => `旧${i}。`);
        let lock = mint(units(passages));
        for (const [round, places] of rounds.entries()) {
          const before = new Map(lock.passages.map(({ id, sentences }) => [sentences[0]!.text, id]));
          passages = insert(passages, places, `新${round}之`);
          lock = mint(units(passages), lock);
          for (const { id, sentences } of lock.passages) expect(before.get(sentences[0]!.text) ?? id).toBe(id);
          expect(new Set(passageIds(lock)).size).toBe(passages.length);
          expect(lock.passages.map(({ sentences }) => sentences[0]!.text)).toEqual(passages);
        }
      }),
      runs(200),
    );
  });
});
