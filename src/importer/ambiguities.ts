import type { MatchableTerm } from '../text/terms.ts';
import type { Speech } from '../text/types.ts';

/** A place where another reading of the glossary is possible. */
export interface Ambiguity {
  /** Id of the head or passage. */
  at: string;
  /** The words that were not marked, and the entry that they belong to. */
  form: string;
  term: string;
  /** `crossing`: they overlap words of another entry, which were marked. `exception`: the entry says that here they are none of its uses. */
  kind: 'crossing' | 'exception';
  /** The words round it. */
  context: string;
}

/**
 * Places of a speech where a surface form stands and was not marked, other than inside a longer form. An editor decides there with
 * <Term> or <NoTerm>.
 */
export function findAmbiguities(speech: Speech, terms: Iterable<MatchableTerm>): Ambiguity[] {
  const here = [...terms].filter(({ onlyIn = [] }) => onlyIn.length === 0 || onlyIn.includes(speech.id));
  const forms = here.flatMap(({ id, forms, notWhen, onlyWhen = [] }) =>
    // Forms that are ordinary words most of the time would be found everywhere.
    forms.filter((form) => !onlyWhen.some((wider) => wider.includes(form))).map((form) => ({ id, form, excepted: notWhen.some((wider) => wider.includes(form)) })),
  );
  const found: Ambiguity[] = [];
  for (const { head, passages } of speech.sections) {
    for (const { id, text, mentions } of [...(head ? [head] : []), ...passages]) {
      for (const { id: term, form, excepted } of forms) {
        for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1)) {
          const end = start + form.length;
          const touching = mentions.filter((mention) => mention.start < end && start < mention.end);
          if (touching.some((mention) => mention.start <= start && end <= mention.end)) continue;
          if (touching.length === 0 && !excepted) continue;
          const context = `${text.slice(Math.max(0, start - 8), start)}【${form}】${text.slice(end, end + 8)}`;
          found.push({ at: id, form, term, kind: touching.length ? 'crossing' : 'exception', context });
        }
      }
    }
  }
  return found;
}
