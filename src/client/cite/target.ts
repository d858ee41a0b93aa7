/** What a reader asks to cite. */
export type Target =
  /** Units of the speech that the page shows: one, a run of them, or (without either) the whole. */
  | { kind: 'units'; first?: string; last?: string }
  /** Words selected in that speech. */
  | { kind: 'selection'; range: Range }
  /** A hit of the search, by offsets into its unit. */
  | { kind: 'hit'; speech: string; path: string; unit: string; start: number; end: number }
  /** An entry of the glossary. */
  | { kind: 'term'; id: string };
