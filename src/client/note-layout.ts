/** A note that wants a place in the rail; lengths in CSS pixels, from the top of the window. */
export interface RailNote {
  /** Where its mark stands. */
  at: number;
  /** Its height when it is shown in full. */
  height: number;
  /** How important it is: 0 is always shown in full, 1 before 2, 2 before 3. */
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

/** Farthest that a note may be pushed below its line, in CSS pixels (three lines of text). */
const farthest = 102;

/**
 * Lays out the notes of a passage: each beside its line, pushed down where it would collide, never farther than three
 * lines and never past the passage. What has no room in full gets one line, and what has no room for a line is tucked
 * away: the important notes are placed first, then lines for the rest, then whatever still fits grows to full size.
 */
export function layOutNotes<T extends RailNote>(notes: readonly T[], rail: Rail): PlacedNote<T>[] {
  const inOrder = [...notes].sort((a, b) => a.at - b.at);
  const byImportance = [...inOrder].sort((a, b) => a.tier - b.tier);
  const sizes = new Map<T, NoteSize>(inOrder.map((note) => [note, note.tier === 0 ? 'full' : 'tucked']));
  // Where the editors' notes stand by themselves: they may stand there whatever the room.
  const alone = new Map(place(inOrder, sizes, rail).flatMap(({ item, y, size }) => (size === 'full' ? [[item, y] as const] : [])));
  const grow = (candidates: readonly T[], size: NoteSize) => {
    for (const note of candidates) {
      const before = sizes.get(note)!;
      sizes.set(note, size);
      if (!fits(place(inOrder, sizes, rail), rail, alone)) sizes.set(note, before);
    }
  };
  grow(
    byImportance.filter(({ tier }) => tier === 1),
    'full',
  );
  grow(
    byImportance.filter((note) => sizes.get(note) === 'tucked'),
    'line',
  );
  grow(
    byImportance.filter((note) => sizes.get(note) === 'line'),
    'full',
  );
  return place(inOrder, sizes, rail);
}

/** True when no note reaches past the passage or is pushed too far from its line, but for an editors' note that would do so by itself. */
function fits<T extends RailNote>(placed: readonly PlacedNote<T>[], { bottom, lineHeight }: Rail, alone: ReadonlyMap<T, number>): boolean {
  return placed.every(({ item, y, size }) => {
    if (size === 'tucked' || y === alone.get(item)) return true;
    return y - item.at <= farthest && y + (size === 'line' ? lineHeight : item.height) <= bottom;
  });
}

function place<T extends RailNote>(notes: readonly T[], sizes: ReadonlyMap<T, NoteSize>, { floor, gap, lineHeight }: Rail): PlacedNote<T>[] {
  let free = floor;
  return notes.map((item) => {
    const size = sizes.get(item)!;
    if (size === 'tucked') return { item, y: item.at, size };
    const y = Math.max(item.at, free);
    free = y + (size === 'line' ? lineHeight : item.height + gap);
    return { item, y, size };
  });
}

/** Kinds of terms whose glosses hold their place longest, and those that hold it somewhat. */
const firstTier = new Set(['allusion', 'numbered-formula', 'metaphor', 'policy', 'idiom']);
const secondTier = new Set(['formulation', 'meeting', 'document', 'concept']);

/** The tier of a note: 0 for the editors' own notes, which are always shown, else by the kind of its term. */
export function tierOf({ kind }: { kind?: string | undefined }): number {
  if (kind === undefined) return 0;
  return firstTier.has(kind) ? 1 : secondTier.has(kind) ? 2 : 3;
}
