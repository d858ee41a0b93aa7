import type { Span, Speech } from '../text/types.ts';

/** Why an expression may want an entry. */
export type CandidateReason = 'quoted' | 'numbered' | 'repeated';

/** An expression that the glossary lacks and that may want an entry. */
export interface Candidate {
  text: string;
  reason: CandidateReason;
  /** How often it stands in the speech (a short one: in quotation marks), in how many of its sections, and in how many other speeches. */
  count: number;
  sections: number;
  others: number;
  /** Id of the head or passage where it stands first. */
  at: string;
}

const quoted = /“([^“”\n]{2,16})”|「([^「」\n]{2,16})」|『([^『』\n]{2,16})』/gu;
const sentence = /[。；！？：;:!?]/u;
/** A numeral, a word that counts, and what is counted. */
const numbered =
  /(?<![第\d〇零一二三四五六七八九十百千万亿两半几多\p{Script=Latin}])[两三四五六七八九十](?:个|個|大|项|項|种|種|条|條|张|類|类|支|座|级|轮|道|重|新|化|不|有|严|實|实|保|稳|防|高|区|圈|网|链|区一)[\p{Script=Han}]{1,5}/gu;
/** Counted things that make no formula. */
const ordinary =
  /^.(?:个|個|项|項|种|種|条|條|大|支|座|级|轮|重|类|類|张|道)(?:月|小时|小時|方面|问题|問題|县|區|区|市|部门|部門|单位|單位|项目|工作|星期|百分点|以上|以下|环节|层面|阶段|地方|乡镇|村|企业|人|年|多|意见|要求|小组|组|好|点|工程|专项|重点|主要|重大|具体|国家|省|试点|不同|是|要|在|和|的)/u;
/** Characters that end an expression on either side: they join words rather than make them. */
const joining = new Set(
  '的了和是在与為为及对對把被将將以等也都就又要从從向到让讓使并並而或但更最很还還这這那其之于於由因所着过過地得我你他她它们們中上下里内后前大有不一做抓好强使能会可来去说同各每当次再已'.split(
    '',
  ),
);
const hard = new Set('的了和是在与為为及对對把被将將以等也都就从從让讓使并並而或但这這那其之于於由因所我你他她它们們'.split(''));

/** Shortest and longest repeated run. */
const [shortest, longest] = [4, 12] as const;
/** Least count of a run that nothing else marks. */
const leastRepeated = 3;

/**
 * Looks in a speech for expressions that the glossary lacks: words in quotation marks, numbered formulas, runs of four and more
 * characters that come again. What a mention covers is left out. The most frequent and widest spread come first.
 * @param known surface forms of the glossary
 * @param others the texts of the other speeches
 */
export function findCandidates(speech: Speech, known: ReadonlySet<string>, others: readonly string[] = []): Candidate[] {
  const units = speech.sections.flatMap(({ head, passages }, section) => [...(head ? [head] : []), ...passages].map(({ id, text, mentions }) => ({ id, text, mentions, section })));
  const found = new Map<string, CandidateReason>();
  const note = (text: string, reason: CandidateReason) => {
    if (!known.has(text) && !found.has(text) && /\p{Script=Han}{2}/u.test(text)) found.set(text, reason);
  };
  for (const { text, mentions } of units) {
    for (const match of text.matchAll(quoted)) {
      const words = match[1] ?? match[2] ?? match[3]!;
      const start = match.index + 1;
      if (!sentence.test(words) && !isCovered({ start, end: start + words.length }, mentions)) note(words, 'quoted');
    }
  }
  for (const { text, mentions } of units) {
    for (const { 0: run, index } of text.matchAll(numbered)) {
      const words = upToJoint(run);
      if (words.length >= 4 && !ordinary.test(words) && !isCovered({ start: index, end: index + words.length }, mentions)) note(words, 'numbered');
    }
  }
  for (const run of repeatedRuns(units)) {
    if (![...found.keys()].some((other) => other.includes(run) || run.includes(other))) note(run, 'repeated');
  }
  return [...found]
    .map(([text, reason]): Candidate => {
      // A short word that was once put in quotation marks is an ordinary word elsewhere.
      const shape = new RegExp(reason === 'quoted' && text.length < shortest ? `(?<=[“「『])${literal(text)}(?=[”」』])` : literal(text), 'g');
      const times = units.map((unit) => unit.text.match(shape)?.length ?? 0);
      const places = units.filter((_, i) => times[i]! > 0);
      return {
        text,
        reason,
        count: times.reduce((sum, number) => sum + number, 0),
        sections: new Set(places.map(({ section }) => section)).size,
        others: others.filter((other) => other.includes(text)).length,
        at: places[0]!.id,
      };
    })
    .sort((a, b) => weight(b) - weight(a) || b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const weight = ({ count, sections, others }: Candidate) => count * Math.sqrt(sections) * (1 + Math.log2(1 + others));

/** True when mentions cover most of a span. */
function isCovered(span: Span, mentions: readonly Span[]): boolean {
  const covered = mentions.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)), 0);
  return covered >= (span.end - span.start) * 0.6;
}

/** A run up to the first character that joins words, leaving its first three alone. */
function upToJoint(run: string): string {
  const end = [...run].findIndex((character, i) => i >= 3 && hard.has(character));
  return end === -1 ? run : run.slice(0, end);
}

interface Unit {
  text: string;
  mentions: readonly Span[];
}

/** Runs of Chinese characters that come again and are no part of a longer such run. */
function repeatedRuns(units: readonly Unit[]): string[] {
  const segments = units.flatMap((unit) => {
    // What mentions cover is cut out; the cut ends a run as punctuation does.
    const free = unit.text.split('');
    for (const { start, end } of unit.mentions) free.fill('|', start, end);
    return free.join('').split(/[^\p{Script=Han}]+/u);
  });
  const counts = new Map<string, { count: number; left: Set<string>; right: Set<string>; whole: number }>();
  for (const text of segments) {
    for (let length = shortest; length <= Math.min(longest, text.length); length++) {
      for (let at = 0; at + length <= text.length; at++) {
        const run = text.slice(at, at + length);
        const entry = counts.get(run) ?? { count: 0, left: new Set(), right: new Set(), whole: 0 };
        entry.count++;
        entry.left.add(at === 0 ? `|${entry.count}` : text[at - 1]!);
        entry.right.add(at + length === text.length ? `|${entry.count}` : text[at + length]!);
        if (length === text.length) entry.whole++;
        counts.set(run, entry);
      }
    }
  }
  const good = [...counts].filter(([run, { count, left, right, whole }]) => {
    const often = count >= leastRepeated || (whole >= 2 && run.length <= 8);
    return often && left.size > 1 && right.size > 1 && !joining.has(run[0]!) && !joining.has(run.at(-1)!);
  });
  // Of runs inside one another the longer is kept, unless the shorter is much more frequent.
  const kept: { text: string; count: number }[] = [];
  for (const [text, { count }] of good.sort((a, b) => b[0].length - a[0].length)) {
    if (!kept.some((longer) => longer.text.includes(text) && longer.count * 2 >= count)) kept.push({ text, count });
  }
  return kept.map(({ text }) => text);
}
