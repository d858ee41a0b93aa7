import type { Bilingual } from '../schemas/claim.ts';

/** Words of praise and polemic that our own prose does without. An English word may end in `*`, which stands for any ending. */
export type ToneList = Readonly<Record<keyof Bilingual, readonly string[]>>;

/** A word of the list and where it stands in the text, in UTF-16 units. */
export interface ToneHit {
  word: string;
  at: number;
}

/** Quotations, titles, code, and words set off as words. */
const quoted = /“[^“”]*”|‘[^‘’]*’|「[^「」]*」|《[^《》]*》|`[^`]*`|\*[^*]+\*/g;

/** Makes a search for the words of a list in prose of one language; what is quoted is passed over, since others speak there. */
export function createToneSearch(list: ToneList): (text: string, language: keyof Bilingual) => ToneHit[] {
  const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const english = list.en.map((word) => (word.endsWith('*') ? `${literal(word.slice(0, -1))}\\p{L}*` : literal(word)));
  const patterns = {
    zh: new RegExp(list.zh.map(literal).join('|') || '(?!)', 'gu'),
    en: new RegExp(`(?<!\\p{L})(?:${english.join('|') || '(?!)'})(?!\\p{L})`, 'giu'),
  };
  return (text, language) => {
    const ours = text.replace(quoted, (quotation) => ' '.repeat(quotation.length));
    return [...ours.matchAll(patterns[language])].map(({ 0: word, index }) => ({ word, at: index }));
  };
}
