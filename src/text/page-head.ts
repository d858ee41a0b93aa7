import { html } from './html.ts';

/** Another format of a page. */
export interface Format {
  href: string;
  /** As the footer calls it. */
  name: string;
  /** Media type. */
  type: string;
}

/** What the head of a page says of it. */
export interface PageHead {
  title: string;
  description: string;
  /** Its whole address; unknown until the site has one. */
  canonical?: string | undefined;
  formats?: readonly Format[];
  noindex?: boolean;
  /** Where a page that forwards leads. */
  refresh?: string | undefined;
}

/** The part of a page's head that is its own. */
export function renderPageHead({ title, description, canonical, formats = [], noindex = false, refresh }: PageHead): string {
  return html`<title>${title} · 提法 Tifa</title>
<meta name="description" content="${description}">
${noindex && html`<meta name="robots" content="noindex">\n`}${canonical && html`<link rel="canonical" href="${canonical}">\n`}${refresh && html`<meta http-equiv="refresh" content="0; url=${refresh}">\n`}${formats.map(({ href, type, name }) => html`<link rel="alternate" href="${href}" type="${type}" title="${name}">\n`)}`
    .markup;
}
