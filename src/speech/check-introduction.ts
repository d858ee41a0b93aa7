import type { Bilingual } from '../schemas/claim.ts';
import type { Introduction } from '../schemas/introduction.ts';
import { readInline } from '../text/inline.ts';
import { type Problem, problem } from '../text/problems.ts';
import { similarNames } from '../text/similar.ts';
import { passagesOf, type Speech } from '../text/types.ts';
import type { YamlDocument } from '../text/yaml.ts';
import { commentaryId, entryId } from './render-commentary.ts';

/** What an introduction says of places and sources that are not there: places in its speech, records in the bibliography. */
export function checkIntroduction(introduction: Introduction, yaml: YamlDocument, speech: Speech, sources: ReadonlySet<string>): Problem[] {
  const anchors = new Set(speech.sections.flatMap((section) => [section.id, ...section.passages.map(({ id }) => id)]));
  const passages = passagesOf(speech);
  const units = new Set([...anchors, speech.title.id, ...passages.flatMap(({ sentences }) => sentences.map(({ id }) => id))]);
  /** What a link may lead to besides: the textual commentary and its entries. */
  const targets = new Set([...units, commentaryId, ...passages.flatMap(({ notes }) => notes.map(entryId))]);
  const unknown = (id: string, path: readonly PropertyKey[], known: ReadonlySet<string>) =>
    known.has(id) ? [] : [problem('unknown-anchor', yaml.placeOf(path), { field: path.join('.'), id })];
  const inline = (text: string, path: readonly PropertyKey[]): Problem[] =>
    readInline(text).flatMap((piece) => {
      if (piece.type === 'link') return unknown(piece.unit, path, targets);
      if (piece.type === 'words' && piece.text.includes('](')) return [problem('bad-link', yaml.placeOf(path), { field: path.join('.') })];
      if (piece.type === 'cite' && !sources.has(piece.source))
        return [problem('dangling-source', yaml.placeOf(path), { id: piece.source, near: similarNames(piece.source, sources) })];
      return [];
    });
  return [
    ...Object.keys(introduction.summaries).flatMap((id) => unknown(id, ['summaries', id], anchors)),
    ...introduction.parts.flatMap(({ points }, i) => points.flatMap(({ at }, k) => (at === undefined ? [] : unknown(at, ['parts', i, 'points', k, 'at'], units)))),
    ...textsOf(introduction).flatMap(({ text, path }) => inline(text, path)),
  ];
}

/** Every text in which marks are read, with its path. */
function textsOf({ parts }: Introduction): { text: string; path: PropertyKey[] }[] {
  const both = (texts: Bilingual | undefined, path: PropertyKey[]) =>
    texts ? (['zh', 'en'] as const).map((language) => ({ text: texts[language], path: [...path, language] })) : [];
  return parts.flatMap((part, i) => [
    ...both(part, ['parts', i]),
    ...part.points.flatMap((point, k) => both(point, ['parts', i, 'points', k])),
    ...both(part.conclusion, ['parts', i, 'conclusion']),
  ]);
}
