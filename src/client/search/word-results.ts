import { bilingual, make, markedText } from '../dom.ts';
import type { WordResult } from './pagefind.ts';

/** Passages shown of one speech. */
const mostPassages = 5;

/** A result as a list item: a glossary entry, or a speech with the passages that were found. */
export function wordResult(result: WordResult): HTMLElement {
  return result.filters['kind']?.includes('term') ? termResult(result) : speechResult(result);
}

function termResult({ url, meta }: WordResult): HTMLElement {
  return make(
    'li',
    { class: 'hit term-hit' },
    make(
      'p',
      {},
      make('a', { class: 'word', href: url, lang: 'zh-Hans' }, meta['title'] ?? ''),
      ' ',
      make('span', { lang: 'zh-Latn-pinyin' }, meta['pinyin'] ?? ''),
      ' ',
      make('span', { class: 'en', lang: 'en' }, meta['en'] ?? ''),
    ),
    make('p', { class: 'small' }, bilingual(meta['gloss_zh'] ?? '', meta['gloss_en'] ?? '')),
  );
}

function speechResult({ url, meta, sub_results: parts }: WordResult): HTMLElement {
  const passages = parts.filter((part) => part.url.includes('#'));
  const item = make('li', { class: 'hit speech-hit' }, make('p', { class: 'speech-name' }, make('a', { href: url, lang: 'zh-Hans' }, meta['title'] ?? '')));
  if (passages.length === 0) return item;
  const list = make('ol', { class: 'excerpts' });
  for (const part of passages.slice(0, mostPassages)) {
    const number = /#p([0-9]+[a-z]*)$/.exec(part.url)?.[1];
    const place = number ? bilingual(`第 ${number} 段`, `¶ ${number}`) : bilingual('节题', 'Head');
    list.append(
      make(
        'li',
        {},
        make('a', { class: 'loc', href: part.url }, place),
        ' ',
        make('span', { class: 'excerpt song', lang: 'zh-Hans' }, markedText(part.excerpt.replace(/^[，。、；：！？”’）》\s]+/, ''))),
      ),
    );
  }
  item.append(list);
  const rest = passages.length - mostPassages;
  if (rest > 0) item.append(make('p', { class: 'small soft' }, bilingual(`本篇另有 ${rest} 段`, `${rest} more passages in this speech`)));
  return item;
}
