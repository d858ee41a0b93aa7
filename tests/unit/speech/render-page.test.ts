import { describe, expect, test } from 'vitest';
import { addressUnder, hrefUnder } from '../../../src/speech/render-gloss.ts';
import { renderSpeechPage, speechFormats } from '../../../src/speech/render-page.ts';
import { hole } from '../../../src/text/frame.ts';
import { elements, hasClass, readMarkup, wordsOf } from '../support/markup.ts';
import { frontMatter, frontMatterWith, parse, realCorpus, realSpeech, rendering } from '../support/speech.ts';

const href = hrefUnder('/tifa/');
const page = (text: string, { site, warnings }: { site?: string; warnings?: { message: string; hint: string }[] } = {}) =>
  renderSpeechPage(parse(text).speech!, { ...rendering, href, address: addressUnder('/tifa/', site), sources: new Map(), ...(warnings ? { warnings } : {}) });
const harvest = frontMatter + '丰收。';

describe('the page of a speech', () => {
  test('has its title, formats and record in the head; addresses have no host while the site has none', () => {
    const { head } = page(harvest);
    expect(head).toMatch(/^<title>关于丰收的讲话 · 提法 Tifa<\/title>\n<meta name="description" content="致辞 · On the harvest">\n/);
    expect([...head.matchAll(/<link rel="alternate" href="([^"]*)"/g)].map(([, address]) => address)).toEqual(speechFormats('harvest', href).map((format) => format.href));
    expect(head).toContain('<link rel="cite-as" href="/tifa/speeches/harvest/">');
    expect(head).not.toContain('canonical');
    expect(head).not.toContain('citation_public_url');
  });

  test('says its whole address when the site has one', () => {
    const whole = 'https://example.org/tifa/speeches/harvest/';
    const { head } = page(harvest, { site: 'https://example.org' });
    for (const line of [`<link rel="canonical" href="${whole}">`, `<meta name="DC.identifier" content="${whole}">`, `<link rel="cite-as" href="${whole}">`])
      expect(head).toContain(line);
  });

  test('is one article, from its title to its colophon', () => {
    const { top, rest } = page(harvest);
    const [article, ...others] = elements(readMarkup(top + rest), (element) => element.tag === 'article');
    expect(others).toEqual([]);
    expect(elements(article!, (element) => element.tag === 'h1').map((element) => wordsOf(element))).toEqual(['关于丰收的讲话']);
    expect(
      elements(article!, (element) => hasClass(element, 'colophon'))
        .map((element) => wordsOf(element))
        .join(),
    ).toContain('底本：harvest.txt');
    expect(top.split(hole('edition'))).toHaveLength(3);
    expect(rest).not.toContain('tifa-hole');
  });

  test('escapes what the editor wrote', () => {
    const { head, top } = page(frontMatterWith(3, '  lines: ["<b>丰收</b> & “好”"]') + '丰收。');
    expect(head).toContain('<title>&lt;b&gt;丰收&lt;/b&gt; &amp; “好” · 提法 Tifa</title>');
    expect(top).toContain('<span>&lt;b&gt;丰收&lt;/b&gt; &amp; “好”</span>');
  });

  test('warns of a lock that is not in order', () => {
    expect(page(harvest).top).not.toContain('warning');
    expect(page(harvest, { warnings: [{ message: 'Stale <lock>.', hint: 'Run it.' }] }).top).toContain('<p lang="en">Stale &lt;lock&gt;. Run it.</p>');
  });

  test('says that a title was supplied, and what a mark hides', () => {
    const { top } = renderSpeechPage(realSpeech('ziyang-study-session'), { terms: realCorpus().terms, sources: realCorpus().sources, href, address: href });
    expect(top).toContain('编者拟题：');
    expect(top).toContain('原文隐去');
  });

  test('numbers the sources that it cites', () => {
    const speech = realSpeech('district-plenum');
    const { rest } = renderSpeechPage(speech, { terms: realCorpus().terms, sources: realCorpus().sources, href, address: href });
    const cited = [...rest.matchAll(/href="#source-(\d+)"/g)].map(([, number]) => Number(number));
    const listed = [...rest.matchAll(/<li id="source-(\d+)">/g)].map(([, number]) => Number(number));
    expect(listed).toEqual(listed.map((_, i) => i + 1));
    expect(Math.max(...cited)).toBeLessThanOrEqual(listed.length);
    expect(cited.length).toBeGreaterThan(0);
  });
});
