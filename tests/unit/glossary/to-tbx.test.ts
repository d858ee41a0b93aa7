import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { glossaryTbx, tbxId } from '../../../src/glossary/to-tbx.ts';
import { realGlossary } from '../support/glossary.ts';

const data = realGlossary();
const text = glossaryTbx(data);
const failed: string[] = [];
const document = new DOMParser({ onError: (level, message) => failed.push(`${level}: ${message}`) }).parseFromString(text, 'text/xml');
const within = (element: Element, name: string) => [...element.getElementsByTagName(name)];
const entries = [...document.getElementsByTagName('termEntry')];

/** Terms of one language, with their status. */
const terms = (entry: Element, language: string) => {
  const section = within(entry, 'langSet').find((one) => one.getAttribute('xml:lang') === language)!;
  return within(section, 'tig').map((tig) => [within(tig, 'term')[0]!.textContent, within(tig, 'termNote')[0]!.textContent]);
};
const definition = (entry: Element, language: string) =>
  within(within(entry, 'langSet').find((one) => one.getAttribute('xml:lang') === language)!, 'descrip').find((one) => one.getAttribute('type') === 'definition')!.textContent;

describe('the glossary as TBX, read by another reader', () => {
  test('is well-formed XML with the root of TBX-Basic', () => {
    expect(failed).toEqual([]);
    expect([document.documentElement!.tagName, document.documentElement!.getAttribute('type')]).toEqual(['martif', 'TBX-Basic']);
  });

  test('equals the glossary: ids, headwords, renderings in their order, definitions', () => {
    expect(entries.map((entry) => [entry.getAttribute('id'), definition(entry, 'zh-Hans'), definition(entry, 'en'), terms(entry, 'zh-Hans'), terms(entry, 'en')])).toEqual(
      data.terms.map(({ id, term, gloss, renderings }) => [
        tbxId(id),
        gloss.zh,
        gloss.en,
        [[term, 'preferredTerm-admn-sts']],
        renderings.map((rendering, i) => [rendering.text, i === 0 ? 'preferredTerm-admn-sts' : 'admittedTerm-admn-sts']),
      ]),
    );
  });

  test('notes the pinyin of every headword', () => {
    const notes = (entry: Element) => within(entry, 'note').map((note) => note.textContent);
    expect(entries.filter((entry, i) => !notes(entry).includes(`Pinyin: ${data.terms[i]!.pinyin}`))).toEqual([]);
  });

  test('refers only to entries that are there', () => {
    const ids = new Set(entries.map((entry) => entry.getAttribute('id')));
    const targets = [...document.getElementsByTagName('ref')].map((ref) => ref.getAttribute('target'));
    expect(targets.length).toBe(data.terms.reduce((sum, { related, contrast }) => sum + related.length + contrast.length, 0));
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
  });

  test('uses the data categories of TBX-Basic and no others', () => {
    const types = new Set(
      [...document.getElementsByTagName('*')].flatMap((element) => (element.hasAttribute('type') ? [`${element.tagName} ${element.getAttribute('type')}`] : [])),
    );
    expect([...types].sort()).toEqual([
      'admin source',
      'descrip context',
      'descrip definition',
      'descrip subjectField',
      'martif TBX-Basic',
      'p XCSURI',
      'ref crossReference',
      'termNote administrativeStatus',
      'transac transactionType',
      'xref externalCrossReference',
    ]);
  });

  test('puts what the model of a term allows in the order it asks for: the term, its notes, the rest', () => {
    for (const tig of document.getElementsByTagName('tig')) {
      const names = [...tig.childNodes].map(({ nodeName }) => nodeName);
      expect(names.join(' ')).toMatch(/^term( termNote)+( (admin|descripGrp|note))*$/);
    }
  });
});
