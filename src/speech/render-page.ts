import type { Source } from '../schemas/source.ts';
import { recordFiles } from '../text/citation/files.ts';
import { renderMetadata } from '../text/citation/metadata.ts';
import { speechWork } from '../text/citation/work.ts';
import { hole } from '../text/frame.ts';
import { bilingualHtml, type Html, html } from '../text/html.ts';
import { type Format, renderPageHead } from '../text/page-head.ts';
import { speechPath } from '../text/paths.ts';
import type { Problem } from '../text/problems.ts';
import { languageOf, referenceHtml } from '../text/reference.ts';
import type { Speech } from '../text/types.ts';
import { renderCommentary } from './render-commentary.ts';
import { renderContents } from './render-contents.ts';
import { type Href, renderEvidence } from './render-gloss.ts';
import { type RenderContext, renderSpeech } from './render-html.ts';
import { renderIntroduction } from './render-introduction.ts';
import { type SpeechSummary, summarize } from './summary.ts';
import { toJsonLd } from './to-json-ld.ts';

/** What the page of a speech is made with. */
export interface PageContext extends RenderContext {
  /** Makes an address with the host, as far as it is known. */
  address: Href;
  sources: ReadonlyMap<string, Source>;
  /** What is wrong with the lock of the speech; such a speech is shown only under `astro dev`. */
  warnings?: readonly Pick<Problem, 'message' | 'hint'>[];
}

/** The page of a speech, without the frame that all of them share. */
export interface SpeechPage {
  /** What the head of the page says of this speech. */
  head: string;
  /** The beginning of its article, from the title to the table of contents; `hole('edition')` stands where the edition is named. */
  top: string;
  /** The rest of the article: the text and all that follows it. */
  rest: string;
}

/** The formats that a speech can be had in. */
export function speechFormats(id: string, href: Href): Format[] {
  return [
    { href: href(`/speeches/${id}.txt`), name: 'TXT', type: 'text/plain' },
    { href: href(`/api/speeches/${id}.json`), name: 'JSON', type: 'application/json' },
    ...Object.entries(recordFiles).map(([ending, { name, type }]) => ({ href: href(`/speeches/${id}.${ending}`), name, type })),
  ];
}

/** Makes the page of a speech. */
export function renderSpeechPage(speech: Speech, context: PageContext, summary: SpeechSummary = summarize(speech)): SpeechPage {
  const url = context.href(speechPath(speech.id));
  return {
    head: renderHead(summary, context),
    top:
      html`<article class="reader" data-speech="${speech.id}" data-revision="${speech.revision}">
${renderHeader(summary, context)}${renderPrintSheet(summary, context)}`.markup +
      renderIntroduction(speech) +
      renderContents(summary.contents),
    rest: renderSpeech(speech, context) + renderCommentary(speech) + toJsonLd(speech, url) + renderEnd(summary, context).markup,
  };
}

function renderHead({ id, title, meta }: SpeechSummary, { href, address }: PageContext): string {
  const citeAs = address(speechPath(id));
  const whole = citeAs === href(speechPath(id)) ? undefined : citeAs;
  const formats = speechFormats(id, href);
  return (
    renderPageHead({ title, description: `${meta.genre.zh} · ${meta.title.en}`, canonical: whole, formats }) +
    renderMetadata(speechWork(id, meta), { citeAs, whole, record: href(`/speeches/${id}.csl.json`) })
  );
}

const grouped = new Intl.NumberFormat('en');

/** Title, what is known of the speech, and the switches. */
function renderHeader({ titleReceipt, meta, counts, lead }: SpeechSummary, { warnings = [] }: PageContext): Html {
  const { above, lines, below, supplied, en } = meta.title;
  const { stated, written } = meta.date;
  const lang = meta.language;
  const matter = (texts: readonly string[]) => texts.length > 0 && html`<p class="matter" lang="${lang}">${texts.map((line) => html`<span>${line}</span>`)}</p>`;
  const titleLine = (line: string) => {
    const classes = [line.startsWith('—') && 'sub', supplied && 'supplied'].filter(Boolean).join(' ');
    return html`<span${classes && html` class="${classes}"`}>${line.replace(/ {2,}/g, '　')}</span>`;
  };
  const inferred = ({ status }: { status: string }) => status === 'inferred' && renderEvidence('inferred');
  return html`<header>${matter(above)}<h1 class="speech-title" id="t1" data-receipt="${titleReceipt}" lang="${lang}">${supplied && html`<span class="vh">${bilingualHtml('编者拟题：', 'Title supplied by the editors: ')}</span>`}${lines.map(titleLine)}</h1>${matter(below)}${en !== lines.join(' ') && html`<p class="speech-en" data-ui lang="en">${en}</p>`}${lead && html`<p class="lead">${bilingualHtml(lead.zh, lead.en)}</p>`}
<dl class="facts">${supplied && fact(['题目', 'Title'], bilingualHtml('原文无题，编者所拟', 'none in the source; supplied by the editors'))}${stated && fact(['文内年份', 'Date in the text'], bilingualHtml(stated.zh, stated.en), 'num')}${fact(['成文', 'Written'], html`${bilingualHtml(written.zh, written.en)} ${renderEvidence(written.basis)}`)}${fact(['讲者', 'Speaker'], html`${bilingualHtml(meta.speaker.zh, meta.speaker.en)} ${inferred(meta.speaker)}`)}${fact(['地点', 'Place'], html`${bilingualHtml(meta.place.zh, meta.place.en)} ${inferred(meta.place)}`)}${fact(['篇幅', 'Length'], bilingualHtml(`${counts.passages} 段，${grouped.format(counts.length)} 字`, `${counts.passages} passages, ${grouped.format(counts.length)} characters`), 'num')}<div class="needs-js"><dt class="vh">${bilingualHtml('引文', 'Citation')}</dt><dd><button class="plain cite-open" type="button" data-cite>${bilingualHtml('引用本篇', 'Cite this speech')}</button></dd></div></dl>
${warnings.length > 0 && html`<div class="warning"><p>${bilingualHtml('编号尚未锁定，下面显示的是锁定后的编号。', 'The ids are not locked; shown are those that it would have.')}</p>${warnings.map(({ message, hint }) => html`<p lang="en">${message} ${hint}</p>`)}</div>`}<div class="bar">${switchOf('marks', ['提法标记', 'Mark terms'], markChoices, 'seg needs-js')}${counts.notes > 0 && switchOf('apparatus', ['校注', 'Apparatus'], apparatusChoices, 'seg')}<p class="small soft key">${renderKey(meta.redactions, counts)}</p></div></header>\n`;
}

type Words = readonly [zh: string, en: string];

function fact([zh, en]: Words, value: Html, kind?: string): Html {
  return html`<div><dt>${bilingualHtml(zh, en)}</dt><dd${kind && html` class="${kind}"`}>${value}</dd></div>`;
}

interface Choice {
  value: string;
  words: Words;
  checked?: boolean;
  id?: string;
}
const markChoices: readonly Choice[] = [
  { value: 'all', words: ['全部', 'All'] },
  { value: 'first', words: ['每节首见', 'First in section'], checked: true },
  { value: 'none', words: ['不标', 'None'] },
];
const apparatusChoices: readonly Choice[] = [
  { value: 'on', words: ['显示', 'On'], checked: true },
  { value: 'off', words: ['隐去', 'Off'], id: 'apparatus-off' },
];

function switchOf(name: string, [zh, en]: Words, choices: readonly Choice[], kind: string): Html {
  const radio = ({ value, words, checked, id }: Choice) =>
    html`<label><input type="radio" name="${name}" value="${value}"${id && html` id="${id}"`}${checked && html` checked`}>${bilingualHtml(...words)}</label>`;
  return html`<fieldset class="${kind}"><legend>${bilingualHtml(zh, en)}</legend>${choices.map(radio)}</fieldset>`;
}

/** What the signs in the text mean. */
function renderKey({ marks, kinds }: SpeechSummary['meta']['redactions'], counts: SpeechSummary['counts']): Html[] {
  const gap = (mark: string | undefined, kind: 'place' | 'name' | undefined, words: Html) =>
    html`<span><span class="gap" lang="zh-Hans"${kind && html` data-kind="${kind}"`}>${mark}</span> ${words}</span> `;
  const siglum = (sign: string, words: Html) => html`<span><span class="siglum" lang="zh-Hans">${sign}</span> ${words}</span> `;
  return [
    ...(counts.redactions > 0 ? [gap(marks.at(-1), undefined, bilingualHtml('原文隐去', 'removed in the source'))] : []),
    ...(kinds.place ? [gap(marks[0], 'place', bilingualHtml('地名', 'a place'))] : []),
    ...(kinds.name ? [gap(marks[0], 'name', bilingualHtml('人名、名称', 'a name'))] : []),
    ...(counts.notes > 0 ? [siglum('校', bilingualHtml('疑误', 'textual note')), siglum('注', bilingualHtml('编者注', 'editors’ note'))] : []),
  ];
}

/** What a printed sheet begins with. */
function renderPrintSheet({ id, revision }: SpeechSummary, { address }: PageContext): Html {
  const edition = hole('edition');
  const zh = `版次 ${edition}，文字第 ${revision} 版。段号下为核对码，引用时写作 ?h=核对码#p段号。`;
  const en = `Edition ${edition}, revision ${revision} of the text. Under each number stands the receipt of the passage, to be cited as ?h=receipt#pnumber.`;
  return html`<div class="print-only" data-print-sheet><p><span data-print-address>${address(speechPath(id))}</span><br>${bilingualHtml(zh, en)}</p></div>\n`;
}

/** The sources that are cited, and what the text rests on. */
function renderEnd({ sources: cited, meta, revision }: SpeechSummary, { sources, href }: PageContext): Html {
  const items = cited.map((id, i) => html`<li id="source-${i + 1}"><span class="num soft">[${i + 1}]</span> ${renderReference(id, sources.get(id)!, href)}</li>\n`);
  return html`${items.length > 0 && html`<section class="cited" aria-labelledby="cited-h"><h2 id="cited-h">${bilingualHtml('引用文献', 'Sources cited')}</h2><ol class="refs">${items}</ol></section>\n`}<footer class="colophon small soft"><p>${bilingualHtml(`底本：${meta.source.file}`, `Source file: ${meta.source.file}`)} <span class="num">SHA-256 <code>${meta.source.sha256.slice(0, 16)}…</code></span> ${bilingualHtml(`文字版次 ${revision}`, `Text revision ${revision}`)}</p></footer>\n</article>\n`;
}

/** A record of the bibliography as a reference on one line, which leads to the whole record. */
function renderReference(id: string, source: Source, href: Href): Html {
  return html`<a href="${href('/bibliography/')}#${id}" lang="${languageOf(source)}">${referenceHtml(source)}</a>`;
}
