import type { Page } from 'playwright-core';

/** Passages of a built site, by speech and id, as a browser reads them from the HTML. */
export type Passages = Map<string, string>;

/** The documented fold, written anew: one character to one. */
export function fold(text: string): string {
  return [...text]
    .map((character) => {
      if (/[“”„「」『』＂]/.test(character)) return '"';
      if (/[‘’＇]/.test(character)) return "'";
      if (character === '\u3000') return ' ';
      const code = character.codePointAt(0)!;
      return (code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : character).replace(/[A-Z]/, (letter) => letter.toLowerCase());
    })
    .join('');
}

/** Reads every passage from the built pages, without the hidden words of notes' signs. */
export async function readPassages(page: Page, speeches: readonly string[]): Promise<Passages> {
  const entries = await page.evaluate(async (ids) => {
    const found: [string, string][] = [];
    for (const id of ids) {
      const html = await (await fetch(`/speeches/${id}/`)).text();
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      for (const hidden of parsed.querySelectorAll('.ptext .vh')) hidden.remove();
      for (const text of parsed.querySelectorAll('.passage[id] .ptext')) found.push([`${id}#${text.closest('.passage')!.id}`, text.textContent]);
    }
    return found;
  }, speeches);
  return new Map(entries);
}

/** What a plain scan finds: passages that contain the query, and all occurrences, overlapping ones included. */
export function scan(passages: Passages, query: string): { occurrences: number; passages: string[] } {
  const needle = fold(query);
  let occurrences = 0;
  const found: string[] = [];
  for (const [id, text] of passages) {
    const haystack = fold(text);
    let here = 0;
    for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) here++;
    if (here > 0) found.push(id);
    occurrences += here;
  }
  return { occurrences, passages: found };
}

/** What the results page shows for a query, typed into its form. */
export async function ask(page: Page, query: string): Promise<{ occurrences: number; passages: string[]; listed: string[] }> {
  return page.evaluate(async (text) => {
    const host = document.querySelector<HTMLElement>('[data-search-page]')!;
    const input = host.querySelector<HTMLInputElement>('input[name="q"]')!;
    const before = host.querySelector('[data-results="exact"]');
    input.value = text;
    input.form!.requestSubmit();
    for (let waited = 0; host.dataset['searchState'] !== 'done' || host.querySelector('[data-results="exact"]') === before; waited += 4) {
      if (host.dataset['searchState'] === 'error') throw new Error(`the page reports an error for “${text}”`);
      if (waited > 10_000) throw new Error(`no answer for “${text}”`);
      await new Promise((done) => setTimeout(done, 4));
    }
    const exact = host.querySelector('[data-results="exact"]')!;
    const number = (name: string) => Number(exact.querySelector(`[data-${name}]`)!.textContent);
    const hits = [...exact.querySelectorAll(':scope > div [data-passage]')].map((hit) => hit.getAttribute('data-passage')!);
    return { occurrences: number('exact-count'), passages: [...new Set(hits)], listed: hits, passageCount: number('passage-count') };
  }, query);
}

/** Queries of every sort: quoted slogans, random substrings, every distinct character, near-misses that do not occur. */
export function queriesFor(passages: Passages, random: () => number, counts: { substrings: number; nearMisses: number; characters: number }): string[] {
  const texts = [...passages.values()];
  const all = texts.join('\n');
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const substring = () => {
    const text = pick(texts);
    const length = 1 + Math.floor(random() * 30);
    const from = Math.floor(random() * Math.max(1, text.length - length));
    return text.slice(from, from + length);
  };
  const usable = (query: string) => query.trim() === query && query !== '' && !/[\ud800-\udfff]/.test(query[0]! + query.at(-1)!);
  const quoted = [...new Set([...all.matchAll(/“([^”\n]*)”/g)].map(([, words]) => words!))].filter(usable);
  const substrings = Array.from({ length: counts.substrings * 2 }, substring)
    .filter(usable)
    .slice(0, counts.substrings);
  const characters = [...new Set(all)].filter(usable).slice(0, counts.characters);
  const nearMisses: string[] = [];
  while (nearMisses.length < counts.nearMisses) {
    const from = substring();
    if (from.length < 2) continue;
    const at = Math.floor(random() * from.length);
    const changed = from.slice(0, at) + pick([...all]) + from.slice(at + 1);
    if (usable(changed) && !fold(all).includes(fold(changed))) nearMisses.push(changed);
  }
  return [...quoted, ...substrings, ...characters, ...nearMisses];
}

/** A small generator of pseudo-random numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
