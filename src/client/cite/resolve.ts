import { citedSentences, type PassageUnits, writeAddress } from '../../text/address.ts';
import type { CslItem } from '../../text/citation/csl-json.ts';
import { locatorWords } from '../../text/citation/locator.ts';
import type { Quotation } from '../../text/citation/quotation.ts';
import { type Citation, chineseTitle, termWork, type Work } from '../../text/citation/work.ts';
import { receiptOf } from '../../text/normalize.ts';
import { base, wholeAddress } from '../address.ts';
import { citedElements } from '../cited-units.ts';
import type { Bilingual } from '../dom.ts';
import { fragmentOf } from './blocks.ts';
import { paragraphsIn, rangeOver, receiptOfUnits, redactionsIn, unitsOf } from './speech-page.ts';
import type { Target } from './target.ts';

/** What the menu shows for a target. */
export interface Resolved {
  /** What is cited, in words, for the heading. */
  name: Bilingual;
  citation: Citation;
  /** The link that is copied: for words selected inside a unit it leads to just these words. */
  link: string;
  /** The words; nothing for a whole speech or an entry. */
  quotation?: Quotation;
}

/** What we read of a speech's data file. */
interface SpeechData {
  title: string;
  titleReceipt: string;
  sections: { id: string; head: string | null; headReceipt: string | null; redactions: Marked[] }[];
  passages: (PassageUnits<{ id: string; text: string; receipt: string }> & { redactions: Marked[] })[];
}
interface Marked {
  mark: string;
  start: number;
  end: number;
}

/**
 * Makes the citation of a target: reads its words, pins the address with their receipt, and fetches what is known of the work.
 * @throws when a file of the site cannot be fetched
 */
export async function resolve(target: Target): Promise<Resolved> {
  switch (target.kind) {
    case 'term':
      return resolveTerm(target.id);
    case 'hit':
      return resolveHit(target);
    case 'units':
      return resolveUnits(target);
    case 'selection': {
      const units = unitsOf(target.range);
      if (!units) throw new Error('nothing of the text is selected');
      const { exact, ...cited } = units;
      const resolved = await resolveUnits(cited);
      if (exact) return resolved;
      const fragment = fragmentOf(target.range);
      return {
        ...resolved,
        link: fragment ? `${resolved.link}:~:${fragment}` : resolved.link,
        quotation: { paragraphs: paragraphsIn(target.range), redactions: redactionsIn(target.range) },
      };
    }
  }
}

async function resolveUnits(cited: { first?: string; last?: string }): Promise<Resolved> {
  const id = document.querySelector<HTMLElement>('[data-speech]')!.dataset['speech']!;
  const elements = citedElements(cited) ?? [];
  const range = rangeOver(elements);
  const [first, last] = [elements[0], elements.at(-1)].map((element) => element?.closest('.passage[id]')?.id);
  const quotation = cited.first ? { quotation: { paragraphs: paragraphsIn(range), redactions: redactionsIn(range) } } : {};
  return {
    ...citationOf(await speechWork(id), `${base}speeches/${id}/`, { ...cited, receipt: receiptOfUnits(cited), ...(first && last ? { within: [first, last] as const } : {}) }),
    ...quotation,
  };
}

async function resolveHit({ speech, path, unit, start, end }: Extract<Target, { kind: 'hit' }>): Promise<Resolved> {
  const [work, data] = await Promise.all([speechWork(speech), fetched<SpeechData>(`api/speeches/${speech}.json`)]);
  if (unit === 't1') return { ...citationOf(work, path, { first: unit, receipt: data.titleReceipt }), quotation: { paragraphs: [data.title], redactions: [] } };
  const section = data.sections.find(({ id }) => id === unit);
  if (section?.head) {
    const redactions = [...new Set(section.redactions.map(({ mark }) => mark))];
    return { ...citationOf(work, path, { first: unit, receipt: section.headReceipt! }), quotation: { paragraphs: [section.head], redactions } };
  }
  const passage = data.passages.find(({ id }) => id === unit)!;
  let offset = 0;
  const touched = passage.sentences.flatMap((sentence) => {
    const from = offset;
    offset += sentence.text.length;
    return from < end && start < offset ? [{ id: sentence.id, from, to: offset }] : [];
  });
  const [first, last] = [touched[0]!, touched.at(-1)!];
  const cited = { first: first.id, ...(touched.length > 1 ? { last: last.id } : {}) };
  const text = citedSentences(data.passages, cited)!
    .map((sentence) => sentence.text)
    .join('');
  const redactions = [...new Set(passage.redactions.filter((one) => one.start < last.to && first.from < one.end).map(({ mark }) => mark))];
  return { ...citationOf(work, path, { ...cited, receipt: receiptOf(text), within: [unit, unit] }), quotation: { paragraphs: [text.trim()], redactions } };
}

async function resolveTerm(id: string): Promise<Resolved> {
  return citationOf(termWork(await fetched<Parameters<typeof termWork>[0]>(`api/terms/${id}.json`)), `${base}glossary/${id}/`, {});
}

function citationOf(work: Work, path: string, { receipt, ...cited }: Pick<Citation, 'first' | 'last' | 'within'> & { receipt?: string }): Resolved {
  const url = wholeAddress(writeAddress(path, { ...cited, ...(receipt ? { receipt } : {}) }));
  return { name: nameOf(work, cited), link: url, citation: { work, url, ...cited, accessed: today(), edition: document.body.dataset['edition']! } };
}

function nameOf(work: Work, cited: Pick<Citation, 'first' | 'last' | 'within'>): Bilingual {
  const words = locatorWords(cited);
  const place = words && { zh: words.zh, en: words.en.replace('paras.', 'passages').replace('para.', 'passage') };
  if (!place) return work.kind === 'term' ? { zh: `词条“${chineseTitle(work.title)}”`, en: `the entry ${chineseTitle(work.title)}` } : { zh: '本篇讲话', en: 'this speech' };
  const isSentence = /s\d+$/.test(cited.first!) && cited.first!.startsWith('p');
  const several = cited.last !== undefined;
  return isSentence ? { zh: `${place.zh}的${several ? '若干句' : '一句'}`, en: `${several ? 'sentences' : 'a sentence'} of ${place.en}` } : place;
}

/** The reader’s day, as 2026-11-21. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

async function speechWork(id: string): Promise<Work> {
  return (await fetched<[CslItem]>(`speeches/${id}.csl.json`))[0].custom;
}

const fetching = new Map<string, Promise<unknown>>();

/** A data file of the site, fetched once. */
async function fetched<T>(path: string): Promise<T> {
  const known = fetching.get(path) ?? fetch(base + path).then((response) => (response.ok ? response.json() : Promise.reject(new Error(`${path}: ${response.status}`))));
  fetching.set(path, known);
  known.catch(() => fetching.delete(path));
  return known as Promise<T>;
}
