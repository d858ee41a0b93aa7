/** Data for search engines as the markup of a data block; browsers do not run such blocks, so the content security policy lets them be. */
export function jsonLd(data: Readonly<Record<string, unknown>>): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data });
  // No end tag, and no comment, can begin inside it.
  return `<script type="application/ld+json">${json.replaceAll('<', '\\u003c')}</script>`;
}
