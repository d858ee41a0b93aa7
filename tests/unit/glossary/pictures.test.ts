import { describe, expect, test } from 'vitest';
import { groupsOf } from '../../../src/glossary/groups.ts';
import { formulasPicture, groupPicture, groupsPicture, neighbourhoodPicture, type PictureContext } from '../../../src/glossary/pictures.ts';
import { otherEnd, relationsById, relationsOf } from '../../../src/glossary/relations.ts';
import { realCorpus } from '../support/speech.ts';

const { terms } = realCorpus();
const relations = relationsOf([...terms.values()]);
const byId = relationsById(relations);
const context: PictureContext = { terms, mentionsOf: () => 1, href: (path) => path };
const links = (markup: string) => [...markup.matchAll(/<a href="([^"]+)">/g)].map(([, href]) => href!);

describe('the pictures of the real glossary', () => {
  test('the neighbourhood of a term links to every entry it is related with, and says which of them are more than references', () => {
    const own = byId.get('san-da-gong-jian-zhan')!;
    const { markup } = neighbourhoodPicture('san-da-gong-jian-zhan', own, [], context);
    expect(links(markup).sort()).toEqual(own.map((relation) => `/glossary/${otherEnd(relation, 'san-da-gong-jian-zhan')}/`).sort());
    expect(markup).toContain('见于本条所含各项');
    expect(neighbourhoodPicture('jing-zhun-tuo-pin', byId.get('jing-zhun-tuo-pin')!, [], context).markup).toContain('其中一项提到本条');
  });

  test('the groups and the entries apart hold every entry once', () => {
    const all = groupsOf([...terms.keys()], relations);
    const drawn = all.groups.flatMap((group) => links(groupPicture(group, context).markup));
    expect([...drawn.map((href) => href.split('/')[2]!), ...all.apart.flat()].sort()).toEqual([...terms.keys()].sort());
    expect(links(groupsPicture(all, context).markup)).toEqual(all.groups.map(({ id }) => `#g-${id}`));
    expect(Math.max(...all.groups.map((group) => group.terms.length))).toBeLessThanOrEqual(60);
  });

  test('the formulas stand in the order they are given', () => {
    const { markup } = formulasPicture(
      [
        { id: 'liang-ge-wei-hu', number: 2 },
        { id: 'san-dian-gan-shou', number: 3 },
      ],
      relations,
      context,
    );
    expect(links(markup)).toEqual(['#liang-ge-wei-hu', '#san-dian-gan-shou']);
    expect(markup.match(/class="arc member"/g)).toHaveLength(1);
  });
});
