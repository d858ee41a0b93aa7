import { difference, type Run } from '../text/difference.ts';
import type { Verdict } from '../text/permalinks/check-citation.ts';
import { isPassageId } from '../text/permalinks/ids.ts';
import { bilingual, make } from './dom.ts';

/** What a message is about. */
export interface Citation {
  /** The id that was cited; absent for a whole speech. */
  first: string | undefined;
  last: string | undefined;
  receipt: string;
}

/** The days on which revisions were locked, and the present revision. */
export interface Revisions {
  revision: number;
  revisions: readonly { revision: number; date: string }[];
  /** The day on which the whole speech was taken down. */
  withdrawn?: string;
}

/**
 * What is said about a citation on arrival: whether its words still stand, and if not, what became of them.
 * @param shown true when words that were removed stand beside the message anyway
 */
export function citationMessage({ first, last, receipt }: Citation, verdict: Verdict, { revision, revisions, withdrawn }: Revisions, shown = false): DocumentFragment {
  const message = document.createDocumentFragment();
  const [zh, en] = nameOf(first, last);
  const dated = (number: number, language: 'zh' | 'en') => {
    const date = revisions.find((one) => one.revision === number)?.date;
    return language === 'zh' ? `文字第${number}版${date ? `（${date}）` : ''}` : `revision ${number} of the text${date ? ` (${date})` : ''}`;
  };
  const say = (zhStrong: string, zhRest: string, enStrong: string, enRest: string) => message.append(make('p', {}, twofold(zhStrong, zhRest, enStrong, enRest)));

  if (verdict.state === 'unchanged') say(zh, `自引用以来文字未变（核对码 ${receipt}）`, en, `, wording unchanged since it was cited (receipt ${receipt})`);
  else if (verdict.state === 'changed') {
    say(
      zh,
      `自引用以来有改动：引用的是${dated(verdict.revision!, 'zh')}，现为第${revision}版。`,
      en,
      `, changed since it was cited: cited was ${dated(verdict.revision!, 'en')}, this is revision ${revision}.`,
    );
    message.append(make('p', { class: 'changes', lang: 'zh-Hans' }, ...showDifference(verdict.cited!, verdict.present!)));
    const others = verdict.now!.filter((id) => id !== first);
    if (others.length > 0 && others.length <= 6 && first && first !== last && !isPassageId(first))
      message.append(make('p', {}, bilingual('现在见 ', 'Now at '), ...links(verdict.now!)));
  } else if (verdict.state === 'removed') {
    const [zhGone, enGone] = withdrawn
      ? [`已随全篇于${withdrawn}撤下`, ` was taken down with the whole speech on ${withdrawn}`]
      : [`已在${dated(verdict.gone!, 'zh')}删去`, ` was removed in ${dated(verdict.gone!, 'en')}`];
    if (shown) say(zh, `${zhGone}，上面就是引用时的文字（核对码 ${receipt}）`, en, `${enGone}; above are the words as they were cited (receipt ${receipt})`);
    else {
      say(zh, `${zhGone}。引用时的文字是：`, en, `${enGone}. When it was cited it read:`);
      message.append(make('blockquote', { lang: 'zh-Hans' }, verdict.cited!));
    }
  } else if (verdict.state === 'unknown-wording') {
    say(
      `核对码 ${receipt} 不是本站给过的`,
      '：这里从来没有过这样的文字。请看地址是否抄错。',
      `Receipt ${receipt} was never given here`,
      ': no wording of this place ever had it. The address may have been miscopied.',
    );
  } else {
    const id = first ?? '';
    say(`本篇没有编号 ${id}`, '，以前也没有过。请看地址是否抄错。', `There is no ${id} in this speech`, ', and there never was. The address may have been miscopied.');
  }
  return message;
}

/** Said when the record of the wordings could not be had. */
export function uncheckedMessage(receipt: string): DocumentFragment {
  return twofold('无法核对', `：取不到这篇讲话的版本记录（核对码 ${receipt}）。`, 'Not checked', `: the record of this speech could not be had (receipt ${receipt}).`);
}

/** A text in both languages whose beginning stands out. */
function twofold(zhStrong: string, zhRest: string, enStrong: string, enRest: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(make('span', { 'data-ui': '', lang: 'zh-Hans' }, make('b', {}, zhStrong), zhRest), make('span', { 'data-ui': '', lang: 'en' }, make('b', {}, enStrong), enRest));
  return fragment;
}

function nameOf(first: string | undefined, last: string | undefined): [zh: string, en: string] {
  if (first === undefined) return ['所引全文', 'Cited text'];
  if (last !== undefined && last !== first) return ['所引文字', 'Cited words'];
  if (first.startsWith('t')) return ['所引题目', 'Cited title'];
  if (first.startsWith('h')) return ['所引节题', 'Cited head'];
  return isPassageId(first) ? ['所引段落', 'Cited passage'] : ['所引句子', 'Cited sentence'];
}

function links(ids: readonly string[]): (Node | string)[] {
  return ids.flatMap((id, i) => [...(i > 0 ? [' '] : []), make('a', { href: `#${id}` }, id)]);
}

/** What did not change is shown in full up to this length, in characters, and else so much of it next to a change. */
const [longestSame, shownBeside] = [60, 20];

/** Both wordings in one: what went struck out, what came underlined; read out, both are named. */
function showDifference(before: string, after: string): (Node | string)[] {
  const runs = difference(before, after);
  return runs.map(({ kind, text }, i) => {
    if (kind === 'same') return shorten(text, i > 0, i < runs.length - 1);
    const [zh, en] = kind === 'gone' ? ['〔删：', '[removed: '] : ['〔增：', '[added: '];
    return make(kind === 'gone' ? 'del' : 'ins', {}, make('span', { class: 'vh' }, bilingual(zh, en)), text, make('span', { class: 'vh' }, bilingual('〕', ']')));
  });
}

function shorten(text: Run['text'], changeBefore: boolean, changeAfter: boolean): string {
  const characters = [...text];
  if (characters.length <= longestSame) return text;
  return `${changeBefore ? characters.slice(0, shownBeside).join('') : ''}……${changeAfter ? characters.slice(-shownBeside).join('') : ''}`;
}
