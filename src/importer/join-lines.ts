/** Characters of Chinese and Japanese, and their punctuation. */
const wide = /[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3fffd}]/u;
/** Punctuation that Chinese shares with Latin scripts. */
const shared = /[\u2014\u2018-\u201d\u2026·]/u;

/**
 * The text of two lines that are one: nothing between them where either side of the break is Chinese or a hyphen, a blank elsewhere.
 * @example joinLines('高质量', '发展') // '高质量发展'
 */
export function joinLines(first: string, second: string): string {
  const sides = [[...first].at(-1) ?? '', [...second][0] ?? ''];
  const chinese = wide.test(first) || wide.test(second);
  const close = sides.some((side) => wide.test(side) || (chinese && shared.test(side))) || /[-\u2010\u2011]$/.test(first);
  return first + (close ? '' : ' ') + second;
}
