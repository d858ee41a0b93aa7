import { foldForSearch } from './fold.ts';
import { sortKey, toneless } from './pinyin.ts';

/** What the search box knows of a glossary entry. */
export interface SuggestedTerm {
  id: string;
  /** Surface forms, the headword first. */
  forms: readonly string[];
  pinyin: string;
  /** English renderings. */
  en: readonly string[];
}

/** A suggestion and how well it fits; the lowest rank first. */
export interface Suggestion {
  term: SuggestedTerm;
  rank: number;
}

const words = (text: string) =>
  toneless(text)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
const initials = (pinyin: string) =>
  syllablesOf(pinyin)
    .map((syllable) => syllable[0])
    .join('');

/** Initials and finals of pinyin, for cutting a word into syllables (GB/T 16159). */
const syllable =
  /(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)/y;

/** Cuts toneless pinyin into syllables, the longest first; an n or g goes to the next syllable when that needs it. */
export function syllablesOf(pinyin: string): string[] {
  return toneless(pinyin)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .flatMap((word) => cut(word));
}

function cut(word: string): string[] {
  if (word === '') return [];
  for (let length = Math.min(6, word.length); length > 0; length--) {
    const head = word.slice(0, length);
    syllable.lastIndex = 0;
    const match = syllable.exec(head);
    if (match?.[0] !== head) continue;
    const rest = word.slice(length);
    if (rest === '') return [head];
    const tail = cut(rest);
    if (tail.length && tail.every((part) => part.length > 1 || /[aoe]/.test(part))) return [head, ...tail];
  }
  return [word];
}

/**
 * Entries that fit what is typed: Chinese characters as part of a form; pinyin with or without tones and blanks, whole or
 * the beginning; the initials of the syllables; English renderings by the beginning of their words.
 * @returns at most `limit`, the best first
 */
export function suggest(typed: string, terms: readonly SuggestedTerm[], limit = 8): Suggestion[] {
  const text = foldForSearch(typed).trim();
  if (text === '') return [];
  const latin = sortKey(text);
  const typedWords = words(text);
  const isLatin = latin !== '' && !/[\u3400-\u9fff]/.test(text);
  return terms
    .flatMap((term) => {
      const rank = isLatin ? latinRank(term, latin, typedWords) : chineseRank(term, text);
      return rank === undefined ? [] : [{ term, rank }];
    })
    .sort((a, b) => a.rank - b.rank || a.term.forms[0]!.length - b.term.forms[0]!.length || (a.term.id < b.term.id ? -1 : 1))
    .slice(0, limit);
}

function chineseRank({ forms }: SuggestedTerm, text: string): number | undefined {
  const folded = forms.map(foldForSearch);
  if (folded.includes(text)) return 0;
  if (folded.some((form) => form.startsWith(text))) return 2;
  return folded.some((form) => form.includes(text)) ? 4 : undefined;
}

function latinRank({ pinyin, en }: SuggestedTerm, latin: string, typedWords: readonly string[]): number | undefined {
  const key = sortKey(pinyin);
  const first = initials(pinyin);
  const renderings = en.map(words);
  if (key === latin) return 0;
  if (renderings.some((rendering) => rendering.join(' ') === typedWords.join(' '))) return 0;
  if (first === latin) return 1;
  if (key.startsWith(latin)) return 2;
  if (renderings.some((rendering) => rendering.join(' ').startsWith(typedWords.join(' ')))) return 2;
  if (first.startsWith(latin) && latin.length > 1) return 3;
  return renderings.some((rendering) => typedWords.every((word) => rendering.some((other) => other.startsWith(word)))) ? 4 : undefined;
}
