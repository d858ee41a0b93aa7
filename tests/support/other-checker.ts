import { createHash } from 'node:crypto';

// Another program that checks citations: written after the page “How to cite” alone, with nothing of ours in it.

interface Permalinks {
  speeches: Record<string, { state: string; now?: string; history: string | null; ids: Record<string, { state: string; receipt: string; url: string }> }>;
}
interface History {
  revision: number;
  revisions: { revision: number; into: Record<string, string[]> }[];
  ids: Record<string, { wordings: { receipt: string; text?: string; from: number; until?: number }[] }>;
  orders: { from: number; until?: number; passages: { id: string; sentences: string[] }[] }[];
}

/** The receipt of a text, by the documented rule. */
export function receipt(text: string): string {
  let plain = '';
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0)!;
    if (/\s/u.test(character)) continue;
    if (/[“”„「」『』‘’'＇]/u.test(character)) plain += '"';
    else if (code >= 0xff01 && code <= 0xff5e) plain += String.fromCodePoint(code - 0xfee0);
    else plain += { '。': '.', '…': '.', '、': ',', '—': '-', '–': '-', '―': '-' }[character] ?? character;
  }
  plain = plain.replace(/\.+/g, '.').replace(/-+/g, '-').replace(/"+/g, '"');
  const bits = [...createHash('sha256').update(plain, 'utf8').digest().subarray(0, 5)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{5}/g, (five) => '0123456789abcdefghjkmnpqrstvwxyz'[Number.parseInt(five, 2)]!);
}

/** What another program says of an address: `stands`, `changed`, `gone`, or `never` (no such speech, id or wording). */
export function check(address: string, read: (path: string) => unknown): 'stands' | 'changed' | 'gone' | 'never' {
  const url = new URL(address, 'http://site');
  const [cited, first, last] = [url.searchParams.get('h')!, url.hash.slice(1), url.searchParams.get('to')];
  const { speeches } = read('/permalinks.json') as Permalinks;
  let speech = speeches[/^\/speeches\/([^/]+)\/$/.exec(url.pathname)![1]!];
  if (speech?.state === 'moved') speech = speeches[speech.now!];
  if (!speech || (first && !speech.ids[first])) return 'never';
  if (first && !last && speech.ids[first]!.state === 'live' && speech.ids[first]!.receipt === cited) return 'stands';
  if (speech.history === null) return 'never';
  const history = read(speech.history) as History;
  for (let revision = history.revision; revision >= 1; revision--) {
    const units = unitsOf(history, revision, first, last ?? first);
    if (!units || receipt(words(history, units, revision)) !== cited) continue;
    let now = units;
    for (const { revision: later, into } of history.revisions) if (later > revision) now = [...new Set(now.flatMap((id) => into[id] ?? [id]))];
    const order = unitsOf(history, history.revision, '', '')!;
    const present = now.length > 1 ? order.filter((id) => now.includes(id)) : now;
    if (present.length === 0) return 'gone';
    return receipt(words(history, present, history.revision)) === cited ? 'stands' : 'changed';
  }
  return 'never';
}

const holds = ({ from, until = Number.MAX_SAFE_INTEGER }: { from: number; until?: number }, revision: number) => from <= revision && revision <= until;

function words({ ids }: History, units: string[], revision: number): string {
  return units.map((id) => ids[id]!.wordings.find((wording) => holds(wording, revision))!.text!).join('');
}

/** Sentences from one id to another, or (without ids) all; a head or a title is one by itself. */
function unitsOf(history: History, revision: number, first: string, last: string): string[] | undefined {
  if (/^[ht]/.test(first)) return history.ids[first]!.wordings.some((wording) => holds(wording, revision)) ? [first] : undefined;
  const all = history.orders.find((order) => holds(order, revision))!.passages.flatMap(({ id, sentences }) => sentences.map((sentence) => ({ passage: id, sentence })));
  const [start, end] = [
    all.findIndex(({ passage, sentence }) => passage === first || sentence === first),
    all.findLastIndex(({ passage, sentence }) => passage === last || sentence === last),
  ];
  if (!first) return all.map(({ sentence }) => sentence);
  return start === -1 || end < start ? undefined : all.slice(start, end + 1).map(({ sentence }) => sentence);
}
