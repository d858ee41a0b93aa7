import { isSalutation } from '../text/segment.ts';
import { findDate } from './dates.ts';
import { endsSentence, isChinese, markerOf } from './markers.ts';
import type { ReadLine } from './read-document.ts';

/** What a line before the text is. */
export type HeadRole = 'title' | 'subtitle' | 'byline' | 'dateline' | 'note';

/** The lines that stand before the text: a title block, and what is above and below it. */
export interface HeadMatter {
  /** Index of the first line of the title; -1 when there is no title. */
  start: number;
  /** Index after the last line of the title. */
  end: number;
  /** Index after the last line of head matter: bylines, dates and notes below the title. */
  below: number;
  /** What each line from `start` to `below` is, and what speaks for it. */
  roles: { role: HeadRole; why: string }[];
}

/** Furthest line in which a greeting still belongs to the beginning of a text. */
const furthestGreeting = 25;
/** Furthest line that the style of a title makes one; a page may have much above it. */
const furthestTitle = 60;
/** Most lines that a title block has. */
const mostTitleLines = 6;

const speechWords =
  /讲话|講話|报告|報告|致辞|致辭|致词|致詞|发言|發言|演讲|演講|贺信|賀信|賀辭|献词|公报|公報|决定|決定|意见|意見|通知|讲稿|党课|工作要点|谈话|談話|书面|寄语|开幕词|闭幕词|述职|文告|speech|address|remarks|statement|report|lecture|message|letter/iu;
const greetings =
  /同志|各位|代表|委员|委員|朋友|女士|先生|尊敬|同学|同學|老师|乡亲|父老|市民|同胞|战友|dear|ladies|gentlemen|fellow|friends|colleagues|excellenc|members|thank you|mr\.?|madam/iu;
const offices =
  '书记|書記|省长|市长|市長|区长|县长|縣長|乡长|镇长|主任|主席|总理|总书记|總統|总统|部长|部長|厅长|局长|處長|处长|院长|院長|校长|行長|行长|委员长|检察长|董事长|总经理|秘书长|会长|理事长|代表|特首|行政長官|行政长官|司長|同志|先生|女士';
const nameSigns = '[\\p{Script=Han}·•xX×＊*○〇某]';

const bylines: readonly RegExp[] = [
  /^[（(]?\s*(?:作者|讲话人|报告人|发言人|演讲人|主讲人?|讲者|講者|撰文|文|文字|记者|本报记者|本刊记者|本報記者|评论员|本报评论员|整理|供稿|执笔)\s*[:：／/]\s*\S.{0,40}$/u,
  /^(?:本报|本刊|新华社)(?:记者|评论员|特约)\s*\S{0,20}$/u,
  new RegExp(`^[\\p{Script=Han}、\\s　]{2,30}(?:${offices})[\\s　]+${nameSigns}(?:[\\s　]*${nameSigns}){1,5}$`, 'u'),
  new RegExp(`^(?:[○●◎]\\s*)?${nameSigns}(?:[\\s　]*${nameSigns}){1,3}$`, 'u'),
  new RegExp(`^${nameSigns}{2,3}(?:[\\s　]+${nameSigns}{2,3})+$`, 'u'),
  /^(?:By|Remarks by|Speech by|Address by|Delivered by)\s+[A-Z].{2,60}$/u,
  /^(?:(?:The\s+)?(?:Hon(?:ourable|orable)?\.?|President|Prime Minister|Premier|Chancellor|Governor|Senator|Mayor|Minister|Secretary|Ambassador|Chairman|Chair|Mr\.|Mrs\.|Ms\.|Dr\.|Sir|Lord|Lady)\s+)(?:[A-Z][\p{L}.'’-]*\s*){1,4}$/u,
  /^(?:[A-Z][\p{L}'’-]+\s+)(?:[A-Z]\.\s*){1,2}[A-Z][\p{L}'’-]+$/u,
];

const drafts =
  '节选|節選|摘要|摘录|全文|要点|提纲|草稿|征求意见稿|送审稿|审议稿|未经本人审[阅定]|as (?:prepared for delivery|delivered)|excerpts?|transcript|for immediate release|check against delivery|embargoed';
/** Remarks on a text: alone on their line, or with more in brackets. */
const notes = new RegExp(`^(?:${drafts})$|^[（(【[](?:根据.{0,30}整理|.{0,20}通过|.{0,10}(?:${drafts})).{0,20}[）)】\\]]$`, 'iu');
const placeOrTime = /^(?:\d{1,2}:\d{2}\s*(?:[AP]\.?M\.?)?(?:\s*[A-Z]{2,4})?|(?:时间|时间地点|地点|日期|場合|场合)[:：].{1,40}|(?:[A-Z][\p{L}.'’-]*,?\s*){1,6})$/u;

/** What a line is that stands below a title. */
function roleBelow(text: string): { role: HeadRole; why: string } | undefined {
  if (isDateline(text)) return { role: 'dateline', why: 'a date' };
  if (notes.test(text)) return { role: 'note', why: 'a remark on the text' };
  if (bylines.some((shape) => shape.test(text)) && !speechWords.test(text)) return { role: 'byline', why: 'a name' };
  return undefined;
}

/** A line that is a date, or brackets that begin or end with one: （2021年3月5日）, （2021年3月5日在全市干部会议上）. */
export function isDateline(text: string): boolean {
  const date = findDate(text)?.words;
  const redacted =
    /^[（(【[]?\s*(?:(?:\d{2}|[〇二○]{2})?[XxＸ×*＊○〇]{1,4}|[\d〇零○一二三四五六七八九]{4})\s*年\s*(?:[\dXxＸ×*＊○〇一二三四五六七八九十]{1,3}\s*月\s*(?:[\dXxＸ×*＊○〇一二三四五六七八九十]{1,3}\s*日)?)?\s*[）)】\]]?$/u;
  if (redacted.test(text)) return true;
  if (!date) return false;
  const bracketed = /^[（(【[].*[）)】\]]$/u.test(text) && text.length <= 60;
  const alone =
    /^[\s（(【[]*(?:(?:星期|周|週|礼拜)[一二三四五六日天]|[上下]午|晚上?)?[\s）)】\]]*$/u.test(text.replace(/\s/g, '').replace(date.zh, '')) || /^[\d\s./-]+$/u.test(text);
  const english =
    /^(?:(?:Delivered|Given|Spoken|Presented)\s+(?:on\s+)?|[A-Z][\p{L}.,'’\s-]{0,30}[,–—-]\s*)?(?:\w+day,?\s+)?(?:[A-Z][a-z]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\.?\s+\d{4})(?:[\s,–—•·|-]+[\p{L}\d .,:]{0,30})?$/u.test(
      text,
    );
  return bracketed || alone || (english && text.length <= 80);
}

/** True for a line that greets the audience, as a text of its own. */
export function isGreeting(text: string): boolean {
  if (text.length > 120) return false;
  if (/^(?:尊敬的|亲爱的|敬爱的|各位|同志们|女士|朋友们|大家)[^。；：]{0,24}好[！!。.]$/u.test(text)) return true;
  return (isSalutation(text) || (/[：:，,！!]$/.test(text) && text.length <= 120)) && greetings.test(text) && !/[。；]/u.test(text);
}

/** Could a line be part of a title? Short, and not ending as a sentence does. */
function isTitleLike(text: string): boolean {
  return (
    text.length <= (isChinese(text) ? 60 : 140) && !/[。；;，,、：:]$/u.test(text) && !/[^A-Z]\.$/u.test(text) && markerOf(text)?.kind !== 'chinese' && /[\p{L}\p{N}]/u.test(text)
  );
}

/**
 * Finds the title block at the beginning of a text, with what stands above and below it. What a layout says (styles of a title,
 * centred lines) goes before what words say. Where nothing speaks for a title there is none.
 * @param lines lines of the text, without furniture
 * @param titles titles that the file gives of itself
 */
export function findHeadMatter(lines: readonly ReadLine[], titles: readonly string[] = []): HeadMatter {
  const none: HeadMatter = { start: -1, end: 0, below: 0, roles: [] };
  const styled = lines.slice(0, furthestTitle).findIndex(({ hints }) => hints.title === true);
  const limit = endOfHead(lines, styled + 1);
  const named = lines
    .slice(0, limit)
    .findIndex(({ text }) => titles.some((title) => text.length >= 6 && plain(title).includes(plain(text)) && plain(text).length * 3 >= plain(title).length));
  const candidates = lines.slice(0, limit).flatMap(({ text }, at) => (isTitleLike(text) && roleBelow(text) === undefined ? [at] : []));
  // The first that something speaks for; words of a title speak louder than the layout of the first line.
  const likely =
    candidates.find((at) => whyTitle(lines, at, named, limit) === 'its words' && !joinsTitle(lines, at)) ?? candidates.find((at) => whyTitle(lines, at, named, limit) !== '') ?? -1;
  // A name alone above the text may be a very short title.
  const start =
    styled !== -1
      ? styled
      : named !== -1
        ? named
        : likely !== -1
          ? likely
          : lines.slice(0, Math.min(limit, 1)).findIndex(({ text }) => isTitleLike(text) && roleBelow(text)?.role === 'byline');
  if (start === -1 || (start !== styled && start > 8)) return below(lines, none, limit);
  const roles: HeadMatter['roles'] = [];
  let end = start;
  for (let at = start; at < Math.max(limit, start + 1) && at < start + mostTitleLines; at++) {
    const { text, hints } = lines[at]!;
    const role = at === start ? undefined : roleBelow(text);
    const dash = /^(?:[—–―－-]{1,4}|──)\s*\S/u.test(text);
    if (role || (!hints.title && !isTitleLike(text)) || (at > start && styled === start && !hints.title && !dash)) break;
    // A title in Latin script is one line, unless the layout or a colon says that it goes on.
    if (at > start && !isChinese(text) && !hints.title && !/[:–—-]$/.test(lines[at - 1]!.text)) break;
    roles.push(
      dash && at > start
        ? { role: 'subtitle', why: 'it begins with a dash' }
        : { role: 'title', why: hints.title ? 'its style' : at === start ? whyTitle(lines, at, named, limit) : 'it goes on before the text begins' },
    );
    end = at + 1;
  }
  return below(lines, { start, end, below: end, roles }, limit);
}

/** True for a line with the words of a title that only goes on the title above it. */
function joinsTitle(lines: readonly ReadLine[], at: number): boolean {
  const before = lines[at - 1];
  return before !== undefined && !lines[at]!.afterGap && isTitleLike(before.text) && roleBelow(before.text) === undefined;
}

/** What speaks for a title that no layout marks; nothing, when nothing does. */
function whyTitle(lines: readonly ReadLine[], at: number, named: number, limit: number): string {
  const { text, hints } = lines[at]!;
  const next = lines[at + 1];
  if (named === at) return 'the file names it';
  if (hints.level === 1) return 'a heading of the first level';
  if (hints.centred) return 'it is centred';
  if (speechWords.test(text)) return 'its words';
  if (limit < lines.length && lines[limit] && isGreeting(lines[limit].text)) return 'it stands before the greeting';
  if (next?.afterGap && next.text.length > text.length) return 'an empty line parts it from the text';
  if (next && next.text.length >= 2 * text.length && endsSentence(next.text)) return 'it is short, and the text begins below';
  if (next && roleBelow(next.text)) return 'a date or a name stands below';
  return '';
}

const plain = (text: string) => text.replace(/\s/g, '');

/** Index of the first line of the text, not before `from`: the greeting, or else the first line that is prose or a section head. */
function endOfHead(lines: readonly ReadLine[], from: number): number {
  const greeting = lines.findIndex(({ text }, i) => i >= from && i < from + furthestGreeting && isGreeting(text));
  const prose = lines.findIndex(({ text, hints }, i) => {
    if (i < from || hints.title || isDateline(text) || notes.test(text)) return false;
    const long =
      text.length > (isChinese(text) ? 60 : 140) ||
      (endsSentence(text) && /[。；，：]/u.test(text) && text.length > 12) ||
      (!isChinese(text) && /[.!?]$/.test(text) && text.length > 30);
    return long || markerOf(text) !== undefined || hints.row || (hints.level ?? 0) > 1;
  });
  const ends = [greeting, prose].filter((at) => at !== -1);
  return ends.length ? Math.min(...ends) : Math.max(from, Math.min(lines.length - 1, 12));
}

/** Takes in the names, dates and remarks below a title, and those above it or where there is no title. */
function below(lines: readonly ReadLine[], matter: HeadMatter, limit: number): HeadMatter {
  const roles = [...matter.roles];
  let at = matter.start === -1 ? 0 : matter.end;
  for (; at < limit; at++) {
    const { text, hints } = lines[at]!;
    const role =
      roleBelow(text) ??
      (matter.start !== -1 && !isChinese(text) && placeOrTime.test(text) ? { role: 'note' as const, why: 'a place or a time' } : undefined) ??
      (hints.centred && matter.start !== -1 ? { role: 'note' as const, why: 'it is centred below the title' } : undefined);
    if (!role) break;
    roles.push(role);
  }
  return { ...matter, below: at, roles };
}
