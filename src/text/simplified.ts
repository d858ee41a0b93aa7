/** Traditional characters and what they become, one to one: two strings of equal length. */
export interface TraditionalTable {
  from: string;
  to: string;
}

/** Where 乾 stands for itself (qián): 乾坤, 乾隆, 乾陵, 乾元, 乾卦, 乾象, 乾县, 乾嘉, 乾纲, 乾清, 乾道, 乾健, 朝乾夕惕, 乾乾. Elsewhere it is 干 (gān). */
const qian = /乾(?=[坤隆陵元卦象县縣嘉纲綱清道健乾])|(?<=[朝乾])乾/g;

/** A function that makes traditional characters simplified, one to one, so that offsets stay. */
export function simplifier({ from, to }: TraditionalTable): (text: string) => string {
  const table = new Map([...from].map((character, i) => [character, to[i]!]));
  return (text) => {
    const kept = new Set([...text.matchAll(qian)].map(({ index }) => index));
    let simple = '';
    for (const character of text) simple += kept.has(simple.length) ? character : (table.get(character) ?? character);
    return simple;
  };
}
