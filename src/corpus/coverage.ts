import { quotationListSchema, unmarkedListSchema } from '../schemas/coverage.ts';
import { readMdx } from '../speech/read-mdx.ts';
import { type Explained, explainedOrder, explainQuotations, goesOn, memberNames, type PlacedQuotation, standsUnmarked, textsOf, titleText } from '../text/coverage.ts';
import { type Place, type Problem, problem } from '../text/problems.ts';
import type { Speech } from '../text/types.ts';
import { readYaml, validate, type YamlDocument } from '../text/yaml.ts';
import { type ContentPlace, readContent } from './read-folder.ts';
import type { Term } from './read-glossary.ts';

/** The committed lists, from the project’s root. */
export const coverageLists = {
  quotations: 'src/content/coverage/quotations.yaml',
  unmarked: 'src/content/coverage/unmarked.yaml',
} as const;

/** What became of a quoted string. `listed`: nothing explains it, and the list says why that is right. */
export type Fate = Explained | 'listed';

/** How many of the quoted strings of all speeches are explained, and by what. */
export interface QuotationNumbers {
  /** Distinct strings. */
  strings: number;
  /** Places where they stand. */
  places: number;
  /** Distinct strings by fate; a string that stands in several places counts where it is least explained. */
  fates: Record<Fate, number>;
}

/** Takes in speeches one by one, then says what is wrong with the coverage and gives the numbers. */
export interface Coverage {
  add(file: ContentPlace, speech: Speech): void;
  close(): { quotations: QuotationNumbers; problems: Problem[] };
}

/**
 * The coverage of the quoted strings: each has to be a mention, a member of a term of its speech, or a line of the list.
 * It is a rule of `npm run check` alone, not of the build: a speech that was just imported can be read before its
 * quotations are explained.
 */
export function openCoverage(root: string, terms: Iterable<Term>): Coverage {
  const names = memberNames([...terms].map(({ id, members }) => ({ id, members: members?.status === 'listed' ? members.items.map(({ zh }) => zh) : [] })));
  const quotationsYaml = readYaml(coverageLists.quotations, readContent(root, coverageLists.quotations) ?? '[]');
  const unmarkedYaml = readYaml(coverageLists.unmarked, readContent(root, coverageLists.unmarked) ?? '[]');
  const quotationList = validate(quotationListSchema, quotationsYaml);
  const unmarkedList = validate(unmarkedListSchema, unmarkedYaml);
  const listed = new Set(quotationList.value?.flatMap(({ strings }) => strings));
  const used = new Set<string>();
  const unmarked = new Set<string>();
  const fates = new Map<string, Fate>();
  const problems = [...quotationList.problems, ...unmarkedList.problems];
  let places = 0;

  return {
    add(file, speech) {
      const placeOf = placesIn(root, file);
      const reported = new Set<string>();
      for (const quotation of explainQuotations(speech, names)) {
        places++;
        const fate = quotation.explained === 'none' && listed.has(quotation.text) ? 'listed' : quotation.explained;
        if (fate === 'listed') used.add(quotation.text);
        fates.set(quotation.text, lessExplained(fates.get(quotation.text), fate));
        if (!quotation.closed && !goesOn(speech, quotation)) problems.push(problem('open-quotation', placeOf(speech, quotation), { text: quotation.text.slice(0, 20) }));
        else if (fate === 'none' && !reported.has(quotation.text)) {
          reported.add(quotation.text);
          problems.push(problem('uncovered-quotation', placeOf(speech, quotation), { text: quotation.text }));
        }
      }
      for (const text of [titleText(speech), ...textsOf(speech)]) {
        for (const place of unmarkedList.value?.flatMap((group) => group.places) ?? []) {
          if (place.speech === speech.id && place.in.includes(text.id) && standsUnmarked(text, place.text)) unmarked.add(unmarkedKey(place, text.id));
        }
      }
    },
    close() {
      const quotations = { strings: fates.size, places, fates: countFates(fates.values()) };
      return {
        quotations,
        problems: [...problems, ...staleQuotations(quotationsYaml, quotationList.value ?? [], used), ...stalePlaces(unmarkedYaml, unmarkedList.value ?? [], unmarked)],
      };
    },
  };
}

const fateOrder: readonly Fate[] = [...explainedOrder.slice(0, -1), 'listed', 'none'];

function lessExplained(known: Fate | undefined, fate: Fate): Fate {
  return known !== undefined && fateOrder.indexOf(known) > fateOrder.indexOf(fate) ? known : fate;
}

function countFates(fates: Iterable<Fate>): Record<Fate, number> {
  const counts = { mention: 0, part: 0, member: 0, listed: 0, none: 0 };
  for (const fate of fates) counts[fate]++;
  return counts;
}

/** Finds the opening mark of a quotation in the file of its speech. */
function placesIn(root: string, { file }: ContentPlace): (speech: Speech, quotation: PlacedQuotation) => Place {
  let lines: readonly { number: number; text: string }[] | undefined;
  return (speech, { index, start }) => {
    if (index < 0) return { file, line: 1, column: 1 };
    if (!lines) {
      const source = readContent(root, file) ?? '';
      const written = source.split('\n');
      lines = readMdx(file, source).blocks.flatMap(({ type, line }) => (type === 'break' ? [] : [{ number: line, text: written[line - 1] ?? '' }]));
    }
    const line = lines[index]!;
    const mark = textsOf(speech)[index]!.text.slice(0, start).split('“').length - 1;
    return { file, line: line.number, column: Math.max(1, nth(line.text, '“', mark) + 1) };
  };
}

/** Where a character stands in a text for the nth time, from 1; -1 when it does not. */
function nth(text: string, character: string, n: number): number {
  let at = -1;
  for (let i = 0; i < n; i++) {
    at = text.indexOf(character, at + 1);
    if (at === -1) return -1;
  }
  return at;
}

function staleQuotations(yaml: YamlDocument, groups: readonly { strings: readonly string[] }[], used: ReadonlySet<string>): Problem[] {
  const seen = new Set<string>();
  return groups.flatMap(({ strings }, i) =>
    strings.flatMap((text, j) => {
      const reason = seen.has(text) ? 'it stands in the list already' : used.has(text) ? undefined : 'no speech quotes it, or wherever one does a term explains it';
      seen.add(text);
      return reason ? [problem('stale-coverage', yaml.placeOf([i, 'strings', j]), { text, reason })] : [];
    }),
  );
}

const unmarkedKey = ({ text, speech }: { text: string; speech: string }, id: string) => `${speech}\n${id}\n${text}`;

function stalePlaces(
  yaml: YamlDocument,
  groups: readonly { places: readonly { text: string; speech: string; in: readonly string[] }[] }[],
  unmarked: ReadonlySet<string>,
): Problem[] {
  const seen = new Set<string>();
  return groups.flatMap(({ places }, i) =>
    places.flatMap((place, j) =>
      place.in.flatMap((id, k) => {
        const key = unmarkedKey(place, id);
        const reason = seen.has(key) ? 'it stands in the list already' : unmarked.has(key) ? undefined : `${place.speech} has no such words at ${id}, or they are marked there`;
        seen.add(key);
        return reason ? [problem('stale-coverage', yaml.placeOf([i, 'places', j, 'in', k]), { text: place.text, reason })] : [];
      }),
    ),
  );
}
