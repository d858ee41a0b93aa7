import { describe, expect, test } from 'vitest';
import { htmlQuotation, markdownQuotation, plainQuotation } from '../../../../src/text/citation/quotation.ts';
import { citationOf } from '../../support/citations.ts';

const citation = citationOf('ziyang-study-session', 'p2');
const quotation = { paragraphs: ['推动**高质量发展。', '<二>_是_'], redactions: ['**'] };

describe('a quotation with its citation', () => {
  test('as plain text, in the style and language that were chosen', () => {
    expect(plainQuotation(quotation, citation, { style: 'gbt-2025', language: 'zh' })).toBe(`推动**高质量发展。
<二>_是_
（**为来源隐去。）
——[在市委读书班上的交流发言][EB/OL]. （[约2022]）[2026-11-21]. ${citation.url}.（第2段）`);
    expect(plainQuotation({ ...quotation, redactions: [] }, citation, { style: 'chicago', language: 'en' })).toBe(`推动**高质量发展。
<二>_是_
— Remarks in the discussion at a study session of a municipal Party committee, Tifa, [ca. 2022], para. 2, accessed November 21, 2026, ${citation.url}.`);
  });

  test('as HTML, escaped, with the address in cite and as a link, without script or style', () => {
    expect(htmlQuotation(quotation, citation, { style: 'apa', language: 'en' })).toBe(`<blockquote cite="${citation.url}" lang="zh-Hans">
<p>推动**高质量发展。</p>
<p>&lt;二&gt;_是_</p>
</blockquote>
<p>(**: removed in the source.)<br>— [Remarks in the discussion at a study session of a municipal Party committee]. (ca. 2022). Tifa. Retrieved November 21, 2026, from <a href="${citation.url}">${citation.url}</a> (para. 2)</p>
`);
  });

  test('as Markdown, with the signs of the source escaped', () => {
    expect(markdownQuotation(quotation, citation, { style: 'mla', language: 'en' })).toBe(`> 推动\\*\\*高质量发展。
>
> \\<二\\>\\_是\\_
>
> (\\*\\*: removed in the source.)
>
> — Remarks in the discussion at a study session of a municipal Party committee. *Tifa*, edition 2026-11-21.7k3m9x2p, \\[circa 2022\\], <${citation.url}>. Accessed 21 Nov. 2026. (para. 2)
`);
  });

  test('several marks of redaction are named once each', () => {
    const plain = plainQuotation({ paragraphs: ['X年X月XX'], redactions: ['X', 'XX'] }, citation, { style: 'gbt-2025', language: 'en' });
    expect(plain.split('\n')[1]).toBe('(X, XX: removed in the source.)');
  });
});
