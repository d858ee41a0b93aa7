import type { Tally } from './service.ts';

type Numbers = Pick<Tally, 'occurrences' | 'passages' | 'speeches'>;

/** The English word for one or for several. */
export const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

/** How much was found, as a phrase in both languages. */
export function inWords({ occurrences, passages, speeches }: Numbers): { zh: string; en: string } {
  return {
    zh: `${occurrences} 处，见 ${passages} 段、${speeches} 篇`,
    en: `${occurrences} ${plural(occurrences, 'hit', 'hits')} in ${passages} ${plural(passages, 'passage', 'passages')} of ${speeches} ${plural(speeches, 'speech', 'speeches')}`,
  };
}
