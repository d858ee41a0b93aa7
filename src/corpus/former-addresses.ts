import { renderGrave } from '../speech/render-former.ts';
import type { Href } from '../speech/render-gloss.ts';
import { historyFile, type SpeechPermalinks, speechPermalinks } from '../speech/to-permalinks.ts';
import { speechPath } from '../text/paths.ts';
import { formerUnits } from '../text/permalinks/former.ts';
import { reconcile } from '../text/permalinks/reconcile.ts';
import { type AddressKind, lastAddress } from './address-file.ts';
import { type Corpus, lockFileOf } from './corpus.ts';
import { readLock } from './lock-file.ts';
import { readContent } from './read-folder.ts';

/** An address that was published and has no content of its own any more. */
export interface FormerAddress {
  kind: AddressKind;
  id: string;
  /** The address that it forwards to. */
  now?: string;
  /** Of one whose content was removed: the title or headword, and the day. */
  removed?: { name: string; date: string };
  /** Of a removed speech: its words as tombstones, and every id that it had. */
  html?: string;
  permalinks?: SpeechPermalinks;
  history?: string;
}

/** Every address that was published and has no content of its own any more. */
export function formerAddresses(corpus: Corpus, address: Href): FormerAddress[] {
  const { renamed, removed } = corpus.addresses;
  return (['speeches', 'terms'] as const).flatMap((kind) => [
    ...Object.keys(renamed[kind]).map((id): FormerAddress => ({ kind, id, now: lastAddress(corpus.addresses, kind, id) })),
    ...Object.entries(removed[kind]).map(([id, gone]): FormerAddress => ({ kind, id, removed: gone, ...(kind === 'speeches' ? wordsOf(corpus.root, id, gone, address) : {}) })),
  ]);
}

/** The words of a removed speech as its lock has them, as if all of its text had been taken out on that day. Where the lock is gone too, they are. */
function wordsOf(root: string, speech: string, { name, date }: { name: string; date: string }, address: Href): Pick<FormerAddress, 'html' | 'permalinks' | 'history'> {
  const file = lockFileOf(speech);
  const { lock } = readLock(file, speech, readContent(root, file) ?? '');
  if (!lock) return { permalinks: { state: 'removed', withdrawn: date, title: name, url: address(speechPath(speech)), revision: 0, history: null, ids: {} } };
  const emptied = reconcile(lock, { title: lock.title.text, heads: [], passages: [] }, date);
  return { html: renderGrave(formerUnits(emptied), 'zh-Hans').markup, permalinks: speechPermalinks(emptied, address, date), history: historyFile(emptied, address, date) };
}
