import { describe, expect, test } from 'vitest';
import { bibliographyCsl } from '../../../src/glossary/to-csl.ts';
import { realCorpus } from '../support/speech.ts';

const { sources } = realCorpus();
const items = bibliographyCsl(sources);

/** Fields of CSL-JSON that our records use, from the schema of CSL 1.0.2. */
const fields = new Set('id type title author editor issued container-title publisher event-title number volume issue page URL language accessed note custom'.split(' '));

describe('the bibliography as CSL-JSON', () => {
  test('has one item a record, and no field that CSL does not know', () => {
    expect(items.map(({ id }) => id)).toEqual([...sources.keys()]);
    expect(items.flatMap((item) => Object.keys(item)).filter((field) => !fields.has(field))).toEqual([]);
  });

  test('says on what day a document was seen, and what of it', () => {
    const [item] = bibliographyCsl(
      new Map([['x', { type: 'report', title: '报告', titleEn: 'Report', language: 'zh', seen: { on: '2026-11-21', what: { zh: '全文', en: 'the full text' } } }]]),
    );
    expect(item).toEqual({
      id: 'x',
      type: 'report',
      title: '报告',
      language: 'zh',
      accessed: { 'date-parts': [[2026, 11, 21]] },
      note: 'Title in English: Report. Seen: the full text.',
      custom: { titleEn: 'Report', seen: { on: '2026-11-21', what: { zh: '全文', en: 'the full text' } } },
    });
  });

  test('says of a document cited from memory that it was not seen', () => {
    const [item] = bibliographyCsl(new Map([['x', { type: 'book', title: 'Book', language: 'en' }]]));
    expect(item).toEqual({ id: 'x', type: 'book', title: 'Book', language: 'en', note: 'Not seen; cited from memory.', custom: {} });
  });
});
