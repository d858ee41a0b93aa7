import type { Source } from '../schemas/source.ts';
import { type Html, html } from './html.ts';

/** A stretch of a reference: titles of books and periodicals in Latin script are set in italics, a date stays on one line. */
export interface ReferencePart {
  text: string;
  as?: 'italic' | 'date';
}

/** True for a source in Chinese, whose reference follows Chinese usage. */
function isChinese({ language }: Pick<Source, 'language'>): boolean {
  return /^zh\b/.test(language);
}

/** The date of a source as far as it is known: 2018, 2018-12 or 2018-12-21; undefined when nothing is. */
export function issuedOn({ issued }: Pick<Source, 'issued'>): string | undefined {
  return issued?.['date-parts'][0].map((part, i) => String(part).padStart(i ? 2 : 4, '0')).join('-');
}

/**
 * A source as a reference. Chinese sources: 作者：《题名》，刊名，第2期，出版者，2024。 Others: Author. “Title”. *Periodical*, no. 2. Publisher, 2024.
 * A title that stands in brackets was supplied by the editors and gets no title marks.
 */
export function reference(source: Source): ReferencePart[] {
  return (isChinese(source) ? chineseReference : latinReference)(source);
}

/** A reference as plain text. */
export function referenceText(source: Source): string {
  return reference(source)
    .map(({ text }) => text)
    .join('');
}

/** A reference as HTML. */
export function referenceHtml(source: Source): Html {
  return html`${reference(source).map(({ text, as }) => (as === 'italic' ? html`<i>${text}</i>` : as === 'date' ? html`<span class="date">${text}</span>` : text))}`;
}

/** The language that a reference is read in, as BCP 47; a Chinese one that does not say so is in simplified characters. */
export function languageOf({ language }: Pick<Source, 'language'>): string {
  return language === 'zh' ? 'zh-Hans' : language;
}

type Name = NonNullable<Source['author']>[number];

/** Title supplied by the editors, or not recorded: （…） 〔…〕 ［…］ (…) */
const isSupplied = (title: string) => /^[（〔［(].*[）〕］)]$/.test(title);
const nameOf = (name: Name) => ('literal' in name ? name.literal : /\p{Script=Han}/u.test(name.family) ? name.family + name.given : `${name.given} ${name.family}`);
const unique = (texts: readonly (string | undefined)[]) => texts.filter((text, i): text is string => Boolean(text) && texts.indexOf(text) === i);
const dateOf = (source: Source) => {
  const date = issuedOn(source);
  return date && source.issued?.circa ? `ca. ${date}` : date;
};

/** Figures become 第2卷; what is written out stays. */
const ordinal = (number: string, unit: string) => (/^\d+$/.test(number) ? `第${number}${unit}` : number);

/** Title marks round the name of a periodical or a book, not of a site or an agency; a place in brackets stays outside. */
function inTitleMarks(name: string, type: Source['type']): string {
  if (type === 'webpage' || /[A-Za-z网社《]|在线|频道|客户端/.test(name)) return name;
  const [, title, place = ''] = /^(.+?)(（.+）)?$/.exec(name)!;
  return `《${title}》${place}`;
}

function chineseReference(source: Source): ReferencePart[] {
  const authors = source.author?.map(nameOf).join('、');
  const title = isSupplied(source.title) ? source.title : `《${source.title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
  const before = unique([
    source['container-title'] && inTitleMarks(source['container-title'], source.type),
    source.volume && ordinal(source.volume, '卷'),
    source.issue && ordinal(source.issue, '期'),
    source.number,
    source['event-title'],
    source.publisher,
  ]);
  const date = dateOf(source);
  const page = source.page ? `，第${source.page}页` : '';
  return [
    { text: `${authors ? `${authors}：` : ''}${[title, ...before].join('，')}` },
    ...(date ? [{ text: '，' }, { text: date, as: 'date' as const }] : []),
    { text: `${page}。` },
  ];
}

function latinReference(source: Source): ReferencePart[] {
  const authors = source.author?.map(nameOf).join(', ');
  const begin: ReferencePart[] = authors ? [{ text: `${authors}. ` }] : [];
  const whole = source.type === 'book' || source.type === 'classic';
  const title: ReferencePart[] = whole ? [{ text: source.title, as: 'italic' }] : [{ text: isSupplied(source.title) ? source.title : `“${source.title}”` }];
  const container: ReferencePart[] = source['container-title'] ? [{ text: '. ' }, { text: source['container-title'], as: 'italic' }] : [];
  const issue = [source.volume && `vol. ${source.volume}`, source.issue && `no. ${source.issue}`, source.number].filter(Boolean);
  const before = unique([source['event-title'], source.publisher === source['container-title'] ? undefined : source.publisher]);
  const date = dateOf(source);
  return [
    ...begin,
    ...title,
    ...container,
    { text: `${issue.length ? `, ${issue.join(', ')}` : ''}${before.length ? `. ${before.join(', ')}` : ''}` },
    ...(date ? [{ text: before.length ? ', ' : '. ' }, { text: date, as: 'date' as const }] : []),
    { text: `${source.page ? `, p. ${source.page}` : ''}.` },
  ];
}
