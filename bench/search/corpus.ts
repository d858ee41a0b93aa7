import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { SpeechRecord } from '../../src/text/concordance/build.ts';
import { readClauses } from '../build/clauses.ts';
import { generateSpeech } from './generate.ts';

/** What a corpus is generated from; the same request gives the same corpus, in every process. */
export interface CorpusRequest {
  count: number;
  seed: number;
}

const root = join(import.meta.dirname, '../..');

/** The speeches of a corpus, made one at a time. */
export function* corpus({ count, seed }: CorpusRequest): Generator<SpeechRecord> {
  const clauses = seedClauses();
  for (let number = 1; number <= count; number++) yield generateSpeech(clauses, seed, number);
}

/** The clauses of the two speeches that the generated ones are made of. */
export function seedClauses(): string[] {
  return readClauses(root).all.map(({ text }) => text);
}

/** Address of a passage, which every engine gives for a hit. */
export function passageId(speech: string, passage: string): string {
  return `${speech}#${passage}`;
}

/** What a corpus is like: its digest, to tell whether two runs had the same, and its size. */
export function describeCorpus(request: CorpusRequest): { digest: string; passages: number; characters: number } {
  const hash = createHash('sha256');
  let passages = 0;
  let characters = 0;
  for (const speech of corpus(request)) {
    hash.update(JSON.stringify(speech));
    passages += speech.passages.length;
    for (const { text } of speech.passages) characters += text.length;
  }
  return { digest: hash.digest('hex').slice(0, 16), passages, characters };
}
