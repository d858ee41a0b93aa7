import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { chineseTitle } from '../../../../src/text/citation/work.ts';
import { citations, formats } from '../../support/citations.ts';

// What we write is read again by an independent parser (citation-js).
interface Read {
  type: string;
  title: string;
  URL: string;
  author?: unknown;
  issued: { 'date-parts'?: number[][]; literal?: string; circa?: boolean };
  accessed?: { 'date-parts': number[][] };
  note?: string | string[];
  genre?: string;
  publisher?: string;
  version?: string;
}
const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core') as { Cite: new (text: string) => { data: Read[] } };
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

describe.each(['zh', 'en'] as const)('records with labels in %s', (language) => {
  describe.each(citations())('%s', (_what, citation) => {
    test.each(Object.entries(formats))('%s', (format, write) => {
      const items = new Cite(write(citation, language)).data;
      expect(items).toHaveLength(1);
      const [item] = items as [Read];
      // Every character of the title, and the address with its receipt and fragment.
      expect(item.title).toBe(chineseTitle(citation.work.title));
      expect(item.URL).toBe(citation.url);
      expect(item.author).toBeUndefined();
      expect(item.type).toBe(format === 'bibtex' ? 'document' : 'webpage');
      const year = Number(citation.work.date.slice(0, 4));
      if (format === 'bibtex') expect(JSON.stringify(item.issued)).toContain(String(year));
      else expect(item.issued['date-parts']![0]![0]).toBe(year);
      if (format === 'biblatex' || format === 'csl-json') {
        expect(item.accessed).toEqual({ 'date-parts': [[2026, 11, 21]] });
        expect(item.version).toBe(citation.edition);
      } else {
        expect(JSON.stringify(item.note)).toContain(citation.edition);
      }
      if (citation.first?.startsWith('p')) expect(JSON.stringify(item.note)).toMatch(language === 'zh' ? /第[\d—]+段/ : /paras?\. \d/);
    });
  });
});

test('signs of TeX in a title are read back as they were written', () => {
  const [, citation] = citations()[1]!;
  const title = '“X%”_{**} #1 & $2 ~ ^ \\稳';
  const work = { ...citation.work, title: { main: title, supplied: false, en: title } };
  for (const format of ['biblatex', 'bibtex'] as const) {
    const [item] = new Cite(formats[format]({ ...citation, work }, 'zh')).data as [Read];
    expect(item.title).toBe(title);
  }
});
