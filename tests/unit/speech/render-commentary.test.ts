import { describe, expect, test } from 'vitest';
import { renderCommentary } from '../../../src/speech/render-commentary.ts';
import { renderSpeech } from '../../../src/speech/render-html.ts';
import { type Element, elements, hasClass, readMarkup, wordsOf } from '../support/markup.ts';
import { frontMatterAnd, realCorpus, realSpeech, realSpeeches, speechOf } from '../support/speech.ts';

const notes = [
  'hope: { zh: 注文, en: comment, basis: seen, source: gwr-2018, sources: [gwr-2019] }',
  'slip: { corr: 丰收, zh: 误字, en: misprint, basis: text }',
  'mark: { corr: ”, zh: 引号, en: quote, basis: inferred, source: gwr-2019 }',
].join('\n');
const front = frontMatterAnd('redactions: { marks: [X, XX], kinds: { place: [XX], year: [X年] } }');
const speech = speechOf('要<Sic id="slip">丰受</Sic>，在XX。\n\n## 一、XX\n\n稳。<Note id="hope">丰收在望</Note>，X年XX和XX说“好<Sic id="mark">"</Sic>。', { notes, front });
const page = readMarkup(renderCommentary(speech));
const ofClass = (node: Element, name: string) => elements(node, (element) => hasClass(element, name));
const entry = (id: string) => elements(page, ({ attributes }) => attributes['id'] === `e-${id}`)[0]!;
const lemma = (id: string) => ofClass(entry(id), 'lemma')[0]!;

describe('the textual commentary', () => {
  test('has an entry for each note, in the order of the text', () => {
    expect(ofClass(page, 'crit').map(({ attributes }) => attributes['id'])).toEqual(['e-slip', 'e-hope', 'e-mark']);
  });

  test('leads from each entry to its sentence and to itself', () => {
    expect(elements(lemma('hope'), ({ tag }) => tag === 'a').map((link) => [link.attributes['href'], wordsOf(link)])).toEqual([
      ['#p2s2', '2'],
      ['#e-hope', '注'],
    ]);
  });

  test('gives the words, and for a slip the reading, called a conjecture', () => {
    expect(elements(lemma('slip'), ({ tag }) => tag === 'b').map((words) => wordsOf(words))).toEqual(['丰受', '丰收']);
    expect(wordsOf(lemma('slip'))).toContain('疑当作');
    expect(wordsOf(lemma('hope'))).not.toContain('疑当作');
  });

  test('shows the neighbours of words that are hard to find', () => {
    expect(ofClass(lemma('mark'), 'soft').map((words) => wordsOf(words))).toEqual(['X说“好', '。']);
    expect(ofClass(lemma('hope'), 'soft')).toEqual([]);
  });

  test('gives the remark in both languages, with what it rests on and its sources by number', () => {
    for (const shown of ['注文', 'comment', '有据', 'source seen']) expect(wordsOf(entry('hope'))).toContain(shown);
    const cited = (id: string) => ofClass(entry(id), 'cite-no').map((link) => `${link.attributes['href']} ${wordsOf(link)}`);
    expect(cited('hope')).toEqual(['#source-1 [1]', '#source-2 [2]', '#source-1 [1]', '#source-2 [2]']);
    expect(cited('mark')).toEqual(['#source-2 [2]', '#source-2 [2]']);
  });

  test('counts the redactions by kind, and says where they are', () => {
    const rows = ofClass(page, 'gaps')[0]!.children.filter((row) => typeof row !== 'string');
    expect(rows.map((row) => wordsOf(row))).toEqual(['地名place name 4 1 h1 2×2', '年份year 1 2']);
    expect(elements(rows[0]!, ({ tag }) => tag === 'a').map(({ attributes }) => attributes['href'])).toEqual(['#p1', '#h1', '#p2']);
  });

  test('is empty when there is nothing to say', () => {
    expect(renderCommentary(speechOf('稳。'))).toBe('');
  });

  test('has no entries when there are only redactions', () => {
    const bare = readMarkup(renderCommentary(speechOf('在XX。', { front: frontMatterAnd('redactions: { marks: [XX] }') })));
    expect([ofClass(bare, 'crit').length, ofClass(bare, 'gaps').length]).toEqual([0, 1]);
  });
});

describe.each(realSpeeches)('the commentary of %s', (id) => {
  const real = realSpeech(id);
  const printed = renderCommentary(real);

  test('has an entry for every sign in the text, and none that no sign leads to', () => {
    const text = readMarkup(renderSpeech(real, { terms: realCorpus().terms, href: (path) => path }));
    const signs = ofClass(text, 'ref').map(({ attributes }) => attributes['href']!.slice(1));
    expect(ofClass(readMarkup(printed), 'crit').map(({ attributes }) => attributes['id'])).toEqual(signs);
  });

  test('leads nowhere that is not there', () => {
    const known = new Set(
      real.sections.flatMap(({ head, passages }) => [...(head ? [head.id] : []), ...passages.flatMap((passage) => [passage.id, ...passage.sentences.map((one) => one.id)])]),
    );
    const targets = elements(readMarkup(printed), ({ tag }) => tag === 'a').map(({ attributes }) => attributes['href']!.slice(1));
    expect(targets.filter((target) => !known.has(target) && !/^(?:e-[a-z0-9-]+|source-\d+)$/.test(target))).toEqual([]);
  });
});
