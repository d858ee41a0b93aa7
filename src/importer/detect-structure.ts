import { isRunInHead, isSubhead, segmentSentences } from '../text/segment.ts';
import { type BrokenLine, findBreaks } from './breaks.ts';
import { failure } from './failure.ts';
import { findFurniture } from './furniture.ts';
import { findHeadMatter, type HeadMatter, type HeadRole, isDateline, isGreeting } from './head-matter.ts';
import { type FoundHead, findHeads } from './heads.ts';
import { joinLines } from './join-lines.ts';
import { endsSentence, markerOf } from './markers.ts';
import type { ReadLine } from './read-document.ts';

/** What a line was taken for. */
export type Role =
  | HeadRole
  | 'above'
  | 'salutation'
  | 'head'
  | 'subhead'
  | 'run-in'
  | 'item'
  | 'row'
  | 'footnote'
  | 'closing'
  | 'signature'
  | 'separator'
  | 'break'
  | 'removed'
  | 'joined';

/** A decision about a line. Lines without one are plain paragraphs. */
export interface Decision {
  line: number;
  role: Role;
  text: string;
  why: string;
}

/** Something that the editor may have done: a line removed, or joined to the one before it. */
export interface Offer {
  line: number;
  text: string;
  why: string;
  /** For a join: the line that it goes on. */
  after?: number;
}

/** A block of the speech; its text may come from several lines. */
export interface TextBlock {
  type: 'head' | 'paragraph' | 'break';
  text: string;
  lines: number[];
}

/** The shape of a speech, found in its lines. */
export interface Structure {
  title: { above: string[]; lines: string[]; below: string[] };
  blocks: TextBlock[];
  decisions: Decision[];
  /** Lines that may be no text, and are still in it. */
  removable: Offer[];
  /** Lines that may belong to the paragraph before them, and still stand alone. */
  joinable: Offer[];
  removed: { line: number; text: string }[];
  joined: number[];
  /** What is odd in the numbering of heads, for the editor to look at. */
  oddities: { line: number; message: string }[];
}

/** What an editor asked for: all that is offered, some lines of it, or nothing. */
export type Choice = 'all' | readonly number[];

/** What may be decided beforehand. */
export interface StructureOptions {
  remove?: Choice;
  join?: Choice;
  /** Every line is a paragraph: nothing is looked for. */
  plain?: boolean;
  /** Titles that the file gives of itself. */
  titles?: readonly string[];
  /** Lines of the title, when the editor named it; they are looked for in the text. */
  title?: readonly string[];
}

/**
 * Finds the shape of a speech in its lines: title block, greeting, heads, run-in heads, lists, tables, closing. It changes
 * nothing by itself: what may be furniture or a broken paragraph is offered, and done only where the options say so. Throws an
 * `ImportFailure` where they name a line that was not offered.
 */
export function detectStructure(lines: readonly ReadLine[], { remove = [], join = [], plain = false, titles = [], title }: StructureOptions = {}): Structure {
  const furniture = findFurniture(lines);
  const goes = chosen('remove', remove, furniture.keys());
  const removed = lines.filter(({ line }) => goes.has(line)).map(({ line, text }) => ({ line, text }));
  const kept = lines.filter(({ line }) => !goes.has(line));
  const solid = kept.filter(({ line, hints }) => !furniture.has(line) && !hints.break);
  const matter = plain ? noMatter : title === undefined ? findHeadMatter(solid, titles) : namedTitle(solid, title, titles);

  const head = solid.slice(Math.max(matter.start, 0), matter.below);
  const first = matter.start === -1 ? undefined : head[0]?.line;
  // Head matter ends where the text begins; furniture before that keeps its place above or below the title.
  const begins = solid[matter.below]?.line ?? Number.POSITIVE_INFINITY;
  const roleOf = new Map(head.map(({ line }, i) => [line, matter.roles[i]!]));
  const decisions: Decision[] = removed.map(({ line, text }) => ({ line, role: 'removed', text, why: furniture.get(line)! }));
  const block = { above: [] as string[], lines: [] as string[], below: [] as string[] };
  const isHead = new Set<number>();
  for (const { line, text, hints } of kept) {
    if (plain || line >= begins || hints.break || solid.length === 0) continue;
    const found = roleOf.get(line);
    // Furniture within a title ends it, so that every line keeps its place.
    const isTitle = (found?.role === 'title' || found?.role === 'subtitle') && block.below.length === 0;
    const place = isTitle ? 'lines' : first !== undefined && line < first ? 'above' : 'below';
    block[place].push(text);
    isHead.add(line);
    const why = found?.why ?? (furniture.has(line) ? `perhaps ${furniture.get(line)}` : 'it stands above the title');
    const role = place === 'above' ? 'above' : isTitle || (found && found.role !== 'title' && found.role !== 'subtitle') ? found!.role : 'note';
    decisions.push({ line, role, text, why });
  }

  const body = kept.filter(({ line }) => !isHead.has(line));
  const text = body.filter(({ line, hints }) => !furniture.has(line) && !hints.break);
  const heads = plain ? new Map<number, FoundHead>() : findHeads(text);
  const roles = new Map<number, Decision>();
  for (const decision of bodyRoles(text, heads)) roles.set(decision.line, decision);

  const joinsOn = (line: ReadLine) =>
    !furniture.has(line.line) &&
    !line.hints.break &&
    !heads.has(line.line) &&
    !['salutation', 'closing', 'signature', 'separator', 'footnote'].includes(roles.get(line.line)?.role ?? '');
  const breaks = findBreaks(body.map((line) => (joinsOn(line) ? line : undefined)));
  const joins = chosen(
    'join',
    join,
    breaks.map(({ line }) => line),
  );

  const blocks: TextBlock[] = [];
  for (const line of body) {
    const before = blocks.at(-1);
    if (line.hints.break) {
      blocks.push({ type: 'break', text: '', lines: [line.line] });
      decisions.push({ line: line.line, role: 'break', text: '', why: 'a rule in the source' });
    } else if (joins.has(line.line) && before?.type === 'paragraph') {
      before.text = joinLines(before.text, line.text);
      before.lines.push(line.line);
      roles.set(line.line, { line: line.line, role: 'joined', text: line.text, why: breaks.find((one) => one.line === line.line)!.why });
    } else {
      blocks.push({ type: heads.get(line.line)?.role === 'head' ? 'head' : 'paragraph', text: line.text, lines: [line.line] });
    }
  }
  const at = new Map(lines.map((line) => [line.line, line]));
  const offer = ({ line, after, why }: BrokenLine): Offer => ({ line, after, why, text: `${at.get(after)!.text.slice(-12)}｜${at.get(line)!.text.slice(0, 12)}` });
  return {
    title: block,
    blocks: withoutEmptySections(blocks),
    decisions: [...decisions, ...roles.values()].sort((a, b) => a.line - b.line),
    removable: [...furniture]
      .filter(([line]) => !goes.has(line))
      .map(([line, why]) => ({ line, why, text: at.get(line)!.text }))
      .sort((a, b) => a.line - b.line),
    joinable: breaks.filter(({ line }) => !joins.has(line)).map(offer),
    removed,
    joined: [...joins].sort((a, b) => a - b),
    oddities: oddNumbers(text),
  };
}

/** The lines that an editor chose among those that were offered. */
function chosen(option: string, choice: Choice, offered: Iterable<number>): Set<number> {
  const all = new Set(offered);
  if (choice === 'all') return all;
  const wrong = choice.find((line) => !all.has(line));
  if (wrong !== undefined) throw failure('bad-line', { option, line: String(wrong) });
  return new Set(choice);
}

/** A text without a title. */
const noMatter: HeadMatter = { start: -1, end: 0, below: 0, roles: [] };

/** The head matter round a title that the editor named, when the text has it. */
function namedTitle(lines: readonly ReadLine[], title: readonly string[], titles: readonly string[]) {
  const plain = (text: string) => text.replace(/\s/g, '');
  const wanted = title.map(plain).join('');
  for (let start = 0; start < Math.min(lines.length, 40); start++) {
    let found = '';
    for (let end = start; end < lines.length && found.length < wanted.length; end++) {
      found += plain(lines[end]!.text);
      if (found !== wanted) continue;
      const rest = findHeadMatter([{ ...lines[start]!, hints: { title: true } }, ...lines.slice(end + 1)], titles);
      const below = rest.start === 0 ? rest.below - rest.end : 0;
      return {
        start,
        end: end + 1,
        below: end + 1 + below,
        roles: [...lines.slice(start, end + 1).map(() => ({ role: 'title' as const, why: 'you named it' })), ...rest.roles.slice(rest.end)],
      };
    }
  }
  const matter = findHeadMatter(lines, titles);
  // Another title was named: what looked like one is text.
  return matter.start === -1 ? matter : noMatter;
}

const thanks = /^(?:谢谢|謝謝|多谢|多謝|感谢|感謝|再次感谢|Thank you|Thanks|God bless|Good luck)|(?:谢谢|謝謝)(?:大家|各位)?[！!。.]?$/iu;
const wishes = /^(?:最后|最後|顺祝|祝|预祝|預祝|敬祝).{0,60}[！!。]$/u;
const ending =
  /^(?:我(?:就|先)?(?:讲|講|说|說|汇报|發言|发言)(?:到这里|到這裡|这些|這些|这么多|完了)|我的(?:发言|發言|汇报|报告)(?:完|完毕|到此)|以上(?:发言|报告|意见|汇报)|(?:现在|現在)?请各位|特此(?:报告|通知|公告|说明|函告))/u;
const separator = /^[\p{P}\p{S}\s]+$/u;

/** What the lines of the text itself are. */
function bodyRoles(lines: readonly ReadLine[], heads: ReturnType<typeof findHeads>): Decision[] {
  const decisions: Decision[] = [];
  const greeting = lines.slice(0, 8).find(({ line, text }) => !heads.has(line) && isGreeting(text));
  const end = Math.max(0, lines.length - 5);
  lines.forEach(({ line, text, hints }, i) => {
    const say = (role: Role, why: string) => decisions.push({ line, role, text, why });
    const head = heads.get(line);
    if (head) say(head.role, head.why);
    else if (line === greeting?.line) say('salutation', 'it greets the audience');
    else if (separator.test(text)) say('separator', 'signs without words; they are kept as text');
    else if (hints.note || (/^(?:\[\d{1,3}\]|［\d{1,3}］|\d{1,3}\s*\]|[①-⑳]).{0,400}$/u.test(text) && noteBlock(lines, i))) say('footnote', 'a note to the text');
    else if (hints.row) say('row', 'a row of a table, its cells parted by tabs');
    else if (i >= end && text.length <= 40 && (thanks.test(text) || wishes.test(text) || ending.test(text))) say('closing', 'it ends the text');
    else if (i >= end && i > 0 && text.length <= 30 && !endsSentence(text) && i < lines.length - 1 && isDateline(lines[i + 1]!.text))
      say('signature', 'a name above the date at the end');
    else if (i >= end && i > 0 && (isDateline(text) || (hints.right === true && text.length <= 40)))
      say('signature', hints.right ? 'it is set to the right at the end' : 'a date at the end');
    else if (isRunIn(text)) say('run-in', 'a head inside its paragraph');
    else if (hints.item || markerOf(text)) say('item', hints.item ? 'an item of a list' : 'its number');
  });
  return decisions;
}

/** True where notes stand together: only notes follow, or nearly the end of the text is reached. */
function noteBlock(lines: readonly ReadLine[], i: number): boolean {
  return lines.slice(i).every(({ text }) => /^(?:\[\d{1,3}\]|［\d{1,3}］|[①-⑳])/u.test(text) || text.length < 80) && i > lines.length / 2;
}

function isRunIn(text: string): boolean {
  const [first] = segmentSentences(text);
  return first !== undefined && first.end < text.length ? isRunInHead(text.slice(first.start, first.end)) : isSubhead(text);
}

/** A break before a head, at the beginning or at the end begins no section. */
function withoutEmptySections(blocks: readonly TextBlock[]): TextBlock[] {
  return blocks.filter(({ type }, i) => type !== 'break' || (blocks[i + 1]?.type === 'paragraph' && blocks.slice(0, i).some((before) => before.type !== 'break')));
}

/** Heads whose numbers skip or repeat: slips of the source, or lines that were lost. */
function oddNumbers(lines: readonly ReadLine[]): Structure['oddities'] {
  const oddities: Structure['oddities'] = [];
  const last = new Map<string, { number: number; line: number }>();
  for (const { line, text, hints } of lines) {
    const marker = hints.row ? undefined : markerOf(text);
    if (marker?.number === undefined || !['part', 'chinese', 'chinese-bracketed'].includes(marker.kind)) continue;
    const before = last.get(marker.kind);
    if (marker.number !== 1 && marker.number !== (before?.number ?? 0) + 1) {
      const sign = text.slice(0, text.length - marker.rest.length).trim();
      oddities.push({ line, message: before ? `${sign} follows number ${before.number} of line ${before.line}.` : `The numbering begins with ${sign}` });
    }
    last.set(marker.kind, { number: marker.number, line });
    // Deeper levels begin anew under each head.
    if (marker.kind === 'part') last.delete('chinese');
    if (marker.kind !== 'chinese-bracketed') last.delete('chinese-bracketed');
  }
  return oddities;
}
