import { stripGeometry } from '../../text/strip.ts';
import { openCite } from '../cite.ts';
import { bilingual, make } from '../dom.ts';
import type { HitLine, SpeechLines } from './service.ts';

/** Address of a hit: its permalink, with the words, as they stand there, to be marked. */
function hitAddress({ url, unit, line }: HitLine): string {
  return `${url}?mark=${encodeURIComponent(line.hit)}#${unit}`;
}

/** A concordance line; the locator's link covers it. */
function hitItem(hit: HitLine, withSpeech: boolean): HTMLLIElement {
  const place = hit.inHead
    ? bilingual(hit.unit === 't1' ? '标题' : '节题', hit.unit === 't1' ? 'Title' : 'Head')
    : bilingual(`第 ${hit.unit.slice(1)} 段`, `¶ ${hit.unit.slice(1)}`);
  const locator = make('a', { class: 'loc', href: hitAddress(hit), title: hit.section });
  if (withSpeech) locator.append(bilingual(hit.short.zh, hit.short.en), ' ');
  locator.append(place);
  const pieces = (side: 'left' | 'right') => hit.line[side].map(({ text, role }) => make('span', { class: role }, text));
  const cite = make('button', { class: 'plain cite-hit', type: 'button' }, bilingual('引', 'Cite'), make('span', { class: 'vh' }, bilingual('用此处', ' this place')));
  cite.addEventListener('click', () => void openCite({ kind: 'hit', speech: hit.speechId, path: hit.url, unit: hit.unit, start: hit.start, end: hit.end }, cite));
  return make(
    'li',
    { 'data-passage': `${hit.speechId}#${hit.unit}` },
    locator,
    make('span', { class: 'l' }, make('span', {}, ...pieces('left'))),
    make('mark', {}, hit.line.hit),
    make('span', { class: 'r' }, ...pieces('right')),
    cite,
  );
}

/** Concordance lines as a list. */
export function hitList(hits: readonly HitLine[], withSpeech = false): HTMLOListElement {
  return make('ol', { class: withSpeech ? 'kwic citable with-speech' : 'kwic citable', lang: 'zh-Hans' }, ...hits.map((hit) => hitItem(hit, withSpeech)));
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The dispersion strip of one speech. */
export function strip({ sections, lines }: Pick<SpeechLines, 'sections' | 'lines'>, label: string): SVGSVGElement {
  const { segments, ticks } = stripGeometry(
    sections.map(({ length }) => length),
    lines.map(({ at }) => at),
  );
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', 'strip');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  const line = (kind: string, x1: number, x2: number, y1: number) => {
    const element = document.createElementNS(svgNamespace, 'line');
    for (const [name, value] of Object.entries({ class: kind, x1: `${x1}%`, x2: `${x2}%`, y1: String(y1), y2: '17' })) element.setAttribute(name, value);
    svg.append(element);
  };
  for (const { x1, x2 } of segments) line('base', x1, x2, 17);
  for (const x of ticks) line('tick', x, x, 3);
  return svg;
}
