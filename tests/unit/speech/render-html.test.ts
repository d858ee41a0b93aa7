import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderCommentary } from '../../../src/speech/render-commentary.ts';
import { hrefUnder } from '../../../src/speech/render-gloss.ts';
import { renderSpeech } from '../../../src/speech/render-html.ts';
import { type AnnotatedText, type Head, type Passage, passagesOf, type Section, type Speech } from '../../../src/text/types.ts';
import { type Element, elements, hasClass, readMarkup, wordsOf } from '../support/markup.ts';
import { disjointSpansIn, markupText, partitionOf, runs, spanIn } from '../support/property.ts';
import { frontMatterAnd, glosses, realCorpus, realSpeech, realSpeeches, rendering, speechOf } from '../support/speech.ts';

const render = (speech: Speech, context = rendering) => readMarkup(renderSpeech(speech, context));
const withId = (node: Element, id: string) => {
  const found = elements(node, ({ attributes }) => attributes['id'] === id);
  expect(found.map(({ attributes }) => attributes['id'])).toEqual([id]);
  return found[0]!;
};
const ofClass = (node: Element, name: string) => elements(node, (element) => hasClass(element, name));
const having = (node: Element, attribute: string, value?: string) =>
  elements(node, ({ attributes }) => (value === undefined ? attribute in attributes : attributes[attribute] === value));
/** The term of a callout, which its link to the entry names. */
const termOf = (callout: Element) => /\/glossary\/(.*)\/$/.exec(elements(callout, ({ tag }) => tag === 'a')[0]!.attributes['href']!)![1]!;
const calloutOf = (node: Element, term: string) => ofClass(node, 'note').find((callout) => termOf(callout) === term)!;
/** The words of a passage or head as they are read, without the signs of its notes. */
const textOf = (node: Element, id: string) => wordsOf(passageText(node, id), 'vh');
const passageText = (node: Element, id: string) => {
  const unit = withId(node, id);
  return unit.tag === 'h2' ? unit : ofClass(unit, 'ptext')[0]!;
};

const notes = 'hope: { zh: 注文, en: comment, basis: inferred }\nslip: { corr: 丰收, zh: 误字, en: misprint, basis: text }\n';

describe('a speech in its language', () => {
  test('says so on heads and passages', () => {
    const page = render(speechOf('Fellow citizens:\n\n## The roads\n\nWe build.', { front: frontMatterAnd('language: en') }));
    expect(having(page, 'lang', 'en').filter(({ tag }) => tag === 'p' || tag === 'h2')).toHaveLength(3);
  });

  test('has the rows of its tables set in columns', () => {
    const [row, plain] = ofClass(render(speechOf('指标\t目标\n\n稳。')), 'ptext');
    expect([hasClass(row!, 'row'), hasClass(plain!, 'row')]).toEqual([true, false]);
  });
});

describe('a rendered speech', () => {
  const page = render(speechOf('同志们：\n\n## 一、丰收\n\n稳。进。\n\n二是好。要好。'));

  test('has an element for each section', () => {
    expect(having(page, 'data-section').map(({ attributes }) => attributes['data-section'])).toEqual(['s-p1', 'h1']);
  });

  test('has each passage and each sentence under its id', () => {
    const words = (id: string) => wordsOf(withId(page, id), 'vh');
    expect([textOf(page, 'p2'), words('p2s1'), words('p2s2')]).toEqual(['稳。进。', '稳。', '进。']);
  });

  test('has each head under its id, and its section is named by it', () => {
    expect(textOf(page, 'h1')).toBe('一、丰收');
    expect(having(page, 'data-section', 'h1')[0]!.attributes['aria-labelledby']).toBe('h1');
  });

  test('says in which language its words are', () => {
    expect(['p1', 'h1', 'p2'].map((id) => passageText(page, id).attributes['lang'])).toEqual(['zh-Hans', 'zh-Hans', 'zh-Hans']);
  });

  test('marks a run-in head', () => {
    expect(ofClass(page, 'runin').map((head) => wordsOf(head))).toEqual(['二是好。']);
  });

  test('links each passage to itself by its number', () => {
    expect(ofClass(withId(page, 'p2'), 'pno').map((link) => [link.attributes['href'], wordsOf(link, 'vh')])).toEqual([['#p2', '2']]);
  });

  test('carries the receipt of each passage', () => {
    expect(withId(page, 'p1').attributes['data-receipt']).toMatch(/^[0-9a-z]{8}$/);
  });

  test('escapes what the text has of HTML', () => {
    expect(renderSpeech(speechOf('1 \\< 2 & "3"'), rendering)).toContain('1 &lt; 2 &amp; &quot;3&quot;');
  });

  test('marks redactions, with their kind where it is known', () => {
    const speech = speechOf('在XX市<Gap kind="year">X</Gap>年', { front: frontMatterAnd('redactions: { marks: [X, XX] }') });
    expect(ofClass(render(speech), 'gap').map((gap) => [wordsOf(gap), gap.attributes['data-kind']])).toEqual([
      ['XX', undefined],
      ['X', 'year'],
    ]);
  });
});

describe('mentions and their callouts', () => {
  const page = render(speechOf('丰收，三农。\n\n丰收又丰收。\n\n## 一、丰收\n\n丰收，三农。'));
  const mentions = (id: string) => having(passageText(page, id), 'data-term');

  test('every mention names its term', () => {
    expect(mentions('p1').map((mention) => [wordsOf(mention), mention.attributes['data-term']])).toEqual([
      ['丰收', 'feng-shou'],
      ['三农', 'san-nong'],
    ]);
  });

  test('the first of a section leads to the glossary', () => {
    expect(mentions('p1')[0]!.attributes).toMatchObject({ class: 'term', href: '/glossary/feng-shou/' });
  });

  test('later ones of the section are marked “again”, without an address', () => {
    expect(mentions('p2').map((mention) => [hasClass(mention, 'again'), 'href' in mention.attributes])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  test('a head counts as the beginning of its section', () => {
    expect([...mentions('h1'), ...mentions('p3')].map((mention) => [wordsOf(mention), hasClass(mention, 'again')])).toEqual([
      ['丰收', false],
      ['丰收', true],
      ['三农', false],
    ]);
  });

  test('a gloss is printed once a speech, beside the first mention of its term', () => {
    expect(having(page, 'data-section').map((section) => ofClass(section, 'note').map(termOf))).toEqual([['feng-shou', 'san-nong'], []]);
    expect(wordsOf(page).match(/丰收的释义/g)).toHaveLength(1);
  });

  test('a callout shows headword, pinyin, rendering and both glosses with what they rest on', () => {
    const words = wordsOf(calloutOf(page, 'feng-shou'));
    for (const shown of ['丰收', 'pinyin of feng-shou', 'rendering of feng-shou', '丰收的释义', 'gloss of feng-shou', '据记忆', 'from memory']) expect(words).toContain(shown);
  });

  test('a callout says of what kind its term is', () => {
    expect(calloutOf(page, 'san-nong').attributes['data-kind']).toBe('numbered-formula');
  });

  test('addresses lie under the base path of the site', () => {
    const elsewhere = render(speechOf('丰收。'), { terms: glosses, href: hrefUnder('/tifa/') });
    expect(having(elsewhere, 'href', '/tifa/glossary/feng-shou/')).toHaveLength(2);
  });
});

describe('notes of the editors', () => {
  const page = render(speechOf('要<Sic id="slip">丰受</Sic>，<Note id="hope">稳</Note>。', { notes }));

  test('mark their words', () => {
    expect([...ofClass(page, 'sic'), ...ofClass(page, 'noted')].map((mark) => [wordsOf(mark, 'vh'), mark.attributes['data-note']])).toEqual([
      ['丰受', 'e-slip'],
      ['稳', 'e-hope'],
    ]);
  });

  test('are led to by a sign after their words', () => {
    expect(ofClass(page, 'ref').map((sign) => [sign.attributes['href'], sign.attributes['data-note']])).toEqual([
      ['#e-slip', 'e-slip'],
      ['#e-hope', 'e-hope'],
    ]);
  });
});

describe('layers that cross still nest', () => {
  test('a note that begins in one sentence and ends in the next', () => {
    const page = render(speechOf('稳<Note id="hope">中。进</Note>好。', { notes: notes.split('\n')[0]! }));
    expect([wordsOf(withId(page, 'p1s1'), 'vh'), wordsOf(withId(page, 'p1s2'), 'vh')]).toEqual(['稳中。', '进好。']);
    expect(ofClass(page, 'noted').map((piece) => wordsOf(piece, 'vh'))).toEqual(['中。', '进']);
    expect(ofClass(page, 'ref')).toHaveLength(1);
  });

  test('a mention that begins in a note and ends behind it', () => {
    const page = render(speechOf('要<Note id="hope">好粮食</Note>安全。', { notes: notes.split('\n')[0]! }));
    // The mention stays whole, since it is a link; the words of the note come in two pieces.
    expect(ofClass(page, 'noted').map((piece) => wordsOf(piece, 'vh'))).toEqual(['好', '粮食']);
    expect(ofClass(page, 'term').map((piece) => wordsOf(piece, 'vh'))).toEqual(['粮食安全']);
  });

  test('the sign of a note inside a mention stands in no other link', () => {
    const page = render(speechOf('要粮<Note id="hope">食安</Note>全。', { notes: notes.split('\n')[0]! }));
    expect(elements(page, ({ tag }) => tag === 'a').flatMap((link) => elements(link, ({ tag }) => tag === 'a'))).toEqual([]);
  });

  test('a mention around two redactions', () => {
    const page = render(speechOf('<Term id="san-nong">XX的XX</Term>', { front: frontMatterAnd('redactions: { marks: [XX] }') }));
    expect(ofClass(page, 'term').map((mention) => ofClass(mention, 'gap').map((gap) => wordsOf(gap)))).toEqual([['XX', 'XX']]);
  });
});

/** A text with whatever was found in it: sentences that cover it, mentions and redactions that may not overlap among themselves, notes that may. */
const annotated = markupText.chain((text) =>
  fc.record({
    text: fc.constant(text),
    sentences: partitionOf(text.length),
    runIn: fc.boolean(),
    mentions: disjointSpansIn(text.length),
    terms: fc.array(fc.constantFrom(...glosses.keys()), { minLength: 8, maxLength: 8 }),
    redactions: disjointSpansIn(text.length),
    notes: fc.array(fc.tuple(spanIn(text.length), fc.boolean()), { maxLength: 4 }),
  }),
);
type Annotated = typeof annotated extends fc.Arbitrary<infer T> ? T : never;

const found = (unit: string, { text, mentions, terms, redactions, notes: marks }: Annotated): AnnotatedText => ({
  text,
  mentions: mentions.map((span, i) => ({ ...span, term: terms[i % terms.length]! })),
  redactions: redactions.map((span) => ({ ...span, mark: text.slice(span.start, span.end), kind: 'unspecified' })),
  notes: marks
    .map(([span, slip], i) => ({ ...span, id: `${unit}-${i}`, kind: slip ? ('sic' as const) : ('note' as const), text: { zh: '注', en: 'note' }, basis: 'text' as const }))
    .sort((a, b) => a.start - b.start || b.end - a.end),
});
const passage = (id: string, made: Annotated): Passage => ({
  id,
  receipt: '00000000',
  kind: 'paragraph',
  ...found(id, made),
  sentences: made.sentences.map((span, i) => ({ ...span, id: `${id}s${i + 1}`, receipt: '00000000', text: made.text.slice(span.start, span.end) })),
  runIn: made.runIn,
});
const head = (id: string, made: Annotated): Head => ({ id, receipt: '00000000', ...found(id, made) });

const frame = speechOf('稳。');
const anySpeech = fc
  .array(fc.record({ head: fc.option(annotated, { nil: null }), passages: fc.array(annotated, { minLength: 1, maxLength: 2 }) }), { minLength: 1, maxLength: 3 })
  .map((made): Speech => {
    let number = 0;
    const sections = made.map((section, i): Section => {
      const passages = section.passages.map((one) => passage(`p${++number}`, one));
      const title = section.head && head(`h${i + 1}`, section.head);
      return { id: title?.id ?? `s-${passages[0]!.id}`, head: title, passages };
    });
    return { ...frame, sections };
  });

describe('any speech, however its layers cross', () => {
  const unitsOf = (speech: Speech) => speech.sections.flatMap((section) => [...(section.head ? [section.head] : []), ...section.passages]);
  const check = (count: number, holds: (speech: Speech, page: Element) => void) => {
    fc.assert(
      fc.property(anySpeech, (speech) => {
        holds(speech, render(speech));
      }),
      runs(count),
    );
  };

  test('gives each text back when tags and signs are taken out', () => {
    check(300, (speech, page) => {
      for (const { id, text } of unitsOf(speech)) expect(textOf(page, id)).toBe(text);
    });
  });

  test('has each sentence whole, under its id', () => {
    check(200, (speech, page) => {
      for (const { sentences } of passagesOf(speech)) for (const { id, text } of sentences) expect(wordsOf(withId(page, id), 'vh')).toBe(text);
    });
  });

  test('marks the words of the mentions, no more and no less', () => {
    check(200, (speech, page) => {
      for (const { id, text, mentions } of unitsOf(speech)) {
        const pieces = having(passageText(page, id), 'data-term');
        expect(pieces.map((piece) => wordsOf(piece, 'vh')).join('')).toBe(mentions.map(({ start, end }) => text.slice(start, end)).join(''));
      }
    });
  });

  test('marks the words of each note, and has one sign for it', () => {
    check(200, (speech, page) => {
      for (const { id, text, notes: marks } of unitsOf(speech)) {
        for (const { id: note, start, end } of marks) {
          const parts = having(passageText(page, id), 'data-note', `e-${note}`);
          expect(
            parts
              .filter(({ tag }) => tag === 'span')
              .map((piece) => wordsOf(piece, 'vh'))
              .join(''),
          ).toBe(text.slice(start, end));
          expect(parts.filter(({ tag }) => tag === 'a')).toHaveLength(1);
        }
      }
    });
  });

  test('marks the words of the redactions', () => {
    check(100, (speech, page) => {
      for (const { id, redactions } of unitsOf(speech)) {
        expect(
          ofClass(passageText(page, id), 'gap')
            .map((piece) => wordsOf(piece, 'vh'))
            .join(''),
        ).toBe(redactions.map(({ mark }) => mark).join(''));
      }
    });
  });

  test('has no link inside a link', () => {
    check(200, (_speech, page) => {
      for (const link of elements(page, ({ tag }) => tag === 'a')) expect(elements(link, ({ tag }) => tag === 'a')).toEqual([]);
    });
  });

  test('has no id twice', () => {
    check(100, (_speech, page) => {
      const ids = having(page, 'id').map(({ attributes }) => attributes['id']);
      expect(ids).toEqual([...new Set(ids)]);
    });
  });

  test('prints each gloss that it needs once', () => {
    check(100, (speech, page) => {
      const needed = [...new Set(unitsOf(speech).flatMap(({ mentions }) => mentions.map(({ term }) => term)))];
      expect(ofClass(page, 'note').map(termOf).sort()).toEqual(needed.sort());
    });
  });
});

describe.each(realSpeeches)('the page of %s', (id) => {
  const speech = realSpeech(id);
  // The list of sources is not part of it.
  const page = readMarkup(renderSpeech(speech, { terms: realCorpus().terms, href: (path) => path }) + renderCommentary(speech).replaceAll(/ href="#source-\d+"/g, ''));

  test('gives each passage and head back', () => {
    for (const { head: title, passages } of speech.sections) {
      for (const unit of [...(title ? [title] : []), ...passages]) expect(textOf(page, unit.id)).toBe(unit.text);
    }
  });

  test('has no id twice', () => {
    const ids = having(page, 'id').map(({ attributes }) => attributes['id']);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('leads nowhere that is not there', () => {
    const ids = new Set(having(page, 'id').map(({ attributes }) => attributes['id']));
    const targets = elements(page, () => true).flatMap(({ attributes }) => [
      ...(attributes['href']?.startsWith('#') ? [attributes['href'].slice(1)] : []),
      ...(attributes['data-note'] ? [attributes['data-note']] : []),
    ]);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  test('has the gloss of every term beside its first mention', () => {
    const firsts = new Map<string, string>();
    for (const section of speech.sections) {
      for (const unit of [...(section.head ? [section.head] : []), ...section.passages]) for (const { term } of unit.mentions) if (!firsts.has(term)) firsts.set(term, section.id);
    }
    const printed = having(page, 'data-section').flatMap((section) => ofClass(section, 'note').map((callout) => [termOf(callout), section.attributes['data-section']]));
    expect(printed).toEqual([...firsts]);
  });
});
