import { bilingualHtml, type Html, html } from '../text/html.ts';
import type { Former, Tombstone } from '../text/permalinks/former.ts';
import { isPassageId } from '../text/permalinks/ids.ts';

/**
 * The ids that land on a sentence or head since their words became part of it: empty elements with these ids, before its
 * text. A sentence that was merged lights up with the one that took it up; a passage only with its passage.
 */
export function renderAnchors(former: Former, unit: string): string {
  return (former.anchors[unit] ?? []).map((id) => `<span id="${id}"${isPassageId(id) ? '' : ' class="was"'}></span>`).join('');
}

/** The tombstones that stand after a passage or head, or (null) before the text. */
export function renderTombstones({ tombstones }: Former, after: string | null, language: string): Html {
  return joined(
    tombstones.filter((tombstone) => tombstone.after === after),
    language,
    ({ id, revision, date }) =>
      bilingualHtml(`${nameOf(id)[0]}已在文字第${revision}版（${date}）删去，原文是：`, `${nameOf(id)[1]} was removed in revision ${revision} of the text (${date}). It read:`),
  );
}

/** All tombstones of a speech that was taken down as a whole. */
export function renderGrave({ tombstones }: Former, language: string): Html {
  return joined(tombstones, language, ({ id }) => bilingualHtml(`${nameOf(id)[0]}的原文是：`, `${nameOf(id)[1]} read:`));
}

/** Words that were removed, each hidden until an address names it or one of its sentences. */
function joined(tombstones: readonly Tombstone[], language: string, headOf: (tombstone: Tombstone) => Html): Html {
  return html`${tombstones.map((tombstone) => {
    const words = tombstone.parts.map(({ text, id, now }) => (id ? html`<span id="${id}" class="s">${text}</span>` : now ? html`<a href="#${now}">${text}</a>` : text));
    return html`<div class="tombstone" id="${tombstone.id}"><p class="tombstone-head">${headOf(tombstone)}</p><blockquote lang="${language}">${words}</blockquote></div>\n`;
  })}`;
}

/** What kind of unit an id names, in both languages. */
function nameOf(id: string): [zh: string, en: string] {
  if (id.startsWith('h')) return [`节题 ${id} `, `Section head ${id}`];
  if (id.includes('s')) return [`句子 ${id} `, `Sentence ${id}`];
  return [`第 ${id.slice(1)} 段`, `Passage ${id.slice(1)}`];
}
