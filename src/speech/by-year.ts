import type { SpeechSummary } from './summary.ts';

/** Speeches of one year. */
export interface YearGroup<T> {
  /** Absent for those of which no year is known. */
  year: string | undefined;
  speeches: T[];
}

/** Speeches by the year of their date, sure or doubtful, the newest first and the undated last; in each by title. */
export function groupByYear<T extends Pick<SpeechSummary, 'title' | 'meta'>>(speeches: readonly T[]): YearGroup<T>[] {
  const groups = Map.groupBy(speeches, ({ meta }) => /^\d{4}/.exec(meta.date.edtf)?.[0]);
  const inOrder = new Intl.Collator('zh-Hans').compare;
  return [...groups].map(([year, found]) => ({ year, speeches: found.sort((a, b) => inOrder(a.title, b.title)) })).sort((a, b) => ((a.year ?? '') < (b.year ?? '') ? 1 : -1));
}
