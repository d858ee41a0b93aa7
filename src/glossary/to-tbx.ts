import type { Term } from '../corpus/read-glossary.ts';
import type { Basis } from '../schemas/claim.ts';
import { type Html, html } from '../text/html.ts';
import { basisLabels, kindLabels } from '../text/labels.ts';
import { termPath } from '../text/paths.ts';
import { referenceText } from '../text/reference.ts';
import { exampleOf } from './example.ts';
import type { GlossaryData } from './glossary-data.ts';

/** The id of an entry in the file: an XML name, and recognisable among the entries of other termbases. */
export const tbxId = (term: string) => `tifa-${term}`;

/**
 * The glossary in TBX-Basic, the exchange format of terminologists, as ISO 30042:2008 has it (root `martif`), which most termbase
 * programs read. One entry is one concept with a Chinese and an English section: definitions with what they rest on, the
 * headword with its pinyin (a note, since TBX-Basic has no field for it) and an example, and the renderings, the first of them preferred.
 * The escapes of `html` are those of XML.
 */
export function glossaryTbx(data: GlossaryData): string {
  const headwords = new Map(data.terms.map(({ id, term }) => [id, term]));
  return `<?xml version="1.0" encoding="UTF-8"?>
${html`<martif type="TBX-Basic" xml:lang="en">
<martifHeader>
<fileDesc>
<titleStmt><title>Tifa 提法: glossary of Chinese political formulations</title></titleStmt>
<sourceDesc><p>Entries of the glossary at ${data.address('/glossary/')}, edition ${data.edition}</p></sourceDesc>
</fileDesc>
<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
</martifHeader>
<text>
<body>
${data.terms.map((term) => entry(term, headwords, data))}</body>
</text>
</martif>
`}`;
}

function entry(term: Term, headwords: ReadonlyMap<string, string>, data: GlossaryData): Html {
  const { id, kind, scope, gloss, related, contrast, revised } = term;
  const definition = (language: 'zh' | 'en') => html`<descripGrp><descrip type="definition">${gloss[language]}</descrip>${evidence(gloss, data)}</descripGrp>`;
  return html`<termEntry id="${tbxId(id)}">
<descrip type="subjectField">${kindLabels[kind].en}${scope === 'local' && ' (local)'}</descrip>
<transacGrp><transac type="transactionType">modification</transac><date>${revised}</date></transacGrp>
<xref type="externalCrossReference" target="${data.address(termPath(id))}">${term.term}</xref>
${[...related, ...contrast].map((other) => html`<ref type="crossReference" target="${tbxId(other)}">${headwords.get(other)}</ref>\n`)}<langSet xml:lang="zh-Hans">
${definition('zh')}
<tig><term>${term.term}</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>${context(term, data)}${headwordNotes(term).map((note) => html`<note>${note}</note>`)}</tig>
</langSet>
<langSet xml:lang="en">
${definition('en')}
${term.renderings.map(
  (rendering, i) =>
    html`<tig><term>${rendering.text}</term><termNote type="administrativeStatus">${i === 0 ? 'preferredTerm-admn-sts' : 'admittedTerm-admn-sts'}</termNote>${evidence(rendering, data)}${rendering.note && html`<note>${rendering.note.en}</note>`}</tig>\n`,
)}</langSet>
</termEntry>
`;
}

/** What a claim rests on: the document, or else the sign of evidence in words. */
function evidence({ basis, source }: { basis: Basis; source?: string | undefined }, { sources }: GlossaryData): Html {
  const document = source && sources.get(source);
  return html`<admin type="source">${basisLabels[basis].en}${document && `: ${referenceText(document)}`}</admin>`;
}

function headwordNotes({ pinyin, variants, notWhen, onlyWhen, onlyIn, members }: Term): string[] {
  return [
    `Pinyin: ${pinyin}`,
    ...(variants.length ? [`Also marked as: ${variants.join(' | ')}`] : []),
    ...(notWhen.length ? [`Not marked in: ${notWhen.join(' | ')}`] : []),
    ...(onlyWhen.length ? [`Marked only in: ${onlyWhen.join(' | ')}`] : []),
    ...(onlyIn.length ? [`Marked only in the speeches: ${onlyIn.join(' | ')}`] : []),
    ...(members?.status === 'listed' ? [`Members: ${members.items.map(({ zh, en }) => `${zh} (${en})`).join(' | ')}`] : []),
  ];
}

function context(term: Term, { mentions, speeches, address }: GlossaryData): Html | undefined {
  const example = exampleOf(mentions.get(term.id) ?? []);
  return (
    example &&
    html`<descripGrp><descrip type="context">${example.left}${example.hit}${example.right}</descrip><admin type="source">${speeches.get(example.speech)!.zh}, ${address(example.path)}</admin></descripGrp>`
  );
}
