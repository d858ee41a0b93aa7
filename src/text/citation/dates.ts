/** A date in Extended Date/Time Format, read. */
export interface EdtfDate {
  year: string;
  month?: string;
  day?: string;
  /** `?` stated but doubted, `~` approximate, `%` both. */
  doubt: '' | '?' | '~' | '%';
}

/** Reads the dates that our front matter may have (see the schema of speeches); nothing when the date is empty. */
export function readEdtf(date: string): EdtfDate | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)$/.exec(date);
  if (!found) return undefined;
  const [, year, month, day, doubt] = found;
  return { year: year!, ...(month ? { month } : {}), ...(day ? { day } : {}), doubt: doubt as EdtfDate['doubt'] };
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** Months as MLA shortens them. */
const shortMonths = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];
const nameOf = (names: readonly string[], month: string) => names[Number(month) - 1]!;

type DateParts = Pick<EdtfDate, 'year' | 'month' | 'day'>;

/** 2026-11-21 */
export function isoDate({ year, month, day }: DateParts): string {
  return [year, month, day].filter(Boolean).join('-');
}

/** November 21, 2026 */
export function americanDate({ year, month, day }: DateParts): string {
  return month ? `${nameOf(months, month)} ${day ? `${Number(day)}, ` : ''}${year}` : year;
}

/** 2026, November 21 */
export function apaDate({ year, month, day }: DateParts): string {
  return month ? `${year}, ${nameOf(months, month)}${day ? ` ${Number(day)}` : ''}` : year;
}

/** 21 Nov. 2026 */
export function mlaDate({ year, month, day }: DateParts): string {
  return month ? `${day ? `${Number(day)} ` : ''}${nameOf(shortMonths, month)} ${year}` : year;
}

/** 2026年11月21日 */
export function chineseDate({ year, month, day }: DateParts): string {
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
}

/** A day of access in words: November 21, 2026, or 2026年11月21日. */
export function longDay(day: string, language: 'zh' | 'en'): string {
  const date = readEdtf(day)!;
  return language === 'zh' ? chineseDate(date) : americanDate(date);
}
