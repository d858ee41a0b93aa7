import { type Cited, readAddress } from '../text/address.ts';
import { receiptOf } from '../text/normalize.ts';
import { checkCitation, type Verdict } from '../text/permalinks/check-citation.ts';
import type { SpeechHistory } from '../text/permalinks/speech-history.ts';
import { base } from './address.ts';
import { type Citation, citationMessage, type Revisions, uncheckedMessage } from './citation-message.ts';
import { citedElements, lightUp, wordsOf } from './cited-units.ts';
import { all, make } from './dom.ts';

/**
 * On arrival at an address with a receipt (`?h=`) says whether the cited words still stand; with an end (`?to=`) lights up
 * all that is cited. Following a link inside the page ends it, and takes both out of the address.
 */
export async function checkArrival(): Promise<void> {
  const cited = readAddress(location.search, location.hash);
  if (cited.last) lightUp(citedElements(cited) ?? []);
  addEventListener('hashchange', forget, { once: true });
  const { first, last, receipt } = cited;
  if (!receipt) return;
  const status = make('div', { class: 'receipt', role: 'status' });
  placeFor(first)?.append(status);
  // What is put into a live region is read out only when the region has been there for a while.
  const [message] = await Promise.all([say({ first, last, receipt }, cited), new Promise((done) => setTimeout(done, 100))]);
  status.append(message);
}

async function say(citation: Citation, cited: Cited): Promise<DocumentFragment> {
  const { receipt } = citation;
  const elements = citedElements(cited);
  if (elements && receiptOf(wordsOf(elements)) === receipt) return citationMessage(citation, { state: 'unchanged' }, { revision: 0, revisions: [] });
  const page = document.querySelector<HTMLElement>('[data-speech]')!;
  const known = Number(page.dataset['revision']) > 1 ? await readHistory(page.dataset['speech']!) : firstRevision(elements !== undefined);
  if (!known) return uncheckedMessage(receipt);
  const verdict = 'verdict' in known ? known.verdict : checkCitation(known, { ...cited, receipt });
  // A sentence or a range lights up where it is now; a passage is one by itself.
  if (cited.last || cited.first?.includes('s')) lightUp((verdict.now ?? []).flatMap((id) => document.getElementById(id) ?? []));
  return citationMessage(citation, verdict, known, isShown(cited.first, receipt));
}

/** True when the tombstone under the message has just these words. */
function isShown(first: string | undefined, receipt: string): boolean {
  const cited = document.getElementById(first ?? '');
  const words = cited?.matches('.tombstone') ? cited.querySelector<HTMLElement>('blockquote') : cited;
  return words !== null && words?.closest('.tombstone') != null && receiptOf(wordsOf([words])) === receipt;
}

/** A speech that was never changed has no record: what the page does not have was never there. */
function firstRevision(found: boolean): Revisions & { verdict: Verdict } {
  return { verdict: { state: found ? 'unknown-wording' : 'unknown-place' }, revision: 1, revisions: [] };
}

async function readHistory(speech: string): Promise<SpeechHistory | undefined> {
  try {
    const response = await fetch(`${base}permalinks/${speech}.json`);
    return response.ok ? ((await response.json()) as SpeechHistory) : undefined;
  } catch {
    return undefined;
  }
}

/** Where the message belongs: under the cited passage, head or tombstone; above the text when the whole is cited, or nothing that is there. */
function placeFor(first: string | undefined): { append(status: Node): void } | undefined {
  const cited = first === undefined ? null : document.getElementById(first);
  const passage = cited?.closest('.passage');
  if (passage) return { append: (status) => passage.querySelector('.ptext, .section-head')!.after(status) };
  const other = cited?.closest('.tombstone') ?? document.querySelector('[data-speech] header, .former');
  return other ?? undefined;
}

/** Takes the marks and the message away, and the receipt out of the address: they were about another place. */
function forget(): void {
  lightUp([]);
  for (const status of all('.receipt')) status.remove();
  const url = new URL(location.href);
  for (const name of ['h', 'to']) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}
