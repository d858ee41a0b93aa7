/** Pinyin without tone marks: lǜ becomes lu, as in our addresses. */
export function toneless(pinyin: string): string {
  return pinyin.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/** Pinyin without tone marks as it is printed in citations: lǜ becomes lü. */
export function withoutTones(pinyin: string): string {
  return pinyin
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
}

/** What pinyin is sorted by: letters and digits only, without tones, in lower case. */
export function sortKey(pinyin: string): string {
  return toneless(pinyin)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
