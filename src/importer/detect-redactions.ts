import type { RedactionKind } from '../schemas/speech.ts';
import { createRedactionFinder } from '../text/redactions.ts';
import type { Span } from '../text/types.ts';

/** A place where something was removed, as the signs round it say. */
export interface FoundRedaction extends Span {
  line: number;
  mark: string;
  /** What was removed, where the words round it leave no doubt; `none` where the signs are no redaction after all. */
  kind: RedactionKind | 'none' | undefined;
  /** The front matter does not say so; the place has to be marked. */
  marked: boolean;
}

/** The redactions of a document, as its front matter and marks in its text declare them. */
export interface Redactions {
  /** Strings that stand for something removed wherever they occur. */
  marks: string[];
  /** Strings with a mark in them that tell what it stands for. */
  kinds: Partial<Record<RedactionKind, string[]>>;
  found: FoundRedaction[];
}

/** Signs that stand for what was removed, each run of one sign a mark. 某某 too; a single 某 is an ordinary word, but for 某省 and the like. */
const runs = /([XxＸｘХх])\1*|([×✕✖╳])\2*|([○◯〇])\3*|([*＊])\4*|([□■▢])\5*|某{2,4}|_{2,}|＿{2,}/gu;
const single = /某(?=(?:省|市|县|区|州|镇|乡|村|街道|集团|公司|企业|局|厅|委|部门|单位|同志|領导|领导|先生|女士))/gu;
const letters = /[XxＸｘХх]/u;
const wordLike = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
const numeral = /[〇零一二三四五六七八九十百\d]/u;
/** Words that a single X begins and that have nothing to do with redaction. */
const ordinary = /^[Xx](?:光|射线|射線|轴|軸|染色体|射|线机|形|型|档案|世代|[-‐]?\d)/u;

/**
 * Finds the redactions of a document. Signs count in Chinese surroundings only, and not as part of a word, a formula, a date
 * (二○二一年), a bullet or a note. The same sign is a redaction in the whole document or nowhere in it; single places that are
 * none are given back as such, so that they can be marked.
 * @param lines the lines of the text, heads included
 */
export function findRedactionMarks(lines: readonly { line: number; text: string }[]): Redactions {
  const found: FoundRedaction[] = [];
  const wrong: FoundRedaction[] = [];
  const contexts = new Map<string, RedactionKind>();
  for (const { line, text } of lines) {
    if (!/\p{Script=Han}/u.test(text)) continue;
    for (const { 0: mark, index: start } of text.matchAll(runs)) {
      const end = start + mark.length;
      const verdict = judge(text, start, end);
      if (verdict === 'no') wrong.push({ line, start, end, mark, kind: 'none', marked: true });
      if (verdict !== 'yes') continue;
      const known = kindAt(text, start, end);
      if (known && !contexts.has(known.context)) contexts.set(known.context, known.kind);
      found.push({ line, start, end, mark, kind: known?.kind, marked: false });
    }
    for (const { 0: mark, index: start } of text.matchAll(single)) {
      if (text[start - 1] !== '某') found.push({ line, start, end: start + 1, mark, kind: kindAt(text, start, start + 1)?.kind, marked: true });
    }
  }
  const marks = [...new Set(found.filter(({ marked }) => !marked).map(({ mark }) => mark))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const byKind: Redactions['kinds'] = {};
  for (const [context, kind] of [...contexts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) byKind[kind] = [...(byKind[kind] ?? []), context];
  // What the parser will make of the front matter alone; where that is not what was found, the place is marked.
  const find = createRedactionFinder(marks, byKind);
  const settled = lines.flatMap(({ line, text }) => {
    const expected = new Map(find(text).map((redaction) => [`${redaction.start}-${redaction.end}`, redaction.kind]));
    const here = found.filter((one) => one.line === line);
    const none = wrong.filter((one) => one.line === line && find(text).some(({ start, end }) => start < one.end && one.start < end));
    return [...here.map((one) => ({ ...one, marked: one.marked || expected.get(`${one.start}-${one.end}`) !== (one.kind ?? 'unspecified') })), ...none];
  });
  return { marks, kinds: byKind, found: settled.sort((a, b) => a.line - b.line || a.start - b.start) };
}

/** Is a run of signs a redaction? Undefined where it is not even like one. */
function judge(text: string, start: number, end: number): 'yes' | 'no' | undefined {
  const mark = text.slice(start, end);
  const [before, after] = [text[start - 1] ?? '', text[end] ?? ''];
  const beside = (test: RegExp) => test.test(before) || test.test(after);
  const chinese = beside(/[\p{Script=Han}%％]/u) || /\p{Script=Han}/u.test(text.slice(Math.max(0, start - 4), end + 4));
  if (letters.test(mark)) {
    if (beside(wordLike) || !chinese) return undefined;
    if (ordinary.test(text.slice(start, end + 3))) return 'no';
    return 'yes';
  }
  if (/[×✕✖╳]/u.test(mark))
    return mark.length === 1 && /[\d)）a-z]\s*$/i.test(text.slice(0, start)) && /^\s*[\d(（a-z]/i.test(text.slice(end)) ? 'no' : chinese ? 'yes' : undefined;
  if (/[○◯〇]/u.test(mark)) {
    // The zero of dates and the bullet before a name.
    if (mark.length <= 2 && beside(numeral) && /[年月日届次号點点]|[〇零○一二三四五六七八九]{2}/u.test(text.slice(Math.max(0, start - 3), end + 3))) return 'no';
    if (start === 0 && /^\s/.test(after)) return 'no';
    return mark.includes('〇') && mark.length < 2 ? 'no' : chinese ? 'yes' : undefined;
  }
  if (/[*＊]/u.test(mark)) {
    if (/^[\s*＊]*$/u.test(text) || (start === 0 && /^\s/.test(after))) return undefined;
    if (/\d\s*$/.test(text.slice(0, start)) && /^\s*\d/.test(text.slice(end))) return 'no';
    // A star after a word at the end of a line or clause refers to a note.
    if (mark.length === 1 && end === text.length) return undefined;
    return chinese ? 'yes' : undefined;
  }
  if (/[□■▢]/u.test(mark)) return start === 0 && mark.length === 1 ? undefined : chinese ? 'yes' : undefined;
  if (/[_＿]/u.test(mark)) return chinese ? 'yes' : undefined;
  return 'yes';
}

/** A rule for the kind of what was removed: what has to stand before and after. */
interface Rule {
  kind: RedactionKind;
  before?: RegExp;
  after?: RegExp;
}

/** Words that count, and that follow a number; not the words that only begin like them. */
const counted =
  '个百分点|個百分點|%|％|‰|亿|億|万|萬|千|百(?!货|姓)|余(?!额|地)|多(?!次)|元(?!旦)|吨|公里|平方|亩|畝|公顷|立方|户(?!籍|外)|家(?!庭|长|园)|人次|人(?!民|大|员|才|均|口|事)|名(?!字|单|称)|座(?!谈)|条(?!件|例)|项(?!目)|個|个|所(?!有|在|属)|篇|倍|岁|天(?!然|气)|小时|套|辆|台(?!湾|账)|件|株|头(?!部)';
const places =
  '省|市(?!场|場|值|民|级|委|政府)|县|縣|区(?!别|间|域|级|委|政府)|區|州|旗|盟|镇|鎮|乡(?!村)|鄉|村|社区|街道|路(?!径)|河|江|湖|山(?!水)|港|机场|園区|园区|开发区|新区|大道';

const rules: readonly Rule[] = [
  { kind: 'ordinal', before: /第$/u, after: /^(?:届|次|个|個|号|號|期|批|名|位|条|條|章)/u },
  { kind: 'ordinal', after: /^[届屆]/u },
  { kind: 'ordinal', after: /^次(?:全会|全體|全体|党代会|代表大会|会议|會議|常委会|党委)/u },
  { kind: 'year', before: /(?:\d{1,2}|[二两][〇零○])$/u, after: /^年/u },
  { kind: 'year', after: /^年代/u },
  { kind: 'number', before: /(?:先后|累计|一共|共|曾|已)$/u, after: /^次/u },
  { kind: 'number', after: /^年(?:来|以来|前|后|间|内|的历史|多)/u },
  { kind: 'year', after: /^年(?:度|经济|工作|是|的|上半年|下半年|底|初|末|[，。、以])/u },
  { kind: 'number', after: new RegExp(`^(?:${counted})`, 'u') },
  { kind: 'number', before: /(?:增长|增長|达到|达|達|下降|超过|完成|提高|约|近|居|占)$/u, after: /^(?:[，。；、,;）)]|\.(?![\dXxＸ×]))/u },
  { kind: 'ordinal', after: /^[月日](?!报)/u },
  { kind: 'place', after: new RegExp(`^(?:${places})`, 'u') },
  { kind: 'name', after: /^(?:同志|先生|女士|小姐|老师|教授|博士)/u },
];

/** What was removed, with the words that say so. */
export interface RedactionKindAt {
  kind: RedactionKind;
  /** The mark with the words before and after it on which this rests, such as X届 or 第X次. */
  context: string;
}

/**
 * What was removed, by the words round it: X届 is an ordinal, X% a number, 20XX年 a year, XX市 a place, XX同志 a name.
 * Undefined where they could be several things.
 */
export function kindAt(text: string, start: number, end: number): RedactionKindAt | undefined {
  const [left, right] = [text.slice(Math.max(0, start - 6), start), text.slice(end, end + 6)];
  for (const { kind, before, after } of rules) {
    const [head, tail] = [before ? before.exec(left)?.[0] : '', after ? after.exec(right)?.[0] : ''];
    if (head !== undefined && tail !== undefined) return { kind, context: head + text.slice(start, end) + tail };
  }
  return undefined;
}
