import type { Addresses, AddressKind } from './address-file.ts';

/** What is to become of an address. */
export interface AddressChange {
  kind: AddressKind;
  id: string;
  what: 'new' | 'renamed' | 'removed' | 'restored';
  /** The address it forwards to from now on. */
  to?: string;
  /** True when nobody said so and it was only concluded from the files. */
  guessed: boolean;
}

/** What an editor said about addresses. */
export interface AddressWishes {
  /** Old and new names. */
  renamed: ReadonlyMap<string, string>;
  removed: ReadonlySet<string>;
}

/** The content there is. */
export interface PresentFiles {
  /** For each kind the name under which each address is shown: the title or the headword. */
  names: Readonly<Record<AddressKind, ReadonlyMap<string, string>>>;
  /** New files that cannot have an address yet, and addresses whose content cannot be read. While there are any, a vanished file may be one of them. */
  unsettled: Readonly<Record<AddressKind, ReadonlySet<string>>>;
  /** How far the content of a file is that of an address which has none any more, from 0 to 1. */
  likeness(kind: AddressKind, address: string, file: string): number;
}

/** From here on a new file is taken for a vanished one under another name. */
const likeEnough = 0.5;

/**
 * Finds out what became of every address by comparing the published ones with the files: new, renamed, removed, or back
 * again. Wishes go before guesses; what cannot even be guessed yet stays as it is.
 * @param date the day, as YYYY-MM-DD
 * @returns the changes, the addresses after them, and the wishes that make no sense
 */
export function planAddresses(
  addresses: Addresses,
  { names, unsettled, likeness }: PresentFiles,
  wishes: AddressWishes,
  date: string,
): { changes: AddressChange[]; next: Addresses; misplaced: string[] } {
  const changes: AddressChange[] = [];
  const next = structuredClone(addresses);
  const met = new Set<string>();
  for (const kind of ['speeches', 'terms'] as const) {
    const files = names[kind];
    const [present, renamed, removed] = [next.present[kind], next.renamed[kind], next.removed[kind]];
    const vanished = Object.keys(present).filter((id) => !files.has(id));
    const free = new Set([...files.keys()].filter((id) => !Object.hasOwn(present, id)));
    for (const id of vanished) {
      const wished = wishes.renamed.get(id);
      if (wished !== undefined || wishes.removed.has(id)) met.add(id);
      if (wished !== undefined && !(free.has(wished) || (kind === 'terms' && files.has(wished)))) {
        if (!unsettled[kind].has(wished)) met.delete(id);
        continue;
      }
      const to = wished ?? (wishes.removed.has(id) ? undefined : likest(free, (file) => likeness(kind, id, file)));
      const guessed = wished === undefined && !wishes.removed.has(id);
      if (to === undefined && guessed && unsettled[kind].size > 0) continue;
      if (to === undefined) removed[id] = { name: present[id]!, date };
      else {
        renamed[id] = to;
        free.delete(to);
        present[to] = files.get(to)!;
        // The old name of its new name, if it goes back to one, and those that led to it.
        delete renamed[to];
        for (const [earlier, target] of Object.entries(renamed)) if (target === id) renamed[earlier] = to;
      }
      delete present[id];
      changes.push({ kind, id, what: to === undefined ? 'removed' : 'renamed', ...(to === undefined ? {} : { to }), guessed });
    }
    for (const id of free) {
      if (Object.hasOwn(renamed, id)) continue;
      const back = Object.hasOwn(removed, id);
      if (back && likeness(kind, id, id) < likeEnough) continue;
      delete removed[id];
      present[id] = files.get(id)!;
      changes.push({ kind, id, what: back ? 'restored' : 'new', guessed: back });
    }
    for (const [id, name] of files) if (Object.hasOwn(present, id)) present[id] = name;
  }
  return { changes, next, misplaced: [...wishes.renamed.keys(), ...wishes.removed].filter((id) => !met.has(id)) };
}

function likest(files: ReadonlySet<string>, likeness: (file: string) => number): string | undefined {
  const [best] = [...files].map((file) => ({ file, like: likeness(file) })).sort((a, b) => b.like - a.like);
  return best && best.like >= likeEnough ? best.file : undefined;
}
