import type { Bilingual } from '../schemas/claim.ts';
import type { SpeechMeta } from '../schemas/speech.ts';
import { chineseScript } from './common-characters.ts';
import { findDate, type StatedDate } from './dates.ts';
import type { Redactions } from './detect-redactions.ts';
import type { Structure } from './detect-structure.ts';
import { isChinese } from './markers.ts';

/** What is known of a speech after import; all of it comes from the file or from the editor. */
export interface Metadata {
  title: { above: string[]; lines: string[]; below: string[]; supplied: boolean; en?: string | undefined; short?: Bilingual | undefined };
  language: string;
  kind: SpeechMeta['kind'];
  genre: Bilingual;
  speaker: Bilingual & { status: SpeechMeta['speaker']['status'] };
  place: Bilingual & { status: SpeechMeta['place']['status'] };
  date: { edtf: string; stated?: Bilingual | undefined };
  redactions: Pick<Redactions, 'marks' | 'kinds'>;
  source: { file: string; sha256: string; encoding?: string | undefined; imported: string; removed: string[]; joined: number };
}

/** What an editor says beforehand or is asked for. */
export interface Told {
  title?: readonly string[] | undefined;
  titleEn?: string | undefined;
  short?: Bilingual | undefined;
  language?: string | undefined;
  kind?: SpeechMeta['kind'] | undefined;
  speaker?: Bilingual | undefined;
  place?: Bilingual | undefined;
  /** In Extended Date/Time Format. */
  date?: string | undefined;
}

/** Genres by words of the title, the first that is found. */
const genres: readonly (readonly [RegExp, SpeechMeta['kind'], Bilingual])[] = [
  [/全会|全體會議|全体会议|plenum|plenary/iu, 'plenum-speech', { zh: '全会讲话', en: 'Speech at a plenum' }],
  [/政府工作报告|政府工作報告/u, 'work-report', { zh: '政府工作报告', en: 'Government work report' }],
  [/施政报告|施政報告|policy address/iu, 'work-report', { zh: '施政报告', en: 'Policy address' }],
  [/报告|報告|report/iu, 'work-report', { zh: '报告', en: 'Report' }],
  [/读书班|讀書班|学习班|研讨班|专题班|集体学习|学习会|study session/iu, 'study-session-remarks', { zh: '学习班发言', en: 'Remarks at a study session' }],
  [/致辞|致辭|致词|致詞|贺词|贺信|献词|greeting|welcome/iu, 'address', { zh: '致辞', en: 'Address' }],
  [/发言|發言|remarks|statement/iu, 'address', { zh: '发言', en: 'Remarks' }],
  [/演讲|演講|lecture/iu, 'address', { zh: '演讲', en: 'Lecture' }],
  [/讲话|講話|speech|address/iu, 'address', { zh: '讲话', en: 'Speech' }],
];

/** Describes a speech from its structure and from what the editor says; what neither gives is written down as not known. */
export function describeSpeech(structure: Structure, redactions: Pick<Redactions, 'marks' | 'kinds'>, source: Metadata['source'], told: Told = {}): Metadata {
  const { above, lines, below } = structure.title;
  const text = structure.blocks.map((block) => block.text);
  const named = told.title && plain(told.title.join('')) !== plain(lines.join(''));
  const supplied = lines.length === 0 || named === true;
  const title = supplied ? (told.title ? [...told.title] : [incipit(structure)]) : lines;
  const whole = [...title, ...text].join('\n');
  const chinese = isChinese(whole.slice(0, 20_000));
  const date = told.date === undefined ? statedDate(structure) : undefined;
  const byline = structure.decisions.find(({ role }) => role === 'byline')?.text;
  const speaker = told.speaker ?? (byline === undefined ? undefined : { zh: nameOf(byline), en: nameOf(byline) });
  const [kind, genre] = genreOf(title, structure);
  return {
    title: { above, lines: title, below, supplied, en: told.titleEn ?? (chinese || supplied ? undefined : title.join(' ')), short: told.short },
    language: told.language ?? (chinese ? chineseScript(whole) : 'en'),
    kind: told.kind ?? kind,
    genre: told.kind === undefined || told.kind === kind ? genre : (genres.find(([, of]) => of === told.kind)?.[2] ?? { zh: '文章', en: 'Article' }),
    speaker: speaker ? { ...speaker, status: redacted(speaker.zh, redactions.marks) ? 'redacted' : 'stated' } : { zh: '未见', en: 'not given', status: 'unknown' },
    place: told.place ? { ...told.place, status: 'stated' } : { zh: '未见', en: 'not given', status: 'unknown' },
    date: { edtf: told.date ?? date?.edtf ?? '', stated: date?.words },
    redactions: { marks: redactions.marks, kinds: redactions.kinds },
    source,
  };
}

/** A name as it is written in running text: 云河市市长　　周　明 is 云河市市长 周明. */
function nameOf(byline: string): string {
  return byline
    .replace(/^[（(]?\s*(?:作者|讲话人|报告人|发言人|演讲人|主讲人?|讲者|講者|By|Remarks by|Speech by|Address by|Delivered by)\s*[:：]?\s*/u, '')
    .replace(/[）)]$/, '')
    .replace(/(?<=(?:^|\s)\p{Script=Han})\s+(?=\p{Script=Han}(?:\s|$))/gu, '')
    .replace(/\s+/g, ' ');
}

const plain = (text: string) => text.replace(/\s/g, '');
const redacted = (text: string, marks: readonly string[]) => marks.some((mark) => text.includes(mark)) || /[XxＸ×○*＊某]{1,3}/.test(text.replace(/[A-Za-z]{2,}/g, ''));

function genreOf(title: readonly string[], { decisions }: Structure): readonly [SpeechMeta['kind'], Bilingual] {
  const words = title.join(' ');
  const found = genres.find(([shape]) => shape.test(words));
  if (found) return [found[1], found[2]];
  const greets = decisions.some(({ role }) => role === 'salutation');
  return greets || !decisions.some(({ role }) => role === 'byline') ? ['address', { zh: '讲话', en: 'Speech' }] : ['article', { zh: '文章', en: 'Article' }];
}

/** The date that the title block states: in a line of its own, or else in the title. */
function statedDate({ decisions, title }: Structure): StatedDate | undefined {
  const lines = decisions.filter(({ role }) => role === 'dateline').map(({ text }) => text);
  for (const line of [...lines, ...title.lines.toReversed()]) {
    const date = findDate(line);
    if (date) return date;
  }
  // A date of which the source has removed a part.
  const [removed] = lines;
  return removed === undefined ? undefined : { edtf: '', words: { zh: removed.replace(/^[（(【[]\s*|\s*[）)】\]]$/gu, ''), en: 'removed in part in the source' } };
}

/** The words with which a text begins, as cataloguers name what has no title. */
function incipit({ blocks, decisions }: Structure): string {
  const greeting = decisions.find(({ role }) => role === 'salutation')?.line;
  const first = blocks.find(({ type, text, lines }) => type === 'paragraph' && lines[0] !== greeting && /[\p{L}\p{N}]/u.test(text)) ?? blocks.find(({ text }) => text !== '');
  const words = (first?.text ?? '').replace(/[\p{Cc}\ufffd]/gu, '').trim();
  const clause = /^[^，。；：！？,.;:!?]{2,}/u.exec(words)?.[0] ?? words;
  const most = isChinese(clause) ? 20 : 50;
  const cut = [...clause].slice(0, most).join('');
  return `${cut.trim() || '（无题）'}……`;
}

/** Front matter as editors write it, between its two lines of ---. */
export function writeFrontMatter({ title, language, kind, genre, speaker, place, date, redactions, source }: Metadata): string {
  const list = (name: string, lines: readonly string[], indent: string) => (lines.length ? [`${indent}${name}:`, ...lines.map((line) => `${indent}  - ${quote(line)}`)] : []);
  const both = ({ zh, en }: Bilingual) => `zh: ${quote(zh)}, en: ${quote(en)}`;
  const written =
    date.stated && date.edtf
      ? `{ ${both(date.stated)}, basis: text }`
      : date.edtf
        ? `{ ${both(inWords(date.edtf))}, basis: inferred }`
        : '{ zh: 未考定, en: not established, basis: inferred }';
  const byKind = Object.entries(redactions.kinds);
  const kinds = byKind.length ? ['  kinds:', ...byKind.map(([kind, strings]) => `    ${kind}: [${strings.map(quote).join(', ')}]`)] : [];
  return [
    '---',
    'title:',
    ...list('above', title.above, '  '),
    ...list('lines', title.lines, '  '),
    ...list('below', title.below, '  '),
    ...(title.supplied ? ['  supplied: true'] : []),
    ...(title.en ? [`  en: ${quote(title.en)}`] : []),
    ...(title.short ? [`  short: { ${both(title.short)} }`] : []),
    `language: ${quote(language)}`,
    `kind: ${kind}`,
    `genre: { ${both(genre)} }`,
    `speaker: { ${both(speaker)}, status: ${speaker.status} }`,
    `place: { ${both(place)}, status: ${place.status} }`,
    'date:',
    `  edtf: ${quote(date.edtf)}`,
    ...(date.stated ? [`  stated: { ${both(date.stated)} }`] : []),
    `  written: ${written}`,
    ...(redactions.marks.length ? ['redactions:', `  marks: [${redactions.marks.map(quote).join(', ')}]`, ...kinds] : []),
    'source:',
    `  file: ${quote(source.file)}`,
    `  sha256: ${source.sha256}`,
    ...(source.encoding ? [`  encoding: ${source.encoding}`] : []),
    `  imported: ${quote(source.imported)}`,
    ...list('removed', source.removed, '  '),
    ...(source.joined ? [`  joined: ${source.joined}`] : []),
    '---',
    '',
  ].join('\n');
}

/** A text in YAML’s double quotes, which are those of JSON; characters that YAML may read as line ends or marks are written as codes. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A date in Extended Date/Time Format in words, as far as it is certain. */
function inWords(edtf: string): Bilingual {
  const plain = findDate(edtf) ?? findDate(`${edtf.slice(0, 4)}年${edtf.length >= 7 && edtf[4] === '-' ? `${Number(edtf.slice(5, 7))}月` : ''}`);
  const doubt = /[?~%]$/.test(edtf);
  return { zh: `${doubt ? '约' : ''}${plain?.words.zh ?? edtf}`, en: `${doubt ? 'about ' : ''}${plain?.words.en ?? edtf}` };
}
