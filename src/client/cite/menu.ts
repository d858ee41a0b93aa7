// The cite menu: a dialog beside what is cited, a sheet at the foot of a phone. Loaded when it is first opened.
import { recordKey } from '../../text/citation/csl-json.ts';
import { htmlQuotation, plainQuotation } from '../../text/citation/quotation.ts';
import { type Rich, toMarkup, toPlain } from '../../text/citation/rich.ts';
import { cite, type StyleName, styleNames, useLabels, usualStyle } from '../../text/citation/styles.ts';
import { type Bilingual, bilingual, make, toast } from '../dom.ts';
import { closeOnBack } from '../history.ts';
import { keep, kept, language } from '../preferences.ts';
import { wide } from '../widths.ts';
import { copyBoth, save } from './clipboard.ts';
import { formatOf, formats, isFormat, isStyle } from './formats.ts';
import { type Resolved, resolve } from './resolve.ts';
import type { Target } from './target.ts';

const failed: Bilingual = { zh: '没有完成，请再试一次', en: 'That did not work; try again' };
const refused: Bilingual = { zh: '浏览器不允许复制', en: 'The browser did not allow copying' };

/** The style that the reader chose last. */
function lastStyle(): StyleName {
  const name = kept('cite-style') ?? '';
  return isStyle(name) ? name : usualStyle(language());
}

/** Words and citation, in the style that was chosen last, on the clipboard. */
export async function copyQuotation(target: Target): Promise<void> {
  const words = resolve(target).then(quotationClip);
  try {
    await copyBoth(words);
    toast('原文与出处已复制', 'Text and source copied');
  } catch {
    toast(refused.zh, refused.en);
  }
}

function quotationClip({ quotation, citation }: Resolved) {
  const manner = { style: lastStyle(), language: language() };
  return { plain: plainQuotation(quotation!, citation, manner), html: htmlQuotation(quotation!, citation, manner) };
}

/** Opens the menu for a target beside the element that was used; the focus goes back there when it closes. */
export async function showMenu(target: Target, opener: HTMLElement): Promise<void> {
  try {
    const dialog = openDialog(await resolve(target), opener);
    // What was selected is selected still when the menu is gone.
    if (target.kind === 'selection') dialog.addEventListener('close', () => select(target.range));
  } catch {
    toast(failed.zh, failed.en);
  }
}

function select(range: Range): void {
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

function openDialog(resolved: Resolved, opener: HTMLElement): HTMLDialogElement {
  document.getElementById('cite-menu')?.remove();
  const status = make('p', { class: 'cite-status small', role: 'status' });
  const say = ({ zh, en }: Bilingual) => status.replaceChildren(bilingual(zh, en));
  const attempt = (action: () => Promise<void>, done: Bilingual) => async () => {
    try {
      await action();
      say(done);
    } catch {
      say(refused);
    }
  };
  const output = make('div', { class: 'cite-out', role: 'region', 'aria-labelledby': 'cite-menu-f', tabindex: '0' });
  const dialog = make(
    'dialog',
    { class: 'cite-menu', id: 'cite-menu', 'aria-labelledby': 'cite-menu-h' },
    make('header', {}, make('h2', { id: 'cite-menu-h' }, bilingual(`引用${resolved.name.zh}`, `Cite ${resolved.name.en}`)), status, closeButton()),
    ...(resolved.quotation ? [make('blockquote', { class: 'cite-words', lang: 'zh-Hans' }, resolved.quotation.paragraphs.join('\n'))] : []),
    mainActions(resolved, attempt),
    formatSwitch(resolved, (name) => void show(name)),
    output,
  );
  let latest = '';
  const show = async (name: string) => {
    latest = name;
    status.replaceChildren();
    try {
      const content = await contentOf(name, resolved, attempt);
      // Another may have been chosen while a part of the code was on its way.
      if (latest === name) output.replaceChildren(...content);
    } catch {
      say(failed);
    }
  };
  document.body.append(dialog);
  open(dialog, opener);
  void show(dialog.querySelector<HTMLInputElement>('input:checked')!.value);
  return dialog;
}

type Attempt = (action: () => Promise<void>, done: Bilingual) => () => Promise<void>;

function button(zh: string, en: string, action: () => unknown, kind = 'btn'): HTMLButtonElement {
  const made = make('button', { class: kind, type: 'button' }, bilingual(zh, en));
  made.addEventListener('click', action);
  return made;
}

function closeButton(): HTMLElement {
  return make('form', { method: 'dialog' }, make('button', { class: 'plain' }, bilingual('关闭', 'Close')));
}

function mainActions(resolved: Resolved, attempt: Attempt): HTMLElement {
  const link = button(
    '复制链接',
    'Copy link',
    attempt(() => navigator.clipboard.writeText(resolved.link), { zh: '链接已复制', en: 'Link copied' }),
  );
  link.autofocus = true;
  const words = button(
    '复制原文与出处',
    'Copy text and source',
    attempt(() => copyBoth(Promise.resolve(quotationClip(resolved))), { zh: '原文与出处已复制', en: 'Text and source copied' }),
  );
  return make('div', { class: 'acts' }, link, ...(resolved.quotation ? [words] : []), make('code', { class: 'cite-link' }, shownLink(resolved.citation.url)));
}

/** The address without its host, as far as it fits. */
const shownLink = (url: string) => url.slice(new URL(url).origin.length);

/** The styles and formats as one group of radio buttons; the last choice is kept. */
function formatSwitch({ quotation }: Resolved, show: (name: string) => void): HTMLElement {
  const available = Object.entries(formats).filter(([, format]) => quotation || !('quotes' in format));
  const names = [...Object.keys(styleNames), ...available.map(([name]) => name), 'qr'];
  const last = kept('cite') ?? '';
  const chosen = names.includes(last) ? last : lastStyle();
  const option = (name: string, label: string | DocumentFragment) => {
    const input = make('input', { type: 'radio', name: 'cite-format', value: name });
    input.checked = name === chosen;
    return make('label', {}, input, label);
  };
  const group = make(
    'fieldset',
    { class: 'seg cite-formats' },
    make('legend', { class: 'vh', id: 'cite-menu-f' }, bilingual('体例与格式', 'Style and format')),
    make('div', {}, ...Object.entries(styleNames).map(([name, label]) => option(name, label))),
    make('div', {}, ...available.map(([name, { label }]) => option(name, label)), option('qr', bilingual('二维码', 'QR code'))),
  );
  group.addEventListener('change', ({ target }) => {
    const { value } = target as HTMLInputElement;
    keep('cite', value);
    if (isStyle(value)) keep('cite-style', value);
    show(value);
  });
  return group;
}

async function contentOf(name: string, resolved: Resolved, attempt: Attempt): Promise<Node[]> {
  const { citation } = resolved;
  if (isStyle(name)) {
    return cite(citation, name, language()).map(({ use, text }) => {
      const words = make('p', { class: 'cite-text', lang: name.startsWith('gbt') || language() === 'zh' ? 'zh-Hans' : 'en' }, ...nodesOf(text));
      const clip = { plain: toPlain(text), html: toMarkup(text) };
      const copy = button(
        '复制',
        'Copy',
        attempt(() => copyBoth(Promise.resolve(clip)), { zh: '引文已复制', en: 'Citation copied' }),
        'plain',
      );
      return block(useLabels[use], [copy], words);
    });
  }
  const file = `${recordKey(citation)}.`;
  if (name === 'qr') {
    const { qrCode } = await import('./qr.ts');
    // Never with a text fragment: a code should stay small, and lead to the unit.
    const svg = qrCode(citation.url, citation.url);
    const download = button('下载 SVG', 'Download SVG', () => save(new XMLSerializer().serializeToString(svg), `${file}svg`, 'image/svg+xml'), 'plain');
    return [block({ zh: '二维码', en: 'QR code' }, [download], svg)];
  }
  if (!isFormat(name)) return [];
  const { label, extension, type, write } = formatOf(name);
  const text = write(resolved, lastStyle(), language());
  const copy = button(
    '复制',
    'Copy',
    attempt(() => navigator.clipboard.writeText(text), { zh: `${label} 已复制`, en: `${label} copied` }),
    'plain',
  );
  const download = button('下载', 'Download', () => save(text, file + extension, type), 'plain');
  return [block({ zh: label, en: label }, [copy, download], make('pre', {}, make('code', {}, text)))];
}

/** A citation as nodes; in an English one, Chinese words carry their language. */
function nodesOf(rich: Rich): (Node | string)[] {
  const spoken = (words: string) =>
    words.split(/(\p{Script=Han}[^\x20-\x7e]*(?: \p{Script=Han}[^\x20-\x7e]*)*)/u).map((part, i) => (i % 2 ? make('span', { lang: 'zh-Hans' }, part) : part));
  return rich.flatMap((piece) =>
    typeof piece === 'string' ? spoken(piece) : 'italic' in piece ? make('i', {}, ...spoken(piece.italic)) : make('a', { href: piece.link }, piece.link),
  );
}

function block({ zh, en }: Bilingual, buttons: HTMLElement[], content: Element): HTMLElement {
  return make('div', { class: 'cite-block' }, make('p', { class: 'small soft' }, bilingual(zh, en)), make('div', {}, ...buttons), content);
}

/** Shows the dialog; Esc, a press outside and (on a phone) Back close it. */
function open(dialog: HTMLDialogElement, opener: HTMLElement): void {
  dialog.showModal();
  if (wide.matches) placeBeside(dialog, opener);
  const closed = wide.matches ? undefined : closeOnBack(() => dialog.close());
  // The dialog itself is pressed only outside its content.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    closed?.();
    if (opener.isConnected) opener.focus({ preventScroll: true });
  });
}

const margin = 12; // px between the dialog and what it stands beside, or the edge of the window

function placeBeside(dialog: HTMLElement, opener: HTMLElement): void {
  const { left, bottom } = opener.getBoundingClientRect();
  const within = (wanted: number, size: number, room: number) => `${Math.max(margin, Math.min(wanted, room - size - margin))}px`;
  dialog.style.left = within(left, dialog.offsetWidth, innerWidth);
  dialog.style.top = within(bottom + margin, dialog.offsetHeight, innerHeight);
}
