import type { RecordUnit, SpeechRecord } from '../../src/text/concordance/build.ts';
import { passageLengths } from '../build/generate.ts';
import { between, mulberry32, pick, type Random } from '../build/random.ts';

const passageCount = 40;
const length = 12_000;
const numerals = ['一', '二', '三', '四', '五'];
/** Numbers of the passages, from 0, before which a section begins; the first section has no head. */
const sectionsBegin = [0, 2, 11, 21, 31];
/** Share of clauses that get the end of another. */
const swapped = 0.3;

/**
 * Makes one speech of a corpus, as the index takes it: 40 passages, about 12,000 characters, four section heads and a title,
 * put together from clauses; three clauses in ten have their end swapped for that of another, so that wordings vary beyond
 * those of the seeds. The same clauses, seed and number give the same speech, however large the corpus.
 */
export function generateSpeech(clauses: readonly string[], seed: number, number: number): SpeechRecord {
  const random = mulberry32(Math.imul(seed, 0x9e3779b1) + number);
  const id = `speech-${String(number).padStart(5, '0')}`;
  const passages: RecordUnit[] = [];
  const heads: RecordUnit[] = [];
  const head = (headId: string, text: string, section: number) => heads.push({ id: headId, text, sentences: [text.length], section });
  const title = `${nextClause(random, clauses)}——在第${number}次会议上的讲话`;
  head('t1', title, 0);
  for (let section = 1; section < sectionsBegin.length; section++) head(`h${section}`, `${numerals[section - 1]}、${nextClause(random, clauses)}`, section);
  passageLengths(random, passageCount, length).forEach((wanted, i) => {
    const section = sectionsBegin.findLastIndex((begin) => begin <= i);
    passages.push({ id: `p${i + 1}`, section, ...makePassage(random, clauses, wanted) });
  });
  const sectionLength = (section: number) => [...passages, ...heads.slice(1)].reduce((sum, unit) => sum + (unit.section === section ? unit.text.length : 0), 0);
  return {
    id,
    title,
    short: { zh: `第${number}篇`, en: `Speech ${number}` },
    date: `${between(random, 1998, 2025)}-${String(between(random, 1, 12)).padStart(2, '0')}-15`,
    kind: pick(random, ['plenum-speech', 'study-session-remarks', 'work-report', 'address']),
    url: `/speeches/${id}/`,
    passages,
    heads,
    sections: sectionsBegin.map((_, section) => ({ name: heads[section]!.text, length: sectionLength(section) })),
  };
}

function makePassage(random: Random, clauses: readonly string[], wanted: number): Pick<RecordUnit, 'text' | 'sentences'> {
  const sentences: string[] = [];
  let text = '';
  while (text.length < wanted - 6) {
    let sentence = '';
    for (let left = between(random, 2, 6); left > 0; left--) {
      const last = left === 1 || text.length + sentence.length > wanted - 12;
      sentence += nextClause(random, clauses) + (last ? '。' : random() < 0.1 ? '；' : '，');
      if (last) break;
    }
    sentences.push(sentence);
    text += sentence;
  }
  return { text, sentences: sentences.map((sentence) => sentence.length) };
}

/** A clause as it stands in the seeds, or its beginning with the end of another. */
function nextClause(random: Random, clauses: readonly string[]): string {
  const clause = pick(random, clauses);
  if (random() >= swapped) return clause;
  const other = pick(random, clauses);
  return clause.slice(0, between(random, 1, clause.length - 1)) + other.slice(between(random, 1, other.length - 1));
}
