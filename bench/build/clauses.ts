import { readCorpus } from '../../src/corpus/corpus.ts';
import { createTermMatcher } from '../../src/text/terms.ts';
import { type Mention, passagesOf } from '../../src/text/types.ts';

/** A clause of a seed speech, with the glossary terms in it. */
export interface Clause {
  text: string;
  mentions: readonly Mention[];
}

/** What generated speeches are made of. */
export interface Clauses {
  /** Clauses without a term. */
  plain: readonly Clause[];
  /** Clauses with exactly one. */
  marked: readonly Clause[];
  /** Clauses with a redaction mark and no term. */
  redacted: readonly Clause[];
  /** Every clause of the seeds, as often as it stands there. */
  all: readonly Clause[];
}

/** Characters that would need thought in MDX, or that pair badly when clauses are put together anew; `*` is escaped. */
const awkward = /[<>{}[\]`~_"'‘’\\&]/;

/** Reads the clauses of the speeches under a project's root, in file order. */
export function readClauses(root: string): Clauses {
  const corpus = readCorpus(root);
  const matcher = createTermMatcher(corpus.terms.values());
  const all = corpus.speeches.flatMap((file) => {
    const { speech } = corpus.parse(file);
    if (!speech) throw new Error(`${file.file} does not parse.`);
    return passagesOf(speech)
      .flatMap(({ text }) => text.split(/[，,；;。！？：]/))
      .map((clause) => clause.trim())
      .filter(isUsable)
      .map((text): Clause => ({ text, mentions: matcher.findMentions(text) }));
  });
  const plain = all.filter(({ mentions }) => mentions.length === 0);
  return { plain, marked: all.filter(({ mentions }) => mentions.length === 1), redacted: plain.filter(({ text }) => /X/.test(text)), all };
}

function isUsable(clause: string): boolean {
  return clause.length >= 4 && clause.length <= 40 && !awkward.test(clause) && balanced(clause, '“', '”') && balanced(clause, '（', '）') && balanced(clause, '《', '》');
}

function balanced(text: string, open: string, close: string): boolean {
  return text.split(open).length === text.split(close).length;
}
