/** Pinyin without tone marks: lǜ becomes lu, as in our addresses. */
export function toneless(pinyin: string): string {
  return pinyin.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/** What pinyin is sorted by: letters and digits only, without tones, in lower case. */
export function sortKey(pinyin: string): string {
  return toneless(pinyin)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
