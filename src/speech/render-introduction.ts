import type { IntroductionPart } from '../schemas/introduction.ts';
import { bilingualHtml, type Html, html } from '../text/html.ts';
import { paragraphsOf, readInline } from '../text/inline.ts';
import type { Speech } from '../text/types.ts';
import { citedSources, sourcesOf } from './cited-sources.ts';
import { renderBasis } from './render-gloss.ts';

/** The editors’ introduction, folded; empty when the speech has none. */
export function renderIntroduction(speech: Speech): string {
  const parts = speech.introduction?.parts ?? [];
  if (parts.length === 0) return '';
  const numbers = new Map(citedSources(speech).map((id, i) => [id, i + 1]));
  return html`<section class="intro" id="introduction" aria-labelledby="introduction-h"><details><summary><h2 id="introduction-h">${bilingualHtml('导言', 'Introduction')}</h2></summary>
${parts.map((part) => renderPart(part, numbers))}</details></section>\n`.markup;
}

function renderPart({ id, title, points, conclusion, ...text }: IntroductionPart, numbers: ReadonlyMap<string, number>): Html {
  const cite = (source: string) => html` <a class="cite-no" href="#source-${numbers.get(source)!}">[${numbers.get(source)!}]</a>`;
  const inline = (written: string) =>
    readInline(written).map((piece) => (piece.type === 'words' ? piece.text : piece.type === 'link' ? html`<a href="#${piece.unit}">${piece.text}</a>` : cite(piece.source)));
  const block = (texts: { zh: string; en: string }) =>
    (['zh', 'en'] as const).map(
      (language) => html`<div data-ui lang="${language === 'zh' ? 'zh-Hans' : 'en'}">${paragraphsOf(texts[language]).map((paragraph) => html`<p>${inline(paragraph)}</p>`)}</div>`,
    );
  const items = points.map((point) => {
    const evidence = (language: 'zh' | 'en') => html`${inline(point[language])} ${renderBasis(point.basis, language)}${sourcesOf(point).map(cite)}`;
    return html`<li>${point.at && html`<a class="loc" href="#${point.at}">${placeName(point.at)}</a>`}${bilingualHtml(evidence('zh'), evidence('en'))}</li>`;
  });
  return html`<section id="intro-${id}"><h3>${bilingualHtml(title.zh, title.en)}</h3>${block(text)}${items.length > 0 && html`<ul class="points">${items}</ul>`}${conclusion && block(conclusion)}</section>\n`;
}

/** The number of the passage in which a unit stands; the id itself for what has no number. */
function placeName(unit: string): string {
  return /^p(\d+[a-z]*?)(?:s\d+)?$/.exec(unit)?.[1] ?? unit;
}
