import type { Bilingual } from '../schemas/claim.ts';
import { type Html, html } from '../text/html.ts';

/** A row of an arc picture: a word that is a link. */
export interface ArcRow {
  id: string;
  /** Where the row leads; nothing for the word that the page is about. */
  href?: string;
  zh: string;
  en: string;
  /** A remark at the end of the row. */
  remark?: Bilingual;
  /** Radius of the dot, in pixels; 0 draws a small ring. */
  radius: number;
}

/** A line between two rows. */
export interface Arc {
  from: string;
  to: string;
  kind: string;
  /** Thickness in pixels; 1 when left out. */
  width?: number;
}

/** What an arc picture shows. */
export interface ArcPicture {
  /** Begins the ids inside the picture; unique on its page. */
  name: string;
  /** What the picture is, in both languages. */
  title: Bilingual;
  /** How it is to be read. */
  description: Bilingual;
  rows: readonly ArcRow[];
  arcs: readonly Arc[];
  /** Room for the arcs, in pixels. */
  room?: number;
}

/** Sizes in pixels: of a row, of a further line in it, of the gap between dot and word, of the margin at top and foot, of a character. */
const size = { row: 26, line: 22, gap: 12, margin: 4, character: 16 };
/** The room that a row has on a screen of 360 pixels. */
const rowWidth = 324;

/**
 * An arc diagram: words one below the other, related ones joined by an arc at their left. It reads as a list on any screen and
 * in print, and nothing overlaps. Every row is a link and holds its own arcs, so that a style rule can light up the arcs of the row under the
 * pointer or the focus; each arc is drawn by its upper row, and the lower row has a copy that shows only then.
 */
export function arcPicture({ name, title, description, rows, arcs, room = 66 }: ArcPicture): Html {
  const left = room + size.gap;
  const most = Math.floor((rowWidth - left) / size.character);
  let y = size.margin;
  const places = new Map<string, { y: number; lines: string[]; row: ArcRow }>();
  for (const row of rows) {
    const lines = breakLines(row.zh, most);
    places.set(row.id, { y: y + size.row / 2, lines, row });
    y += size.row + (lines.length - 1) * size.line;
  }
  const longest = Math.max(1, ...arcs.map(({ from, to }) => Math.abs(places.get(from)!.y - places.get(to)!.y)));
  const path = ({ from, to, kind, width }: Arc, shown: boolean) => {
    const [y1, y2] = [places.get(from)!.y, places.get(to)!.y].sort((a, b) => a - b) as [number, number];
    // The root keeps short arcs visible beside long ones.
    const reach = round(Math.sqrt((y2 - y1) / longest) * (room - 10));
    return html`<path class="arc ${kind}${!shown && ' twin'}"${width !== undefined && html` stroke-width="${round(width)}"`} d="M${room} ${y1}A${reach} ${round((y2 - y1) / 2)} 0 0 0 ${room} ${y2}"/>`;
  };
  const arcsOf = Map.groupBy(
    arcs.flatMap((arc) => [
      { id: arc.from, arc },
      { id: arc.to, arc },
    ]),
    ({ id }) => id,
  );
  const drawn = [...places].map(([id, { y, lines, row }]) => {
    const own = (arcsOf.get(id) ?? []).map(({ arc }) => path(arc, y < places.get(arc.from === id ? arc.to : arc.from)!.y));
    const height = size.row + (lines.length - 1) * size.line;
    const dot = row.radius > 0 ? html`<circle class="dot" cx="${room}" cy="${y}" r="${round(row.radius)}"/>` : html`<circle class="ring" cx="${room}" cy="${y}" r="2.5"/>`;
    const words = html`<text x="${left}" y="${y}">${lines.map((line, i) => (i ? html`<tspan class="zh" lang="zh-Hans" x="${left}" dy="${size.line}">${line}</tspan>` : html`<tspan class="zh" lang="zh-Hans">${line}</tspan>`))}<tspan class="en" data-ui lang="en" dx="10">${row.en}</tspan>${row.remark && remark(row.remark)}</text>`;
    const area = html`<rect class="area" x="0" y="${y - size.row / 2}" width="100%" height="${height}"/>`;
    const inside = html`${area}${dot}${words}`;
    return html`<g class="row${!row.href && ' self'}">${own}${row.href ? html`<a href="${row.href}">${inside}</a>` : inside}</g>`;
  });
  return html`<svg class="arcs" width="100%" height="${y + size.margin}" role="group" aria-labelledby="${name}-title" aria-describedby="${name}-desc"><title id="${name}-title">${title.zh} ${title.en}</title><desc id="${name}-desc">${description.zh} ${description.en}</desc>${drawn}</svg>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

const remark = ({ zh, en }: Bilingual) => html`<tspan class="remark" data-ui lang="zh-Hans" dx="10">${zh}</tspan><tspan class="remark" data-ui lang="en" dx="10">${en}</tspan>`;

/** Cuts a word into lines of so many characters at most, after punctuation where there is some beyond the first third of a line. */
export function breakLines(text: string, most: number): string[] {
  const characters = [...text];
  const lines: string[] = [];
  while (characters.length > most) {
    const at = characters.slice(0, most).findLastIndex((one, i) => i >= most / 3 && /[、，；：。”）]/.test(one)) + 1;
    lines.push(characters.splice(0, at || most).join(''));
  }
  return [...lines, characters.join('')];
}

/** The radius of a dot for so many mentions: its area grows with their number. */
export function dotRadius(mentions: number): number {
  return mentions === 0 ? 0 : Math.min(7, 1.5 + Math.sqrt(mentions) * 0.75);
}
