import { bilingual, make } from '../dom.ts';
import type { Answer } from './service.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** Several slogans side by side: counts, frequency, and a bar to scale. */
export function comparison({ tallies, characters }: Answer): HTMLElement {
  const most = Math.max(1, ...tallies.map(({ occurrences }) => occurrences));
  const per = (count: number) => (characters === 0 ? '–' : ((count / characters) * 10_000).toFixed(2));
  const head = (zh: string, en: string, kind = 'n') => make('th', { scope: 'col', class: kind }, bilingual(zh, en));
  const rows = tallies.map(({ text, occurrences, passages, speeches }) => {
    const bar = document.createElementNS(svgNamespace, 'svg');
    bar.setAttribute('class', 'bar-of');
    bar.setAttribute('aria-hidden', 'true');
    const rectangle = document.createElementNS(svgNamespace, 'rect');
    for (const [name, value] of Object.entries({ width: `${(occurrences / most) * 100}%`, height: '100%' })) rectangle.setAttribute(name, value);
    bar.append(rectangle);
    return make(
      'tr',
      {},
      make('th', { scope: 'row', lang: 'zh-Hans', class: 'song' }, text),
      ...[occurrences, passages, speeches].map((count) => make('td', { class: 'n' }, String(count))),
      make('td', { class: 'n' }, per(occurrences)),
      make('td', { class: 'b' }, bar),
    );
  });
  return make(
    'section',
    { class: 'comparison', 'aria-labelledby': 'comparison' },
    make('h2', { class: 'count', id: 'comparison' }, bilingual('比较', 'Comparison')),
    make(
      'table',
      {},
      make(
        'thead',
        {},
        make('tr', {}, head('说法', 'Slogan', ''), head('次数', 'Hits'), head('段', 'Passages'), head('篇', 'Speeches'), head('每万字', 'Per 10,000'), make('td', {})),
      ),
      make('tbody', {}, ...rows),
    ),
    make(
      'p',
      { class: 'small soft' },
      bilingual(
        `所查各段共 ${characters} 字，标点计入。`,
        `Frequencies are per 10,000 characters; the passages that were searched have ${characters.toLocaleString('en')}, punctuation included.`,
      ),
    ),
  );
}
