import { describe, expect, test } from 'vitest';
import { type Addresses, noAddresses, presentAddress } from '../../../src/corpus/address-file.ts';
import { type AddressWishes, planAddresses } from '../../../src/corpus/plan-addresses.ts';

const day = '2027-03-01';
const published: Addresses = { ...noAddresses(), present: { speeches: { harvest: '丰收', sowing: '播种' }, terms: { nong: '农' } } };
/** Plans for speeches under these names; the likeness of an address to a file is what is listed, as `address=file`. */
const plan = (
  speeches: Record<string, string>,
  {
    from = published,
    alike = [],
    renamed = {},
    removed = [],
    unsettled = [],
  }: { from?: Addresses; alike?: string[]; renamed?: Record<string, string>; removed?: string[]; unsettled?: string[] } = {},
) => {
  const wishes: AddressWishes = { renamed: new Map(Object.entries(renamed)), removed: new Set(removed) };
  const names = { speeches: new Map(Object.entries(speeches)), terms: new Map(Object.entries(from.present.terms)) };
  const open = { speeches: new Set(unsettled), terms: new Set<string>() };
  return planAddresses(from, { names, unsettled: open, likeness: (_kind, address, file) => (alike.includes(`${address}=${file}`) ? 0.9 : 0.1) }, wishes, day);
};

describe('what becomes of addresses', () => {
  test('nothing, while the files are the same', () => {
    expect(plan({ harvest: '丰收', sowing: '播种' })).toEqual({ changes: [], next: published, misplaced: [] });
  });

  test('a new file gets an address', () => {
    const { changes, next } = plan({ harvest: '丰收', sowing: '播种', grain: '粮食' });
    expect(changes).toEqual([{ kind: 'speeches', id: 'grain', what: 'new', guessed: false }]);
    expect(next.present.speeches).toEqual({ ...published.present.speeches, grain: '粮食' });
  });

  test('a name follows its file', () => {
    expect(plan({ harvest: '大丰收', sowing: '播种' })).toMatchObject({ changes: [], next: { present: { speeches: { harvest: '大丰收' } } } });
  });

  test('a vanished file and a new one like it: renamed, as a guess', () => {
    const { changes, next } = plan({ grain: '粮食', sowing: '播种' }, { alike: ['harvest=grain'] });
    expect(changes).toEqual([{ kind: 'speeches', id: 'harvest', what: 'renamed', to: 'grain', guessed: true }]);
    expect(next.present.speeches).toEqual({ grain: '粮食', sowing: '播种' });
    expect(presentAddress(next, 'speeches', 'harvest')).toBe('grain');
  });

  test('a vanished file, and a new one that cannot be read: neither removed nor renamed, though it be wished; removed if that is wished', () => {
    const files = { sowing: '播种' };
    expect(plan(files, { unsettled: ['grain'] })).toEqual({ changes: [], next: published, misplaced: [] });
    expect(plan(files, { unsettled: ['grain'], renamed: { harvest: 'grain' } })).toEqual({ changes: [], next: published, misplaced: [] });
    expect(plan(files, { unsettled: ['grain'], removed: ['harvest'] }).changes).toEqual([{ kind: 'speeches', id: 'harvest', what: 'removed', guessed: false }]);
  });

  test('a vanished file and nothing like it: removed, as a guess', () => {
    const { changes, next } = plan({ grain: '粮食', sowing: '播种' });
    expect(changes).toEqual([
      { kind: 'speeches', id: 'harvest', what: 'removed', guessed: true },
      { kind: 'speeches', id: 'grain', what: 'new', guessed: false },
    ]);
    expect(next.removed.speeches).toEqual({ harvest: { name: '丰收', date: day } });
  });

  test('what an editor says goes before what is alike', () => {
    const files = { grain: '粮食', sowing: '播种' };
    expect(plan(files, { renamed: { harvest: 'grain' } }).changes).toEqual([{ kind: 'speeches', id: 'harvest', what: 'renamed', to: 'grain', guessed: false }]);
    expect(plan(files, { alike: ['harvest=grain'], removed: ['harvest'] }).changes[0]).toEqual({ kind: 'speeches', id: 'harvest', what: 'removed', guessed: false });
  });

  test('each new file takes the place of one that vanished', () => {
    const { changes } = plan({ grain: '粮食' }, { alike: ['harvest=grain', 'sowing=grain'] });
    expect(changes.map(({ id, what }) => [id, what])).toEqual([
      ['harvest', 'renamed'],
      ['sowing', 'removed'],
    ]);
  });

  test('addresses that led to a name lead to its next one', () => {
    const once = plan({ grain: '粮食', sowing: '播种' }, { renamed: { harvest: 'grain' } }).next;
    const twice = plan({ crops: '庄稼', sowing: '播种' }, { from: once, renamed: { grain: 'crops' } }).next;
    expect(twice.renamed.speeches).toEqual({ harvest: 'crops', grain: 'crops' });
  });

  test('a file may go back to its old name', () => {
    const once = plan({ grain: '粮食', sowing: '播种' }, { renamed: { harvest: 'grain' } }).next;
    const { changes, next } = plan({ harvest: '丰收', sowing: '播种' }, { from: once, alike: ['grain=harvest'] });
    expect(changes).toEqual([{ kind: 'speeches', id: 'grain', what: 'renamed', to: 'harvest', guessed: true }]);
    expect(next.renamed.speeches).toEqual({ grain: 'harvest' });
  });

  test('a new file may not take an address that forwards', () => {
    const once = plan({ grain: '粮食', sowing: '播种' }, { renamed: { harvest: 'grain' } }).next;
    const { changes, next } = plan({ grain: '粮食', sowing: '播种', harvest: '另一篇' }, { from: once });
    expect([changes, next]).toEqual([[], once]);
  });

  test('what was removed may come back as itself, not as something else', () => {
    const once = plan({ sowing: '播种' }, { removed: ['harvest'] }).next;
    const files = { sowing: '播种', harvest: '丰收' };
    expect(plan(files, { from: once }).changes).toEqual([]);
    const { changes, next } = plan(files, { from: once, alike: ['harvest=harvest'] });
    expect(changes).toEqual([{ kind: 'speeches', id: 'harvest', what: 'restored', guessed: true }]);
    expect(next).toEqual(published);
  });

  test('one entry may be merged into another, but not one speech', () => {
    const from = { ...published, present: { speeches: published.present.speeches, terms: { nong: '农', 'san-nong': '三农' } } };
    const terms = planAddresses(
      from,
      {
        names: { speeches: new Map(Object.entries(from.present.speeches)), terms: new Map([['san-nong', '三农']]) },
        unsettled: { speeches: new Set(), terms: new Set() },
        likeness: () => 0,
      },
      { renamed: new Map([['nong', 'san-nong']]), removed: new Set() },
      day,
    );
    expect(terms.next.renamed.terms).toEqual({ nong: 'san-nong' });
    expect(plan({ sowing: '播种' }, { renamed: { harvest: 'sowing' } }).misplaced).toEqual(['harvest']);
  });

  test.each([{ renamed: { harvest: 'grain' } }, { renamed: { nobody: 'harvest' } }, { removed: ['harvest'] }])('a wish that fits nothing is told: %o', (wishes) => {
    expect(plan({ harvest: '丰收', sowing: '播种' }, wishes).misplaced).toHaveLength(1);
  });
});
