import type { Term } from '../corpus/read-glossary.ts';
import type { Bilingual } from '../schemas/claim.ts';
import type { Href } from '../speech/render-gloss.ts';
import type { Html } from '../text/html.ts';
import { termPath } from '../text/paths.ts';
import { type ArcRow, arcPicture, dotRadius } from './arc-picture.ts';
import { arrange } from './arrange.ts';
import type { TermGroup, TermGroups } from './groups.ts';
import { otherEnd, type Relation } from './relations.ts';

/** What the pictures are drawn from. */
export interface PictureContext {
  terms: ReadonlyMap<string, Pick<Term, 'id' | 'term' | 'renderings' | 'members'>>;
  /** Number of mentions of a term, heads included. */
  mentionsOf: (id: string) => number;
  href: Href;
}

/** Where a group stands on the page of the map. */
export const groupAnchor = (id: string) => `g-${id}`;

const reading: Bilingual = {
  zh: '每行一个提法，左边的弧线连起相关的两个；圆点越大，用得越多；空圈表示没有单独的用例。',
  en: 'One term a line; an arc at the left joins two that are related. The larger the dot, the more often the term is used; a ring means that it has no mention of its own.',
};

function rowOf(id: string, { terms, mentionsOf, href }: PictureContext): ArcRow {
  const { term, renderings } = terms.get(id)!;
  return { id, href: href(termPath(id)), zh: term, en: renderings[0]!.text, radius: dotRadius(mentionsOf(id)) };
}

/** A term among its neighbours. `relations` are its own and those among its neighbours. */
export function neighbourhoodPicture(id: string, own: readonly Relation[], among: readonly Relation[], context: PictureContext): Html {
  const { term, renderings } = context.terms.get(id)!;
  const relationOf = new Map(own.map((relation) => [otherEnd(relation, id), relation]));
  const relations = [...own, ...among];
  const order = arrange(
    [id, ...relationOf.keys()],
    relations.map(({ from, to }) => [from, to]),
  );
  const rows = order.map((other): ArcRow => {
    const { href, ...row } = rowOf(other, context);
    const remark = remarkOn(relationOf.get(other), other);
    return other === id ? row : { ...row, ...(href && { href }), ...(remark && { remark }) };
  });
  return arcPicture({ name: 'near', title: { zh: `与“${term}”相关的提法。`, en: `Terms related to “${renderings[0]!.text}”.` }, description: reading, rows, arcs: relations });
}

/** What joins a neighbour to the term, where it is more than a reference. */
function remarkOn(relation: Relation | undefined, neighbour: string): Bilingual | undefined {
  if (relation?.kind === 'contrast') return { zh: '对照', en: 'compare' };
  if (relation?.kind === 'member')
    return relation.from === neighbour ? { zh: '其中一项提到本条', en: 'names it in a member' } : { zh: '见于本条所含各项', en: 'named in a member' };
  return undefined;
}

/** All terms of a group. */
export function groupPicture(group: TermGroup, context: PictureContext): Html {
  return arcPicture({
    name: `pic-${group.id}`,
    title: groupName(group, context, { zh: '一组提法：', en: 'A group of terms: ' }),
    description: reading,
    rows: group.terms.map((id) => rowOf(id, context)),
    arcs: group.relations,
  });
}

/** The best linked terms of a group, which name it. */
export function groupName({ names }: TermGroup, { terms }: PictureContext, before: Bilingual = { zh: '', en: '' }): Bilingual {
  return { zh: `${before.zh}${names.map((id) => terms.get(id)!.term).join('、')}`, en: `${before.en}${names.map((id) => terms.get(id)!.renderings[0]!.text).join('; ')}` };
}

/** Thickness of an arc that stands for so many references. */
const arcWidth = (weight: number) => Math.min(5, 0.5 + (weight - fewestLinks) * 0.5);
/** Groups that refer to each other less often are not joined in the overview. */
const fewestLinks = 2;

/** The groups and the links between them. */
export function groupsPicture({ groups, links }: TermGroups, context: PictureContext): Html {
  return arcPicture({
    name: 'groups',
    room: 120,
    title: { zh: '各组提法及其联系。', en: 'The groups of terms and how they are linked.' },
    description: {
      zh: '每行一组，以组内联系最多的提法为名；互相提到两次以上的两组以弧线相连，次数越多线越粗；圆点越大，组内词条越多。',
      en: 'One group a line, named after the term best linked in it. An arc joins two groups that refer to each other at least twice, the more often the thicker; the larger a dot, the more entries the group has.',
    },
    rows: groups.map((group) => {
      const { term, renderings } = context.terms.get(group.id)!;
      const count = group.terms.length;
      return {
        id: group.id,
        href: `#${groupAnchor(group.id)}`,
        zh: term,
        en: renderings[0]!.text,
        radius: Math.sqrt(count) * 1.1,
        remark: { zh: `${count} 条`, en: String(count) },
      };
    }),
    arcs: links.filter(({ weight }) => weight >= fewestLinks).map(({ from, to, weight }) => ({ from, to, kind: 'related', width: arcWidth(weight) })),
  });
}

/** The formulas by number, those joined that name each other or refer to each other; a row leads to the formula’s place on its page. */
export function formulasPicture(formulas: readonly { id: string; number: number }[], relations: readonly Relation[], context: PictureContext): Html {
  const ids = new Set(formulas.map(({ id }) => id));
  return arcPicture({
    name: 'formulas',
    title: { zh: '数字套语及其联系。', en: 'The numbered formulas and how they are linked.' },
    description: {
      zh: '每行一个套语，依项数排列，项数注在行末；左边的弧线连起互相参见的两个，粗线表示一个的某项提到另一个；圆点越大，用得越多。',
      en: 'One formula a line, in the order of the number of members, which stands at the end of the line. An arc at the left joins two that refer to each other; it is thick where the one is named in a member of the other. The larger the dot, the more often the formula is used.',
    },
    rows: formulas.map(({ id, number }) => ({ ...rowOf(id, context), href: `#${id}`, remark: { zh: `${number} 项`, en: String(number) } })),
    arcs: relations.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  });
}
