import type { Bilingual } from '../../schemas/claim.ts';
import { apaInText, apaReference } from './apa.ts';
import { chicagoBibliography, chicagoNote } from './chicago.ts';
import { gbtEntry } from './gbt.ts';
import { locatorWords } from './locator.ts';
import { mlaEntry, mlaInText } from './mla.ts';
import type { Rich } from './rich.ts';
import type { Citation } from './work.ts';

/** The citation styles, by the names under which a reader's choice is kept. */
export type StyleName = 'gbt-2025' | 'gbt-2015' | 'apa' | 'chicago' | 'mla';

/** What a style makes of a citation: an entry for the list of references, and what stands in the text or in a note. */
export interface StyledLine {
  use: 'entry' | 'note' | 'in-text';
  text: Rich;
}

export const styleNames: Readonly<Record<StyleName, string>> = {
  'gbt-2025': 'GB/T 7714—2025',
  'gbt-2015': 'GB/T 7714—2015',
  apa: 'APA 7',
  chicago: 'Chicago 18',
  mla: 'MLA 9',
};

/** The style that a reader sees who has chosen none. */
export function usualStyle(language: 'zh' | 'en'): StyleName {
  return language === 'zh' ? 'gbt-2025' : 'chicago';
}

export const useLabels: Readonly<Record<StyledLine['use'], Bilingual>> = {
  entry: { zh: '参考文献', en: 'Reference list' },
  note: { zh: '脚注', en: 'Note' },
  'in-text': { zh: '文中', en: 'In the text' },
};

/** A citation in a style, with labels in a language. What stands first is what is copied with a quotation. */
export function cite(citation: Citation, style: StyleName, language: 'zh' | 'en'): StyledLine[] {
  switch (style) {
    case 'gbt-2025':
    case 'gbt-2015': {
      const place = locatorWords(citation)?.zh;
      return [
        { use: 'entry', text: gbtEntry(citation, style === 'gbt-2025' ? '2025' : '2015') },
        { use: 'in-text', text: [`[1]${place ? `（${place}）` : ''}`] },
      ];
    }
    case 'apa':
      return [
        { use: 'entry', text: apaReference(citation, language) },
        { use: 'in-text', text: apaInText(citation, language) },
      ];
    case 'chicago':
      return [
        { use: 'note', text: chicagoNote(citation, language) },
        { use: 'entry', text: chicagoBibliography(citation, language) },
      ];
    case 'mla':
      return [
        { use: 'entry', text: mlaEntry(citation, language) },
        { use: 'in-text', text: mlaInText(citation, language) },
      ];
  }
}
