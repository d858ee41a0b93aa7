/** A note that wants a place in the rail; lengths in CSS pixels, from the top of the window. */
export interface RailNote {
  /** Where its mark stands. */
  at: number;
  /** Its height when it is shown in full. */
  height: number;
  /** How soon it gives way when there is no room: 3 first, then 2, then 1; 0 never. */
  tier: number;
}

/** How much of a note is shown: all of it, one line, or nothing until its mark is pointed at, focused or touched. */
export type NoteSize = 'full' | 'line' | 'tucked';

/** A note with its place. */
export interface PlacedNote<T extends RailNote> {
  item: T;
  y: number;
  size: NoteSize;
}

/** The space there is. */
export interface Rail {
  /** First free place. */
  floor: number;
  /** Place below which the notes should not reach. */
  bottom: number;
  gap: number;
  /** Height of a note of one line. */
  lineHeight: number;
}

/** How notes give way, in order: those of the last tiers shrink, then are tucked away, before the first tier is touched. */
const stages: readonly { tier: number; size: NoteSize }[] = [
  { tier: 3, size: 'line' },
  { tier: 2, size: 'line' },
  { tier: 3, size: 'tucked' },
  { tier: 2, size: 'tucked' },
  { tier: 1, size: 'line' },
  { tier: 1, size: 'tucked' },
];

/**
 * Lays out the notes of a passage: each beside its line, pushed down where it would collide. When they would run past
 * the passage, notes of lesser tiers shrink to one line, and when even that is too much they are tucked away, so that a
 * note never drifts from its line.
 */
export function layOutNotes<T extends RailNote>(notes: readonly T[], rail: Rail): PlacedNote<T>[] {
  const inOrder = [...notes].sort((a, b) => a.at - b.at);
  const sizes = new Map<T, NoteSize>();
  let placed = place(inOrder, sizes, rail);
  for (const { tier, size } of stages) {
    // Later notes give way first: the earlier ones keep the place beside their line.
    for (const note of inOrder.filter((candidate) => candidate.tier === tier).reverse()) {
      if (placed.end <= rail.bottom) return placed.notes;
      sizes.set(note, size);
      placed = place(inOrder, sizes, rail);
    }
  }
  return placed.notes;
}

function place<T extends RailNote>(notes: readonly T[], sizes: ReadonlyMap<T, NoteSize>, { floor, gap, lineHeight }: Rail): { notes: PlacedNote<T>[]; end: number } {
  let free = floor;
  let end = floor;
  const placed = notes.map((item) => {
    const size = sizes.get(item) ?? 'full';
    if (size === 'tucked') return { item, y: item.at, size };
    const y = Math.max(item.at, free);
    end = y + (size === 'line' ? lineHeight : item.height);
    free = end + (size === 'line' ? 0 : gap);
    return { item, y, size };
  });
  return { notes: placed, end };
}

/** Kinds of terms whose glosses hold their place longest, and those that hold it somewhat. */
const firstTier = new Set(['allusion', 'numbered-formula', 'metaphor', 'policy', 'idiom']);
const secondTier = new Set(['formulation', 'meeting', 'document', 'concept']);

/** The tier of a note: 0 for the editors' own notes, which never give way, else by the kind of its term. */
export function tierOf({ gloss, kind = '' }: { gloss?: string | undefined; kind?: string | undefined }): number {
  if (gloss === undefined) return 0;
  return firstTier.has(kind) ? 1 : secondTier.has(kind) ? 2 : 3;
}
