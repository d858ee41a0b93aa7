import { readEdtf } from '../text/citation/dates.ts';
import { chineseTitle, siteName, speechWork } from '../text/citation/work.ts';
import { jsonLd } from '../text/json-ld.ts';
import { passagesOf, type Speech } from '../text/types.ts';

/** The speech and its passages in the terms of schema.org; a doubtful date is left out, as the format cannot say that it is one. */
export function toJsonLd(speech: Speech, url: string): string {
  const { title, genre, language, date } = speechWork(speech.id, speech.meta);
  const known = readEdtf(date);
  return jsonLd({
    '@type': 'CreativeWork',
    '@id': url,
    url,
    name: chineseTitle(title),
    genre: genre.zh,
    inLanguage: language,
    ...(known && !known.doubt ? { dateCreated: date } : {}),
    isPartOf: { '@type': 'WebSite', name: siteName.zh },
    hasPart: passagesOf(speech).map(({ id }) => ({ '@id': `#${id}` })),
  });
}
