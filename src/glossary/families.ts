import type { Term } from '../corpus/read-glossary.ts';
import type { Bilingual } from '../schemas/claim.ts';
import type { Href } from '../speech/render-gloss.ts';
import { type Html, html } from '../text/html.ts';
import { termPath } from '../text/paths.ts';
import { createTermMatcher, type TermMatcher } from '../text/terms.ts';
import { namedMembers } from './relations.ts';

/** A member of a formula; entries that its words name are links. */
export interface FamilyMember {
  zh: Html;
  en: string;
  note: Bilingual | undefined;
}

/** A formula with its members side by side; none when the speech does not give them. */
export interface Formula {
  term: Term;
  members: FamilyMember[];
}

/** All formulas with so many members. */
export interface Family {
  number: number;
  formulas: Formula[];
}

const numerals = '零一二三四五六七八九十';

/**
 * The number by which a formula is filed: that of its members, or, when they are not given, the one at the head of its name.
 * @returns nothing for an entry that is no formula
 */
export function familyNumber({ kind, members, term }: Pick<Term, 'kind' | 'members' | 'term'>): number | undefined {
  if (members?.status === 'listed') return members.items.length;
  const first = /^“?(.)/u.exec(term)?.[1] ?? '';
  const number = numerals.indexOf(/[两双]/.test(first) ? '二' : first);
  return (kind === 'numbered-formula' || members) && number > 1 ? number : undefined;
}

/** The formulas of the glossary by the number of their members; within a number in the order of the glossary. */
export function familiesOf(terms: readonly Term[], href: Href): Family[] {
  const matcher = createTermMatcher(terms);
  const formulas = terms.flatMap((term) => {
    const number = familyNumber(term);
    return number === undefined ? [] : [{ number, formula: { term, members: membersOf(term, matcher, href) } }];
  });
  return [...Map.groupBy(formulas, ({ number }) => number)]
    .map(([number, found]) => ({ number, formulas: found.map(({ formula }) => formula) }))
    .sort((a, b) => a.number - b.number);
}

/** The members of an entry, for a list; entries that their words name are links. */
export function membersOf(term: Pick<Term, 'id' | 'members'>, matcher: TermMatcher, href: Href): FamilyMember[] {
  if (term.members?.status !== 'listed') return [];
  const named = Map.groupBy(namedMembers(term, matcher), ({ item }) => item);
  return term.members.items.map(({ zh, en, note }, i) => ({ zh: withLinks(zh, named.get(i) ?? [], href), en, note }));
}

function withLinks(text: string, mentions: readonly { term: string; start: number; end: number }[], href: Href): Html {
  let at = 0;
  const pieces = mentions.map(({ term, start, end }) => {
    const piece = html`${text.slice(at, start)}<a class="term" href="${href(termPath(term))}">${text.slice(start, end)}</a>`;
    at = end;
    return piece;
  });
  return html`${pieces}${text.slice(at)}`;
}

/** A number as a Chinese numeral, up to ninety-nine. */
export function chineseNumeral(number: number): string {
  if (number <= 10) return numerals.charAt(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? numerals.charAt(tens) : ''}十${ones ? numerals.charAt(ones) : ''}`;
}
