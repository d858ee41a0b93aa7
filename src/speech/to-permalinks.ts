import { speechPath } from '../text/paths.ts';
import type { Lock } from '../text/permalinks/lock.ts';
import { type IdState, type SpeechHistory, speechHistory } from '../text/permalinks/speech-history.ts';
import { idRecords } from '../text/permalinks/wordings.ts';
import type { Href } from './render-gloss.ts';
import { titleOf } from './to-json.ts';

/** What `/permalinks.json` says of an id. */
export interface PermalinkRecord {
  state: IdState;
  /** The receipt of its wording, or of the last that it had. */
  receipt: string;
  /** Where it leads, now and for good. */
  url: string;
  /** The ids that hold its words, where it is not simply itself. */
  now?: string[];
  /** The revision in which it ceased to be a unit of its own, or its words went. */
  gone?: number;
}

/** What `/permalinks.json` says of a speech. */
export interface SpeechPermalinks {
  state: 'live' | 'removed';
  title: string;
  url: string;
  revision: number;
  /** The day on which it was taken down. */
  withdrawn?: string;
  /** Address of `/permalinks/{speech}.json`; null for a speech that was never changed. */
  history: string | null;
  ids: Record<string, PermalinkRecord>;
}

/** All of the record but its ids. */
function recordOf(lock: Lock, address: Href, withdrawn?: string): Omit<SpeechPermalinks, 'ids'> {
  return {
    ...(withdrawn === undefined ? { state: 'live' } : { state: 'removed', withdrawn }),
    title: titleOf(lock.title.text.split('\n')),
    url: address(speechPath(lock.speech)),
    revision: lock.revision,
    history: lock.history.length ? address(historyPath(lock.speech)) : null,
  };
}

/**
 * Every id that was ever given out in a speech, with what became of it.
 * @param withdrawn the day on which the whole speech was taken down
 */
export function speechPermalinks(lock: Lock, address: Href, withdrawn?: string): SpeechPermalinks {
  const record = recordOf(lock, address, withdrawn);
  return { ...record, ids: allIds(lock, record.url) };
}

/**
 * The same as JSON. Nearly every speech of a library is in its first revision: there nothing need be worked out, and its
 * ids, some 200, are written as they stand (ids and receipts have no character that JSON escapes).
 */
export function permalinksJson(lock: Lock, address: Href): string {
  if (lock.history.length) return JSON.stringify(speechPermalinks(lock, address));
  const record = recordOf(lock, address);
  const url = JSON.stringify(record.url).slice(0, -1);
  const line = ({ id, receipt }: { id: string; receipt: string }) => `"${id}":{"state":"live","receipt":"${receipt}","url":${url}#${id}"}`;
  const units = [lock.title, ...lock.heads, ...lock.passages.flatMap((passage) => [passage, ...passage.sentences])];
  return `${JSON.stringify(record).slice(0, -1)},"ids":{${units.map(line).join()}}}`;
}

/** Path of the history of a speech. */
export const historyPath = (speech: string) => `/permalinks/${speech}.json`;

/** The history of a speech as a file; empty for a speech that was never changed, which needs none. */
export function historyFile(lock: Lock, address: Href, withdrawn?: string): string {
  return lock.history.length ? JSON.stringify(speechHistory(lock, address(speechPath(lock.speech)), withdrawn) satisfies SpeechHistory) : '';
}

function allIds(lock: Lock, url: string): Record<string, PermalinkRecord> {
  return Object.fromEntries(
    [...idRecords(lock).values()].map(({ id, state, now, gone, wordings }): [string, PermalinkRecord] => [
      id,
      { state, receipt: wordings.at(-1)!.receipt, url: `${url}#${id}`, ...(now.join() === id ? {} : { now }), ...(gone === undefined ? {} : { gone }) },
    ]),
  );
}
