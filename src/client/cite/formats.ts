import { biblatex, bibtex } from '../../text/citation/bibtex.ts';
import { cslJson } from '../../text/citation/csl-json.ts';
import { htmlQuotation, markdownQuotation } from '../../text/citation/quotation.ts';
import { ris } from '../../text/citation/ris.ts';
import { type StyleName, styleNames } from '../../text/citation/styles.ts';
import type { Resolved } from './resolve.ts';

/** A format other than a style: how it is written, and as what file it is saved. */
interface Format {
  label: string;
  extension: string;
  type: string;
  write(resolved: Resolved, style: StyleName, language: 'zh' | 'en'): string;
  /** True for formats that carry the words that are cited. */
  quotes?: true;
}

/** The formats for programs and pages. */
export const formats = {
  biblatex: { label: 'BibLaTeX', extension: 'bib', type: 'application/x-bibtex', write: ({ citation }, _style, language) => biblatex(citation, language) },
  bibtex: { label: 'BibTeX', extension: 'bib', type: 'application/x-bibtex', write: ({ citation }, _style, language) => bibtex(citation, language) },
  ris: { label: 'RIS', extension: 'ris', type: 'application/x-research-info-systems', write: ({ citation }, _style, language) => ris(citation, language) },
  'csl-json': { label: 'CSL-JSON', extension: 'json', type: 'application/vnd.citationstyles.csl+json', write: ({ citation }, _style, language) => cslJson(citation, language) },
  markdown: {
    label: 'Markdown',
    extension: 'md',
    type: 'text/markdown',
    quotes: true,
    write: ({ citation, quotation }, style, language) => markdownQuotation(quotation!, citation, { style, language }),
  },
  html: {
    label: 'HTML',
    extension: 'html',
    type: 'text/html',
    quotes: true,
    write: ({ citation, quotation }, style, language) => htmlQuotation(quotation!, citation, { style, language }),
  },
} satisfies Record<string, Format>;
export type FormatName = keyof typeof formats;

export const isStyle = (name: string): name is StyleName => name in styleNames;
export const isFormat = (name: string): name is FormatName => name in formats;
export const formatOf = (name: FormatName): Format => formats[name];
