import { html } from '../html.ts';
import { readEdtf } from './dates.ts';
import { chineseTitle, siteName, type Work } from './work.ts';

/** Addresses of a work. */
export interface WorkAddresses {
  /** That of its page, with the host as far as it is known. */
  citeAs: string;
  /** The same when the host is known. */
  whole: string | undefined;
  /** That of its record as CSL-JSON, if there is one. */
  record?: string;
}

/**
 * What reference managers read of a page. Dublin Core with the type `webpage`, the tags of Highwire Press and the name of the
 * site are what Zotero needs for a web page with title, date, language, site and address; fewer make it a journal article.
 */
export function renderMetadata(work: Work, { citeAs, whole, record }: WorkAddresses): string {
  const title = chineseTitle(work.title);
  const date = readEdtf(work.date) && work.date;
  return html`<meta name="DC.type" content="webpage">
<meta name="DC.title" content="${title}">
<meta name="DC.language" content="${work.language}">
<meta name="DC.publisher" content="${siteName.zh}">
${date && html`<meta name="DC.date" content="${date}">\n`}${whole && html`<meta name="DC.identifier" content="${whole}">\n`}<meta name="citation_title" content="${title}">
<meta name="citation_language" content="${work.language}">
${date && html`<meta name="citation_publication_date" content="${date}">\n`}${whole && html`<meta name="citation_public_url" content="${whole}">\n`}<meta property="og:site_name" content="${siteName.zh}">
<meta property="og:title" content="${title}">
<meta property="og:type" content="article">
${whole && html`<meta property="og:url" content="${whole}">\n`}<link rel="cite-as" href="${citeAs}">
${record && html`<link rel="describedby" type="application/vnd.citationstyles.csl+json" href="${record}">\n`}`.markup;
}
