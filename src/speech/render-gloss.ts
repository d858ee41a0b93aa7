import type { Basis } from '../schemas/claim.ts';
import type { TermEntry } from '../schemas/term.ts';
import { bilingualHtml, type Html, html } from '../text/html.ts';
import { basisLabels } from '../text/labels.ts';
import { termPath } from '../text/paths.ts';

/** Makes an address of the site from a path that begins with a slash; adds the base path. */
export type Href = (path: string) => string;

/** An `Href` for a site under `base`, such as `/` or `/tifa/`. */
export function hrefUnder(base: string): Href {
  const prefix = base.replace(/\/+$/, '');
  return (path) => prefix + path;
}

/** An address with the host that the site is published under, as long as it is known; without it, one under the base path. */
export function addressUnder(base: string, site: string | undefined): Href {
  const href = hrefUnder(base);
  return site === undefined ? href : (path) => new URL(href(path), site).href;
}

/** The boxed label that says what an entry or a fact rests on. */
export function renderEvidence(basis: Basis): Html {
  const { zh, en } = basisLabels[basis];
  return html`<span class="evidence" data-basis="${basis}">${bilingualHtml(zh, en)}</span>`;
}

/** The sign and words that say what a claim rests on. */
export function renderBasis(basis: Basis, language: 'zh' | 'en'): Html {
  return html`<span class="basis" data-basis="${basis}">${basisLabels[basis][language]}</span>`;
}

/** What a callout shows of a term. */
export type Gloss = { id: string } & Pick<TermEntry, 'term' | 'pinyin' | 'kind' | 'gloss' | 'renderings'>;

/** The inside of a callout: headword, pinyin, and the gloss in both languages. */
export function renderGloss({ id, term, pinyin, gloss, renderings }: Gloss, href: Href): Html {
  return html`<p class="note-head" lang="zh-Hans"><a href="${href(termPath(id))}">${term}</a> <span lang="zh-Latn-pinyin">${pinyin}</span></p><p data-ui lang="zh-Hans">${gloss.zh} ${renderBasis(gloss.basis, 'zh')}</p><p data-ui lang="en"><em>${renderings[0]!.text}</em>. ${gloss.en} ${renderBasis(gloss.basis, 'en')}</p>`;
}
