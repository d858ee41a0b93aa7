import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTermMatcher, type MatchableTerm } from '../../../src/text/terms.ts';
import type { Mention, Span } from '../../../src/text/types.ts';
import { disjointSpansIn, runs } from '../support/property.ts';

const term = (id: string, forms: string[], notWhen: string[] = []): MatchableTerm => ({ id, forms, notWhen });

/** Mentions as `term:words`, in order. */
function mentions(terms: MatchableTerm[], text: string, forced?: Mention[], forbidden?: Span[]): string[] {
  return createTermMatcher(terms)
    .findMentions(text, forced, forbidden)
    .map(({ term: id, start, end }) => `${id}@${start}:${text.slice(start, end)}`);
}

describe('finding mentions', () => {
  test('of every form of a term', () => {
    expect(mentions([term('duty', ['担当', '担责'])], '要担当，要担责')).toEqual(['duty@1:担当', 'duty@5:担责']);
  });

  test('at every place', () => {
    expect(mentions([term('duty', ['担当'])], '担当就是担当')).toEqual(['duty@0:担当', 'duty@4:担当']);
  });

  test('takes the longest form at a place', () => {
    expect(mentions([term('six', ['六稳']), term('six-tasks', ['六稳工作'])], '做好六稳工作')).toEqual(['six-tasks@2:六稳工作']);
  });

  test('takes the leftmost form before a longer one that begins later', () => {
    expect(mentions([term('growth', ['稳增长']), term('quality', ['增长质量提升'])], '稳增长质量提升')).toEqual(['growth@0:稳增长']);
  });

  test('finds no term in an empty text', () => {
    expect(mentions([term('duty', ['担当'])], '')).toEqual([]);
  });

  test('finds no form that runs past the end', () => {
    expect(mentions([term('duty', ['担当'])], '要担')).toEqual([]);
  });

  test('finds forms outside the basic plane', () => {
    expect(mentions([term('rare', ['𠮷事'])], '大𠮷事')).toEqual(['rare@1:𠮷事']);
  });
});

describe('exceptions', () => {
  test('a form inside a wider string is no mention', () => {
    expect(mentions([term('festival', ['丰收'], ['丰收节'])], '丰收节，丰收年')).toEqual(['festival@4:丰收']);
  });

  test('the wider string may begin before the form', () => {
    expect(mentions([term('bear', ['担当'], ['敢担当者'])], '敢担当者与担当')).toEqual(['bear@5:担当']);
  });

  test('the wider string may hold the form twice', () => {
    expect(mentions([term('bear', ['担当'], ['担当不担当'])], '担当不担当')).toEqual([]);
  });

  test('part of the wider string is not enough', () => {
    expect(mentions([term('bear', ['担当'], ['敢担当者'])], '敢担当')).toEqual(['bear@1:担当']);
  });

  test('give way to the next shorter form', () => {
    expect(mentions([term('long', ['高质量发展'], ['高质量发展局']), term('short', ['高质量'])], '高质量发展局')).toEqual(['short@0:高质量']);
  });

  test('count for their own term only', () => {
    expect(mentions([term('one', ['担当'], ['担当者']), term('other', ['当者'])], '担当者')).toEqual(['other@1:当者']);
  });

  test('let a later form begin inside the one that is passed over', () => {
    expect(mentions([term('one', ['质量发展'], ['质量发展局']), term('other', ['发展局长'])], '质量发展局长')).toEqual(['other@2:发展局长']);
  });
});

describe('the only places where a form is a mention', () => {
  const gist: MatchableTerm = { ...term('gist', ['精神', '重要精神']), onlyWhen: ['会议精神', '文件精神'] };

  test('a form outside them is passed over', () => {
    expect(mentions([gist], '精神，会议精神，精神文明')).toEqual(['gist@5:精神']);
  });

  test('do not bind a form that stands in none of them', () => {
    expect(mentions([gist], '重要精神')).toEqual(['gist@0:重要精神']);
  });

  test('give way to exceptions', () => {
    expect(mentions([{ ...gist, notWhen: ['社会议精神'] }], '社会议精神，会议精神')).toEqual(['gist@8:精神']);
  });

  test('do not run over the edges of the text', () => {
    expect(mentions([gist], '议精神')).toEqual([]);
    expect(mentions([{ ...term('gist', ['精神']), onlyWhen: ['精神饱满'] }], '精神饱')).toEqual([]);
  });
});

describe('a term of certain speeches', () => {
  const local: MatchableTerm = { ...term('local', ['四大行动']), onlyIn: ['plenum', 'work-report'] };
  const found = (speech?: string) =>
    createTermMatcher([local, term('action', ['行动'])])
      .findMentions('四大行动', [], [], speech)
      .map((mention) => mention.term);

  test('is found in them', () => {
    expect([found('plenum'), found('work-report')]).toEqual([['local'], ['local']]);
  });

  test('gives way to other terms elsewhere', () => {
    expect([found('harvest'), found()]).toEqual([['action'], ['action']]);
  });
});

describe('what editors mark', () => {
  test('a forced mention is kept', () => {
    expect(mentions([], '两个坚决维护', [{ term: 'two', start: 0, end: 6 }])).toEqual(['two@0:两个坚决维护']);
  });

  test('nothing else is found over a forced mention', () => {
    expect(mentions([term('keep', ['维护']), term('firm', ['坚决'])], '两个坚决维护', [{ term: 'two', start: 0, end: 3 }])).toEqual(['two@0:两个坚', 'keep@4:维护']);
  });

  test('forced mentions stand in their place among the others', () => {
    expect(mentions([term('a', ['甲'])], '甲乙甲', [{ term: 'b', start: 1, end: 2 }])).toEqual(['a@0:甲', 'b@1:乙', 'a@2:甲']);
  });

  test('nothing is found in a forbidden span, not even in part', () => {
    expect(mentions([term('duty', ['担当'])], '担当担当担当', [], [{ start: 1, end: 4 }])).toEqual(['duty@4:担当']);
  });

  test('a mention may touch a forbidden span', () => {
    expect(
      mentions(
        [term('duty', ['担当'])],
        '甲担当乙',
        [],
        [
          { start: 0, end: 1 },
          { start: 3, end: 4 },
        ],
      ),
    ).toEqual(['duty@1:担当']);
  });
});

describe('on any text and glossary', () => {
  const words = (maxLength: number) => fc.array(fc.constantFrom(...'甲乙丙'), { minLength: 1, maxLength }).map((characters) => characters.join(''));
  const wider = fc.array(words(6), { maxLength: 6 });
  const glossary = fc.tuple(fc.uniqueArray(words(4), { minLength: 1, maxLength: 8 }), wider, wider, fc.array(fc.boolean())).map(([forms, exceptions, settings, elsewhere]) => {
    // Two forms a term; each wider string goes to a term that has a form in it.
    const terms = Array.from({ length: Math.ceil(forms.length / 2) }, (_, i) => term(`t${i}`, forms.slice(2 * i, 2 * i + 2)));
    return terms.map(({ id, forms: own }, i): MatchableTerm => {
      const mine = (strings: string[]) => strings.filter((text, j) => j % terms.length === i && own.some((form) => text.includes(form)));
      return { id, forms: own, notWhen: mine(exceptions), onlyWhen: mine(settings), onlyIn: elsewhere[i] ? ['elsewhere'] : [] };
    });
  });
  const text = fc.array(fc.constantFrom(...'甲乙丙丁'), { minLength: 1, maxLength: 40 }).map((characters) => characters.join(''));
  const marked = text.chain((written) => fc.tuple(fc.constant(written), disjointSpansIn(written.length), disjointSpansIn(written.length)));
  const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
  const force = (spans: Span[]) => spans.map((span) => ({ term: 'forced', ...span }));

  test('mentions are in order and never overlap', () => {
    fc.assert(
      fc.property(glossary, marked, (terms, [written, forced, forbidden]) => {
        const found = createTermMatcher(terms).findMentions(written, force(forced), forbidden);
        for (let i = 1; i < found.length; i++) expect(found[i]!.start).toBeGreaterThanOrEqual(found[i - 1]!.end);
      }),
      runs(500),
    );
  });

  test('each mention is a form of its term', () => {
    fc.assert(
      fc.property(glossary, text, (terms, written) => {
        for (const { term: id, start, end } of createTermMatcher(terms).findMentions(written)) {
          expect(terms.find((one) => one.id === id)!.forms).toContain(written.slice(start, end));
        }
      }),
      runs(500),
    );
  });

  test('no mention lies in a forbidden span', () => {
    fc.assert(
      fc.property(glossary, marked, (terms, [written, , forbidden]) => {
        const found = createTermMatcher(terms).findMentions(written, [], forbidden);
        expect(found.filter((mention) => forbidden.some((span) => overlap(mention, span)))).toEqual([]);
      }),
      runs(500),
    );
  });

  test('every forced mention is there', () => {
    fc.assert(
      fc.property(glossary, marked, (terms, [written, forced]) => {
        expect(createTermMatcher(terms).findMentions(written, force(forced))).toEqual(expect.arrayContaining(force(forced)));
      }),
      runs(300),
    );
  });

  /** The rules, as slowly and plainly as they can be written. */
  function naive(terms: readonly MatchableTerm[], written: string, forced: Mention[], forbidden: Span[]): Mention[] {
    const inside = (strings: readonly string[], { start, end }: Span) =>
      strings.some((text) => Array.from(written).some((_, at) => written.startsWith(text, at) && at <= start && end <= at + text.length));
    const counts = ({ notWhen, onlyWhen = [], onlyIn = [] }: MatchableTerm, form: string, span: Span) => {
      const settings = onlyWhen.filter((text) => text.includes(form));
      return onlyIn.length === 0 && !inside(notWhen, span) && (settings.length === 0 || inside(settings, span));
    };
    const found: Mention[] = [];
    for (let start = 0; start < written.length; start++) {
      if (found.some((mention) => start < mention.end)) continue;
      const candidates = terms
        .flatMap((one) => one.forms.map((form) => ({ one, mention: { term: one.id, start, end: start + form.length }, form })))
        .filter(({ one, mention, form }) => written.startsWith(form, start) && counts(one, form, mention))
        .sort((a, b) => b.form.length - a.form.length);
      const best = candidates[0]?.mention;
      if (best && ![...forced, ...forbidden].some((span) => overlap(best, span))) found.push(best);
    }
    return [...found, ...forced].sort((a, b) => a.start - b.start);
  }

  test('the matcher agrees with a plain reference', () => {
    fc.assert(
      fc.property(glossary, marked, (terms, [written, forced, forbidden]) => {
        expect(createTermMatcher(terms).findMentions(written, force(forced), forbidden)).toEqual(naive(terms, written, force(forced), forbidden));
      }),
      runs(2000),
    );
  });
});
