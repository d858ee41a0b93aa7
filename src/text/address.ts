/**
 * What an address cites in a speech: a unit (`first` alone), a run of sentences (`first` to `last`, both included), or
 * the whole speech (neither). The receipt is that of the wording when it was cited.
 */
export interface Cited {
  first?: string;
  last?: string;
  receipt?: string;
}

const unitId = /^(?:t1|h[1-9]\d*[a-z]*|p(?:[1-9]\d*[a-z]*|0[a-z]+)(?:s[1-9]\d*)?)$/;
const receiptForm = /^[0-9a-hjkmnp-tv-z]{8}$/;

/**
 * The address of what is cited, after the path of its page. The first unit is the fragment, so that a browser without
 * script lands on it; all else is in the query. Only sentences and passages make a range; heads and titles stand alone.
 * @example writeAddress('/speeches/x/', { first: 'p12s3', last: 'p12s5', receipt: '65bsr6kx' }) // '/speeches/x/?to=p12s5&h=65bsr6kx#p12s3'
 */
export function writeAddress(path: string, { first, last, receipt }: Cited): string {
  const query = [...(last && last !== first ? [`to=${last}`] : []), ...(receipt ? [`h=${receipt}`] : [])].join('&');
  return `${path}${query && `?${query}`}${first ? `#${first}` : ''}`;
}

/** Reads what an address cites, from its query and its fragment; what is not of the form is passed over. */
export function readAddress(search: string, hash: string): Cited {
  const query = new URLSearchParams(search);
  const first = hash.replace(/^#/, '').replace(/:~:.*$/, '');
  const [last, receipt] = [query.get('to') ?? '', query.get('h') ?? ''];
  const hasFirst = unitId.test(first);
  return {
    ...(hasFirst ? { first } : {}),
    ...(hasFirst && /^p/.test(first) && /^p/.test(last) && unitId.test(last) ? { last } : {}),
    ...(receiptForm.test(receipt) ? { receipt } : {}),
  };
}

/** A passage as far as ranges go. */
export interface PassageUnits<S extends { id: string }> {
  id: string;
  sentences: readonly S[];
}

/**
 * The sentences that an address cites, in the order of the text: all of them when it cites the whole speech. The receipt of
 * a range or a whole is that of these sentences joined; heads between two passages do not count.
 * @returns nothing when an id is not there, or when the last stands before the first
 */
export function citedSentences<S extends { id: string }>(passages: readonly PassageUnits<S>[], { first, last = first }: Cited): S[] | undefined {
  const sentences = passages.flatMap((passage) => passage.sentences.map((sentence) => ({ passage: passage.id, sentence })));
  if (!first) return sentences.map(({ sentence }) => sentence);
  const start = sentences.findIndex(({ passage, sentence }) => passage === first || sentence.id === first);
  const end = sentences.findLastIndex(({ passage, sentence }) => passage === last || sentence.id === last);
  return start === -1 || end < start ? undefined : sentences.slice(start, end + 1).map(({ sentence }) => sentence);
}
